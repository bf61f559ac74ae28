import { Segmented, type Segment } from '../../ui';

interface Props<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A choice of a few beside its title, which is the name of the group already. */
export const SegmentedRow = <Value extends string>(props: Props<Value>) => (
  <div class="setting choice">
    <span class="grow setting-name" aria-hidden="true">
      {props.label}
    </span>
    <Segmented {...props} />
  </div>
);
