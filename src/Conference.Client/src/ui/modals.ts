import { signal } from '@preact/signals';
import { useLayoutEffect, useState } from 'preact/hooks';

/** How many modal dialogs are open, one above the other. */
export const openModals = signal(0);

/** Counts a dialog while it is there; its level, from 1. */
export function useModalLevel(): number {
  const [level] = useState(() => openModals.peek() + 1);
  useLayoutEffect(() => {
    openModals.value = level;
    return () => {
      openModals.value = level - 1;
    };
  }, [level]);
  return level;
}
