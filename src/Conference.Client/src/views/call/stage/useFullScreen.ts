import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether an element fills the whole display, and what changes that; absent where the browser has no full screen. */
export function useFullScreen(element: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () =>
      setFull(element.current !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [element]);
  const toggle = () =>
    void (isFull ? document.exitFullscreen() : element.current?.requestFullscreen());
  return { isFull, toggle: document.fullscreenEnabled ? toggle : undefined };
}
