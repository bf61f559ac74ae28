import { useEffect, useState } from 'preact/hooks';

/** The time in milliseconds, fresh every `interval` milliseconds while the page is looked at. */
export function useNow(interval: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const update = () => {
      if (!document.hidden) {
        setNow(Date.now());
      }
    };
    const timer = setInterval(update, interval);
    document.addEventListener('visibilitychange', update);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', update);
    };
  }, [interval]);
  return now;
}
