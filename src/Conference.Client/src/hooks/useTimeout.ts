import { useEffect, useRef } from 'preact/hooks';

/** Calls `action` once after `delay` milliseconds; `undefined` waits. */
export function useTimeout(action: () => void, delay: number | undefined): void {
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => {
    if (delay === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current(), delay);
    return () => clearTimeout(timer);
  }, [delay]);
}
