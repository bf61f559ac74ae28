import type { DeviceKind, DeviceList, FoundDevice } from './LocalMediaModel';

const kinds: readonly DeviceKind[] = ['microphone', 'camera', 'speaker'];

/** Names of the browser for whatever the system uses: nothing that anybody plugs in. */
const aliases = ['default', 'communications'];

/** What was plugged in between two looks: a headset is one thing, though it is a microphone and a speaker. */
export function newDevices(
  before: DeviceList,
  after: DeviceList,
  /** Of these the first one that comes is taken without a question. */
  missing: readonly DeviceKind[] = [],
): readonly FoundDevice[] {
  const found = new Map<string, FoundDevice>();
  for (const kind of kinds.filter((one) => !missing.includes(one))) {
    for (const { id, label } of fresh(before, after, kind)) {
      const parts = found.get(label)?.parts ?? [];
      found.set(label, { label, parts: [...parts, { kind, id }] });
    }
  }
  return [...found.values()];
}

/** Without labels nothing was allowed yet: then all are new, and none is. */
function fresh(before: DeviceList, after: DeviceList, kind: DeviceKind) {
  const known = new Set(before[kind].map(({ id }) => id));
  return known.size === 0
    ? []
    : after[kind].filter(
        ({ id, label }) => label !== '' && !known.has(id) && !aliases.includes(id),
      );
}
