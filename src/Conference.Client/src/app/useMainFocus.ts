import { useEffect, useRef } from 'preact/hooks';

/** When the page has become another one and what had focus is gone, the new page has it. */
export function useMainFocus(page: string): void {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) {
      return;
    }
    shown.current = page;
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
  }, [page]);
}
