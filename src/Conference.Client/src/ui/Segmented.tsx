import { useId } from 'preact/hooks';
import { Icon, type IconName } from './Icon';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A choice of a few, shown side by side. */
export function Segmented<Value extends string>({
  label,
  segments,
  value,
  onChange,
}: Props<Value>) {
  const name = useId();
  return (
    <div class="seg" role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value}>
          <input
            type="radio"
            name={name}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          <span>
            {segment.icon && <Icon name={segment.icon} size={16} />}
            {segment.label}
          </span>
        </label>
      ))}
    </div>
  );
}
