import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { singleKeysAllowed } from '../../../hooks';
import type { Box } from '../../../state/layout';
import { neighbour } from './neighbour';

interface TileFocus {
  /** The one tile that Tab reaches. */
  readonly focusable: string | undefined;
  readonly onFocusIn: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * One tab stop for all tiles, arrow keys between them, Enter pins, M opens the menu. The next tile has focus when the focused one goes,
 * and the same one when it has moved.
 */
export function useTileFocus(
  area: RefObject<HTMLElement | null>,
  ids: readonly string[],
  boxes: readonly Box[],
  onPin: (key: string) => void,
): TileFocus {
  const [current, setCurrent] = useState<string>();
  const focused = tileOf(document.activeElement, area.current);
  const before = useRef(ids);

  useLayoutEffect(() => {
    if (focused !== undefined && tileOf(document.activeElement, area.current) === undefined) {
      const index = Math.min(before.current.indexOf(focused), ids.length - 1);
      tileAt(area.current, ids.includes(focused) ? focused : ids[index])?.focus();
    }
    before.current = ids;
  });

  return {
    focusable: current !== undefined && ids.includes(current) ? current : ids[0],
    onFocusIn: ({ target }) => setCurrent(tileOf(target, area.current)),
    onKeyDown: (event) => {
      // A menu over a tile has keys of its own.
      if (event.defaultPrevented) {
        return;
      }
      const key = tileOf(event.target, area.current) ?? '';
      if (pressTile(event, () => onPin(key))) {
        event.preventDefault();
        return;
      }
      const index = ids.indexOf(key);
      const next = neighbour(boxes, index, event.key);
      if (next !== index) {
        event.preventDefault();
        tileAt(area.current, ids[next])?.focus();
      }
    },
  };
}

/** Keys of the tile itself, not of the buttons on it. */
function pressTile(event: KeyboardEvent, pin: () => void): boolean {
  const { key, target, ctrlKey, metaKey, altKey, repeat } = event;
  const isPlain = !ctrlKey && !metaKey && !altKey && !repeat;
  if (!isPlain || !(target instanceof HTMLElement) || target.dataset['tile'] === undefined) {
    return false;
  }
  if (key === 'Enter') {
    pin();
    return true;
  }
  if (key.toLowerCase() === 'm' && singleKeysAllowed.peek()) {
    target.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click();
    return true;
  }
  return false;
}

function tileOf(target: EventTarget | null, area: HTMLElement | null): string | undefined {
  if (area === null || !(target instanceof Element) || !area.contains(target)) {
    return undefined;
  }
  return target.closest<HTMLElement>('[data-tile]')?.dataset['tile'];
}

function tileAt(area: HTMLElement | null, id: string | undefined): HTMLElement | undefined {
  const tiles = area?.querySelectorAll<HTMLElement>('[data-tile]') ?? [];
  return Array.from(tiles).find((tile) => tile.dataset['tile'] === id);
}
