import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { phone } from '../../../hooks';

/** Dragged further than this, a sheet closes; less, and it goes back. */
const closesAt = 96;

/** Lets a finger drag the panel's header down to close it, on phones. */
export function useSheetDrag(slot: RefObject<HTMLElement | null>, onClose: () => void): void {
  useEffect(() => {
    const element = slot.current;
    const ends = new AbortController();
    element?.addEventListener(
      'pointerdown',
      (event) => {
        const panel = sheetAt(event);
        if (panel !== undefined) {
          drag(panel, event, onClose, ends.signal);
        }
      },
      { signal: ends.signal },
    );
    return () => ends.abort();
  }, [slot, onClose]);
}

/** The panel, when it is a sheet and its header was pressed beside the buttons. */
function sheetAt({ target }: PointerEvent): HTMLElement | undefined {
  if (!(target instanceof Element) || !matchMedia(phone).matches) {
    return undefined;
  }
  const isHandle = target.closest('header') !== null || target.matches('.panel');
  const isControl = target.closest('button, a, input') !== null;
  return isHandle && !isControl ? (target.closest<HTMLElement>('.panel') ?? undefined) : undefined;
}

function drag(
  panel: HTMLElement,
  start: PointerEvent,
  onClose: () => void,
  signal: AbortSignal,
): void {
  const ends = new AbortController();
  const listening = { signal: AbortSignal.any([signal, ends.signal]) };
  const finish = () => {
    ends.abort();
    panel.style.translate = '';
  };
  panel.setPointerCapture(start.pointerId);
  panel.addEventListener(
    'pointermove',
    ({ clientY }) => {
      panel.style.translate = `0 ${Math.max(0, clientY - start.clientY)}px`;
    },
    listening,
  );
  panel.addEventListener(
    'pointerup',
    ({ clientY }) => {
      finish();
      if (clientY - start.clientY > closesAt) {
        onClose();
      }
    },
    listening,
  );
  panel.addEventListener('pointercancel', finish, listening);
}
