import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { lastMessage } from './lines';

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowUp: (index) => Math.max(0, index - 1),
  ArrowDown: (index, last) => Math.min(last, index + 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** Makes the messages of a list one stop of the Tab key, with arrow keys between them; the newest is the first to get focus. */
export function useMessageKeys(list: RefObject<HTMLElement | null>) {
  const stop = useRef<HTMLElement | undefined>(undefined);

  const moveTo = (article: HTMLElement | undefined) => {
    stop.current?.setAttribute('tabindex', '-1');
    article?.setAttribute('tabindex', '0');
    stop.current = article;
  };

  useLayoutEffect(() => {
    const touched = stop.current?.isConnected && stop.current.contains(document.activeElement);
    if (!touched) {
      moveTo(list.current ? lastMessage(list.current) : undefined);
    }
  });

  return {
    onFocusIn: (event: FocusEvent) => moveTo(articleOf(event.target)),
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key];
      const current = event.target instanceof HTMLElement ? event.target : undefined;
      if (step === undefined || current?.matches('article') !== true) {
        return;
      }
      event.preventDefault();
      const all = articles(list.current);
      all[step(all.indexOf(current), all.length - 1)]?.focus();
    },
  };
}

const articles = (list: HTMLElement | null): HTMLElement[] =>
  Array.from(list?.querySelectorAll('article') ?? []);

const articleOf = (target: EventTarget | null): HTMLElement | undefined =>
  (target instanceof Element && target.closest('article')) || undefined;
