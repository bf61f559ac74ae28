import { useCallback, useState } from 'preact/hooks';

/** Width to height of what shared screens show, by tile, as far as they are known. */
export function useRatios() {
  const [ratios, setRatios] = useState<ReadonlyMap<string, number>>(new Map());
  const onRatio = useCallback(
    (key: string, ratio: number) =>
      setRatios((former) => (former.get(key) === ratio ? former : new Map(former).set(key, ratio))),
    [],
  );
  return { ratioOf: (key: string) => ratios.get(key), onRatio };
}
