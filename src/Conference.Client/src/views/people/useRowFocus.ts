import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Options {
  /** The rows in their order; each carries its id in `data-row`. */
  readonly ids: readonly string[];
  /** Selects the control of a row that gets focus. */
  readonly stop: string;
  /** What gets it when no row is left. */
  readonly fallback: () => HTMLElement | null | undefined;
}

/** When the row that has focus goes, the one in its place gets it, or the last one. */
export function useRowFocus(list: RefObject<HTMLElement | null>, options: Options): void {
  const { ids, stop, fallback } = options;
  const hadFocus = list.current?.contains(document.activeElement) === true;
  const focusedRow = hadFocus ? rowOf(document.activeElement) : undefined;
  const before = useRef(ids);
  useLayoutEffect(() => {
    if (hadFocus && isLost()) {
      const index = Math.max(0, before.current.indexOf(focusedRow ?? ''));
      const row = rowWith(list.current, ids[Math.min(index, ids.length - 1)]);
      (row?.querySelector<HTMLElement>(stop) ?? fallback())?.focus();
    }
    before.current = ids;
  });
}

const isLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

const rowOf = (target: Element | null): string | undefined =>
  target?.closest<HTMLElement>('[data-row]')?.dataset['row'];

function rowWith(list: HTMLElement | null, id: string | undefined): HTMLElement | undefined {
  const rows = list?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
  return Array.from(rows).find((row) => row.dataset['row'] === id);
}
