import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** One tab stop for a toolbar; arrow keys, Home and End move between its buttons. */
export function useToolbar(toolbar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = toolbar.current;
    if (element === null) {
      return undefined;
    }
    const ends = new AbortController();
    let current: HTMLElement | undefined;
    const stopAt = (button: HTMLElement | undefined) => {
      current = button;
      buttonsOf(element).forEach((one) => {
        one.tabIndex = one === current ? 0 : -1;
      });
    };
    const refresh = () => {
      const buttons = buttonsOf(element);
      stopAt(current !== undefined && buttons.includes(current) ? current : firstOf(buttons));
    };
    const listening = { signal: ends.signal };
    element.addEventListener(
      'focusin',
      ({ target }) => stopAt(buttonAt(element, target) ?? current),
      listening,
    );
    element.addEventListener('keydown', (event) => moveFocus(element, event), listening);
    const observer = new MutationObserver(refresh);
    observer.observe(element, { childList: true, subtree: true });
    refresh();
    return () => {
      observer.disconnect();
      ends.abort();
    };
  }, [toolbar]);
}

/** What one comes for stands in the middle. */
const firstOf = (buttons: readonly HTMLElement[]): HTMLElement | undefined =>
  buttons.find((button) => button.closest('.c') !== null) ?? buttons[0];

function moveFocus(toolbar: HTMLElement, event: KeyboardEvent): void {
  const buttons = buttonsOf(toolbar);
  const button = buttonAt(toolbar, event.target);
  if (button === undefined) {
    return;
  }
  const next = buttons.at(nextIndex(event.key, buttons.indexOf(button), buttons.length));
  if (next !== undefined && next !== button) {
    event.preventDefault();
    next.focus();
  }
}

function nextIndex(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return -1;
    default:
      return index;
  }
}

/** Menus hang in the toolbar too, and have keys of their own. */
function buttonsOf(toolbar: HTMLElement): readonly HTMLElement[] {
  return Array.from(toolbar.querySelectorAll('button')).filter(
    (button) => button.closest('[role=menu]') === null,
  );
}

function buttonAt(toolbar: HTMLElement, target: EventTarget | null): HTMLElement | undefined {
  return buttonsOf(toolbar).find((button) => target instanceof Node && button.contains(target));
}
