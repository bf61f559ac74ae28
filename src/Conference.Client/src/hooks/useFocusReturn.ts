import { useLayoutEffect } from 'preact/hooks';

const isLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** Gives focus back to the element that had it before this one came, unless it has moved elsewhere since. */
export function useFocusReturn(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      // The element is still in the page while its effects are cleaned up: look after it has gone.
      queueMicrotask(() => {
        if (isLost() && opener instanceof HTMLElement && opener.isConnected) {
          opener.focus();
        }
      });
    };
  }, []);
}
