import { expect, type Page } from '@playwright/test';

export interface TrapWindow {
  readonly trap: {
    /** Which of these were not shown yet, after waiting for them a while. */
    readonly missing: (texts: readonly string[], milliseconds: number) => Promise<string[]>;
  };
}

const patience = 10_000;

/**
 * Runs in the page before its own scripts. An attack that runs says so on the console, and so does markup that was made of text; all that is
 * ever shown or named is kept, however short it stays.
 */
export function setTrap(): void {
  if (location.protocol === 'http:') {
    // Thousands of people come and go: no chime and no movement for each.
    localStorage.setItem('conference:settings', '{"sounds":false,"reduceMotion":true}');
  }
  const shown = new Set<string>();
  let fresh: string[] = [];
  const longest = 400;
  const named = ['aria-label', 'title', 'alt', 'placeholder', 'href'];
  const places =
    'script:not([src^="/"]),iframe,frame,object,embed,applet,base,style,form[action],meta[http-equiv],noscript *';
  const addresses = [
    'src',
    'href',
    'xlink:href',
    'srcset',
    'poster',
    'action',
    'formaction',
    'data',
    'ping',
    'background',
  ];

  const isHarmless = (element: Element): boolean =>
    !element.matches(places) &&
    element.getAttributeNames().every((name) => !name.startsWith('on')) &&
    addresses.every((name) => isOurs(element, element.getAttribute(name)));

  // Links in messages go elsewhere, but only when a person follows them.
  const isOurs = (element: Element, address: string | null): boolean => {
    if (address === null) {
      return true;
    }
    const { protocol, host } = new URL(address, location.href);
    const isLink = element instanceof HTMLAnchorElement && element.rel === 'noopener noreferrer';
    return (
      protocol === 'mailto:' ||
      protocol === 'blob:' ||
      (/^https?:$/.test(protocol) && (isLink || host === location.host))
    );
  };

  const look = (element: Element): void => {
    if (!isHarmless(element)) {
      console.error(`markup made of text: ${element.outerHTML}`);
    }
    const text = element.textContent;
    for (const one of [text.length > longest ? '' : text, ...labels(element)]) {
      if (!shown.has(one)) {
        shown.add(one);
        fresh.push(one);
      }
    }
  };

  const labels = (element: Element): string[] =>
    named.map((name) => element.getAttribute(name) ?? '');

  const lookInto = (node: Node): void => {
    if (node instanceof Element) {
      [node, ...node.querySelectorAll('*')].forEach(look);
    } else if (node.parentElement) {
      look(node.parentElement);
    }
  };

  const without = (texts: readonly string[], found: readonly string[]): string[] =>
    texts.filter((text) => !shown.has(text) && !found.some((one) => one.startsWith(text)));

  let looked = (): void => undefined;
  const missing = async (texts: readonly string[], milliseconds: number): Promise<string[]> => {
    const deadline = performance.now() + milliseconds;
    let left = without(texts, [...shown]);
    while (left.length > 0 && performance.now() < deadline) {
      fresh = [];
      await new Promise<void>((resolve) => {
        looked = resolve;
        setTimeout(resolve, deadline - performance.now());
      });
      left = without(left, fresh);
    }
    return left;
  };

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      (type === 'childList' ? [...addedNodes] : [target]).forEach((node) =>
        type === 'attributes' ? look(node as Element) : lookInto(node),
      );
    }
    looked();
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

  Object.assign(window, { trap: { missing }, hit: () => console.error('an attack ran') });
}

/** Each of these is shown before long, or was, or is the name of something: letter by letter, from its beginning on. */
export async function expectShown(page: Page, texts: readonly string[]): Promise<void> {
  const missing = await page.evaluate(
    ([wanted, wait]) => (window as unknown as TrapWindow).trap.missing(wanted, wait),
    [texts, patience] as const,
  );
  expect(missing, 'texts that were not shown').toEqual([]);
}
