import { useRef } from 'preact/hooks';

/** In the order in which they came to this page, the last one first. */
export function useNewestFirst(ids: readonly string[]): readonly string[] {
  const order = useRef<readonly string[]>([]);
  const kept = order.current.filter((id) => ids.includes(id));
  order.current = [...ids.filter((id) => !kept.includes(id)), ...kept];
  return order.current;
}
