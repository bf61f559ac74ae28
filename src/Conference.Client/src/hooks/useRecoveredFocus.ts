import { useEffect } from 'preact/hooks';

let last: Element | undefined;

/** Remembers what has focus, so that one can tell a page nobody has touched from one whose focused part has gone. */
export function rememberFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : undefined;
  });
}

const isLost = (): boolean =>
  last !== undefined &&
  !last.isConnected &&
  (document.activeElement === null || document.activeElement === document.body);

/** When `part` of the page becomes another one and takes the focused element with it, the new main part has focus. */
export function useRecoveredFocus(part: unknown): void {
  useEffect(() => {
    if (isLost()) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
  }, [part]);
}
