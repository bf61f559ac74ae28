import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { toggleFullScreen } from '../fullScreen';

/** Whether an element fills the whole display, and what changes that; absent where the browser has no full screen. */
export function useFullScreen(element: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const follow = () =>
      setFull(element.current !== null && document.fullscreenElement === element.current);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, [element]);
  const toggle = () => void (element.current && toggleFullScreen(element.current));
  return { isFull, toggle: document.fullscreenEnabled ? toggle : undefined };
}
