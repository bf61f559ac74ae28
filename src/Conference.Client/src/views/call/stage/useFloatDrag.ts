import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Corner } from '../../../state/layout';
import { cornerAt } from './corner';

/** Lets a pointer drag the floating tile; on release it goes to the nearest corner of the area around it. */
export function useFloatDrag(
  tile: RefObject<HTMLElement | null>,
  moveTo: ((corner: Corner) => void) | undefined,
): void {
  useEffect(() => {
    const element = tile.current;
    if (element === null || moveTo === undefined) {
      return undefined;
    }
    const ends = new AbortController();
    element.addEventListener(
      'pointerdown',
      (event) => {
        if (event.button === 0 && !isOnButton(event)) {
          drag(element, event, moveTo, ends.signal);
        }
      },
      { signal: ends.signal },
    );
    return () => {
      ends.abort();
    };
  }, [tile, moveTo]);
}

function drag(
  element: HTMLElement,
  start: PointerEvent,
  moveTo: (corner: Corner) => void,
  signal: AbortSignal,
): void {
  const ends = new AbortController();
  const listening = { signal: AbortSignal.any([signal, ends.signal]) };
  const finish = () => {
    ends.abort();
    delete element.dataset['dragging'];
    element.style.translate = '';
  };
  element.setPointerCapture(start.pointerId);
  element.dataset['dragging'] = '';
  element.addEventListener(
    'pointermove',
    (event) => {
      const right = event.clientX - start.clientX;
      const down = event.clientY - start.clientY;
      element.style.translate = `${right}px ${down}px`;
    },
    listening,
  );
  element.addEventListener(
    'pointerup',
    () => {
      const corner = nearestCorner(element);
      finish();
      moveTo(corner);
    },
    listening,
  );
  element.addEventListener('pointercancel', finish, listening);
}

function nearestCorner(element: HTMLElement): Corner {
  const box = element.getBoundingClientRect();
  const area = (element.parentElement ?? element).getBoundingClientRect();
  const point = {
    x: box.left + box.width / 2 - area.left,
    y: box.top + box.height / 2 - area.top,
  };
  return cornerAt(point, area);
}

function isOnButton(event: PointerEvent): boolean {
  return event.target instanceof Element && event.target.closest('button') !== null;
}
