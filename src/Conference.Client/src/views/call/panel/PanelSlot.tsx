import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
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
    const panel = slot.current;
    if (panel?.contains(document.activeElement) === false) {
      panel.querySelector<HTMLElement>('textarea, input, button')?.focus();
    }
  }, []);
  return (
    <div
      ref={slot}
      class="panel-slot"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      {children}
    </div>
  );
}
