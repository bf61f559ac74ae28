// The list is searched along its days and chunks: asking the document for all messages takes long when there are thousands.

const childrenOf = (parent: Element, name: string): Element[] =>
  Array.from(parent.children).filter((child) => child.classList.contains(name));

const chunksOf = (list: Element): Element[] =>
  childrenOf(list, 'log-content')
    .flatMap((content) => childrenOf(content, 'log-day'))
    .flatMap((day) => childrenOf(day, 'chunk'));

/** The first line of a list that satisfies a condition which, once true, stays true down the list. */
export function firstLine(
  list: Element,
  condition: (line: Element) => boolean,
): Element | undefined {
  const chunk = firstOf(chunksOf(list), condition);
  const lines = Array.from(chunk?.children ?? []).filter((line) => line.matches('article, .sys'));
  return firstOf(lines, condition);
}

/** The newest message; lines about the call are none. */
export function lastMessage(list: Element): HTMLElement | undefined {
  for (const chunk of chunksOf(list).reverse()) {
    const messages = chunk.querySelectorAll('article');
    if (messages.length > 0) {
      return messages[messages.length - 1];
    }
  }
  return undefined;
}

/** A message goes away: focus goes to the one after it, or else before it. */
export function focusBeside(message: HTMLElement | null): void {
  const all = Array.from(message?.closest('.log')?.querySelectorAll('article') ?? []);
  const index = all.findIndex((one) => one === message);
  (all[index + 1] ?? all[index - 1])?.focus();
}

function firstOf(
  elements: readonly Element[],
  condition: (element: Element) => boolean,
): Element | undefined {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element !== undefined && condition(element)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return elements[low];
}
