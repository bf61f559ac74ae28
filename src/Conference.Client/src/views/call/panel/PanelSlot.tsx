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
  useLayoutEffect(() => (slot.current ? focusFirst(slot.current) : undefined), []);
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

/** At once, or as soon as there is something to focus; but not once its person went on to something else. */
function focusFirst(slot: HTMLElement): (() => void) | undefined {
  const opener = document.activeElement;
  const isUnmoved = () =>
    document.activeElement === opener || document.activeElement === document.body;
  const isPlaced = () => {
    if (isUnmoved()) {
      firstStop(slot)?.focus();
    }
    return !isUnmoved();
  };
  if (isPlaced()) {
    return undefined;
  }
  const observer = new MutationObserver(() => {
    if (isPlaced()) {
      observer.disconnect();
    }
  });
  observer.observe(slot, { childList: true, subtree: true });
  return () => observer.disconnect();
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
