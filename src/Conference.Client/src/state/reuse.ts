/** Keeps the former object wherever nothing in it changed, so that a view can tell by identity what to draw again. */
export function reuse<Item extends object>(
  former: readonly Item[],
  next: readonly Item[],
  keyOf: (item: Item) => string,
): readonly Item[] {
  const known = new Map(former.map((item) => [keyOf(item), item]));
  return next.map((item) => {
    const old = known.get(keyOf(item));
    return old && isShallowEqual(old, item) ? old : item;
  });
}

function isShallowEqual(one: object, other: object): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.is(Reflect.get(one, name), Reflect.get(other, name)))
  );
}
