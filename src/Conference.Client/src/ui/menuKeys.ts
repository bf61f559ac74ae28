/** Where focus goes in a menu of `count` items; undefined when the key means nothing there. */
export function nextItem(key: string, current: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return (current - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** The next item whose label starts with the letter, after the current one and around. */
export function itemByLetter(
  letter: string,
  current: number,
  labels: readonly string[],
): number | undefined {
  const wanted = letter.toLocaleLowerCase();
  const order = labels.map((_, offset) => (current + 1 + offset) % labels.length);
  return order.find((index) => labels[index]?.trim().toLocaleLowerCase().startsWith(wanted));
}
