import type { DeviceKind, DeviceSelection } from './LocalMediaModel';

const kinds: readonly DeviceKind[] = ['microphone', 'camera', 'speaker'];

/** Where the chosen devices are kept between visits. */
export interface DeviceMemory {
  read(): unknown;
  write(selection: DeviceSelection): void;
}

export function readSelection(stored: unknown): DeviceSelection {
  if (typeof stored !== 'object' || stored === null) {
    return {};
  }
  const known = kinds
    .map((kind) => [kind, Reflect.get(stored, kind) as unknown] as const)
    .filter(([, id]) => typeof id === 'string');
  return Object.fromEntries(known);
}
