import type { ReadonlySignal } from '@preact/signals';

const segments = Array.from({ length: 12 }, (_, index) => index);

interface Props {
  readonly label: string;
  /** 0 to 1. */
  readonly level: ReadonlySignal<number>;
  /** Beside a control that says the same in words. */
  readonly decorative?: boolean;
}

export function LevelMeter({ label, level, decorative = false }: Props) {
  const value = Math.round(Math.min(1, Math.max(0, level.value)) * 100);
  const lit = Math.round((value / 100) * segments.length);
  const semantics = decorative
    ? { 'aria-hidden': 'true' as const }
    : ({
        role: 'meter',
        'aria-label': label,
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': value,
      } as const);
  return (
    <div class="meter" {...semantics}>
      {segments.map((segment) => (
        <i key={segment} class={segment < lit ? 'on' : undefined} />
      ))}
    </div>
  );
}
