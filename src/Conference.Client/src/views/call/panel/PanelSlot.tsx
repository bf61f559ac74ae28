import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { phone } from '../../../hooks';
import { useSheetDrag } from './useSheetDrag';

interface Props {
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** Holds the open panel: Escape closes it, and so does dragging it down where it is a sheet. */
export function PanelSlot({ onClose, children }: Props) {
  const slot = useRef<HTMLDivElement>(null);
  useSheetDrag(slot, onClose);
  useLayoutEffect(() => {
    if (slot.current?.contains(document.activeElement) === false) {
      firstStop(slot.current)?.focus();
    }
  }, []);
  return (
    <div
      ref={slot}
      class="panel-slot"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isInDialog(event)) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      {children}
    </div>
  );
}

/** The field to write in; where a keyboard would come up over the panel, the button that closes it. */
function firstStop(slot: HTMLElement): HTMLElement | null {
  const wanted = matchMedia(phone).matches ? 'header button:last-of-type' : 'textarea, input';
  return slot.querySelector<HTMLElement>(wanted);
}

/** A dialog that a panel opened stands in the panel's part of the page, and closes before it. */
function isInDialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}
