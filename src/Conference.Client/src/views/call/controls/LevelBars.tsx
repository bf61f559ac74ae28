import type { ReadonlySignal } from '@preact/signals';

const heights = [7, 14, 9] as const;
const lowest = 4;

interface Props {
  /** 0 to 1. */
  readonly level: ReadonlySignal<number>;
}

/** The microphone hears something: three bars, beside a button that says it in words. */
export function LevelBars({ level }: Props) {
  const loudness = Math.min(1, level.value * 2);
  return (
    <span class="lv" aria-hidden="true">
      {heights.map((height) => (
        <i
          key={height}
          style={{ height: `${Math.round(lowest + (height - lowest) * loudness)}px` }}
        />
      ))}
    </span>
  );
}
