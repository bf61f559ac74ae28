import type { DeviceKind, DeviceSelection } from './LocalMediaModel';

const kinds: readonly DeviceKind[] = ['microphone', 'camera', 'speaker'];

/** Where something is kept between visits. */
export interface Memory<T> {
  read(): unknown;
  write(value: T): void;
}

/** Where the chosen devices are kept between visits. */
export type DeviceMemory = Memory<DeviceSelection>;

export function readSelection(stored: unknown): DeviceSelection {
  if (typeof stored !== 'object' || stored === null) {
    return {};
  }
  const known = kinds
    .map((kind) => [kind, Reflect.get(stored, kind) as unknown] as const)
    .filter(([, id]) => typeof id === 'string');
  return Object.fromEntries(known);
}
