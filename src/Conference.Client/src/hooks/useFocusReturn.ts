import { useLayoutEffect } from 'preact/hooks';

const isLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** Gives focus back to the element that had it before this one came, or to the main part when that has gone, unless focus has moved since. */
export function useFocusReturn(): void {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    return () => {
      // The element is still in the page while its effects are cleaned up: look after it has gone.
      queueMicrotask(() => {
        if (isLost()) {
          giveTo(opener);
        }
      });
    };
  }, []);
}

function giveTo(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener.isConnected) {
    opener.focus();
  } else {
    document.getElementById('main')?.focus({ preventScroll: true });
  }
}
