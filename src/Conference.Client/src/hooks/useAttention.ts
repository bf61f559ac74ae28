import { useState } from 'preact/hooks';

/** Why something shows its actions: a mouse is over it, or focus is in it, which a tap gives it too. */
export type Attention = 'none' | 'pointer' | 'focus';

/** Follows mouse and focus. To be spread into the element whose actions come and go. */
export function useAttention() {
  const [attention, setAttention] = useState<Attention>('none');
  const onPointer = (to: 'none' | 'pointer') => (event: PointerEvent) => {
    if (event.pointerType === 'mouse') {
      setAttention((before) => (before === 'focus' ? before : to));
    }
  };
  const handlers = {
    onPointerEnter: onPointer('pointer'),
    onPointerLeave: onPointer('none'),
    onFocusIn: () => setAttention('focus'),
    onFocusOut: (event: FocusEvent) => {
      if (!staysInside(event.currentTarget, event.relatedTarget)) {
        setAttention('none');
      }
    },
  };
  return { attention, handlers };
}

/** A dialog gives focus back to the action that opened it, so the action waits for it. */
function staysInside(outer: EventTarget | null, next: EventTarget | null): boolean {
  return (
    outer instanceof Node &&
    next instanceof Element &&
    (outer.contains(next) || next.closest('dialog') !== null)
  );
}
