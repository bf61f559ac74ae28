import type { ParticipantModel } from '../../../state/model';
import { classNames } from '../../../ui/classNames';

const lit = { poor: 1, fair: 2, good: 3 } as const;

interface Props {
  readonly quality: ParticipantModel['quality'];
}

/** How good a connection is, in bars; words stand beside it or in the name around it. */
export function QualityBars({ quality }: Props) {
  return (
    <span class={classNames('bars', quality === 'poor' && 'poor')} aria-hidden="true">
      {[1, 2, 3].map((bar) => (
        <i key={bar} class={bar <= lit[quality] ? 'on' : undefined} />
      ))}
    </span>
  );
}
