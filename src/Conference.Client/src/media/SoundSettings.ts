import { signal } from '@preact/signals-core';
import type { Memory } from './DeviceMemory';
import type { SoundProcessing } from './LocalMediaModel';

export const everythingOn: SoundProcessing = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

const names = ['echoCancellation', 'noiseSuppression', 'autoGainControl'] as const;

/** Who plugs in more microphones than this in a life does without what was set for the first one. */
const devicesAtMost = 16;

export type SoundOfDevices = readonly (readonly [deviceId: string, sound: SoundProcessing])[];

/** What the browser does to the sound of each microphone, as somebody set it. */
export class SoundSettings {
  private readonly known;

  constructor(private readonly memory: Memory<SoundOfDevices>) {
    this.known = signal(readSound(memory.read()));
  }

  of(deviceId: string | undefined): SoundProcessing {
    return this.known.value.find(([id]) => id === deviceId)?.[1] ?? everythingOn;
  }

  set(deviceId: string, change: Partial<SoundProcessing>): void {
    const others = this.known.value.filter(([id]) => id !== deviceId);
    const sound = { ...this.of(deviceId), ...change };
    this.known.value = [...others, [deviceId, sound] as const].slice(-devicesAtMost);
    this.memory.write(this.known.value);
  }
}

function readSound(stored: unknown): SoundOfDevices {
  return Array.isArray(stored) ? stored.flatMap(readOne).slice(-devicesAtMost) : [];
}

function readOne(entry: unknown): SoundOfDevices {
  const [id, sound] = Array.isArray(entry) ? (entry as unknown[]) : [];
  if (typeof id !== 'string' || typeof sound !== 'object' || sound === null) {
    return [];
  }
  const known = names
    .map((name) => [name, Reflect.get(sound, name) as unknown] as const)
    .filter(([, value]) => typeof value === 'boolean');
  return [[id, { ...everythingOn, ...Object.fromEntries(known) }]];
}
