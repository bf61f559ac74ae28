import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Box } from '../../../state/layout';
import { neighbour } from './neighbour';

interface TileFocus {
  /** The one tile that Tab reaches. */
  readonly focusable: string | undefined;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One tab stop for all tiles, arrow keys between them, and the next tile when the focused one goes. */
export function useTileFocus(
  area: RefObject<HTMLElement | null>,
  ids: readonly string[],
  boxes: readonly Box[],
): TileFocus {
  const [current, setCurrent] = useState<string>();
  const focused = keyOf(document.activeElement, area.current);
  const before = useRef(ids);

  useLayoutEffect(() => {
    if (focused !== undefined && !ids.includes(focused)) {
      const index = Math.min(before.current.indexOf(focused), ids.length - 1);
      tileAt(area.current, ids[index])?.focus();
    }
    before.current = ids;
  });

  return {
    focusable: current !== undefined && ids.includes(current) ? current : ids[0],
    onFocusIn: ({ target }) => setCurrent(keyOf(target, area.current)),
    onKeyDown: (event) => {
      // A menu over a tile has keys of its own.
      if (event.defaultPrevented) {
        return;
      }
      const index = ids.indexOf(keyOf(event.target, area.current) ?? '');
      const next = neighbour(boxes, index, event.key);
      if (next !== index) {
        event.preventDefault();
        tileAt(area.current, ids[next])?.focus();
      }
    },
  };
}

function keyOf(target: EventTarget | null, area: HTMLElement | null): string | undefined {
  if (area === null || !(target instanceof Element) || !area.contains(target)) {
    return undefined;
  }
  return target.closest<HTMLElement>('[data-tile]')?.dataset['tile'];
}

function tileAt(area: HTMLElement | null, id: string | undefined): HTMLElement | undefined {
  const tiles = area?.querySelectorAll<HTMLElement>('[data-tile]') ?? [];
  return Array.from(tiles).find((tile) => tile.dataset['tile'] === id);
}
