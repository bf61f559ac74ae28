const megabyte = 1_000_000;

/** What is left for a recording: with `scarce` none begins, with `full` the running one ends. */
export type FreeDisk = 'plenty' | 'scarce' | 'full';

export function freeDiskOf({ quota, usage }: StorageEstimate): FreeDisk {
  const free = (quota ?? Infinity) - (usage ?? 0);
  if (free < 100 * megabyte) {
    return 'full';
  }
  return free < 500 * megabyte ? 'scarce' : 'plenty';
}

export const freeDisk = async (): Promise<FreeDisk> =>
  freeDiskOf(await navigator.storage.estimate());
