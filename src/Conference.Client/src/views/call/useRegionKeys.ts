import type { RefObject } from 'preact';
import { useShortcuts } from '../../hooks';

const regions = '.top, .stage, .panel, .bar';
const stops = 'button:not([tabindex="-1"]), a[href], input, textarea, [tabindex="0"]';

/** F6 and Shift+F6 go round the top bar, the stage, the panel and the control bar. */
export function useRegionKeys(call: RefObject<HTMLElement | null>): void {
  useShortcuts({
    F6: () => moveRegion(call.current, 1),
    'Shift+F6': () => moveRegion(call.current, -1),
  });
}

function moveRegion(call: HTMLElement | null, step: 1 | -1): void {
  const all = Array.from(call?.querySelectorAll<HTMLElement>(regions) ?? []);
  const current = all.findIndex((region) => region.contains(document.activeElement));
  const from = current === -1 && step === -1 ? 0 : current;
  const next = all.at((from + step) % all.length);
  (next?.querySelector<HTMLElement>(stops) ?? next)?.focus();
}
