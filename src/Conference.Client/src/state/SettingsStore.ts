import { signal } from '@preact/signals-core';
import type { BrowserStorage } from './BrowserStorage';
import type { Settings, SettingsModel } from './model';

const key = 'conference.settings';

const defaults: Settings = {
  theme: 'system',
  language: 'system',
  singleKeyShortcuts: true,
  sounds: true,
  announceMessages: false,
  reduceMotion: undefined,
  mirrorVideo: true,
  sendingVideo: 'auto',
  receiveNoVideo: false,
  uploadLimit: 0,
  layout: 'automatic',
  hideOwnTile: false,
  blurBackground: false,
  noiseSuppression: false,
};

/** In Mbit/s; 0 is none. */
export const uploadLimits: readonly number[] = [0, 0.5, 1, 1.5, 2, 3, 5, 10];

const choices: Partial<Record<keyof Settings, readonly unknown[]>> = {
  theme: ['system', 'light', 'dark'],
  language: ['system', 'en', 'de'],
  sendingVideo: ['auto', 'saver', 'audioOnly'],
  uploadLimit: uploadLimits,
  layout: ['automatic', 'grid', 'spotlight'],
};

/** Takes what fits from a stored value; the rest keeps its default. */
export function readSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) {
    return defaults;
  }
  const known = Object.entries(stored).filter(([name, value]) => fits(name, value));
  return { ...defaults, ...(Object.fromEntries(known) as Partial<Settings>) };
}

function fits(name: string, value: unknown): boolean {
  if (!Object.hasOwn(defaults, name)) {
    return false;
  }
  return choices[name as keyof Settings]?.includes(value) ?? typeof value === 'boolean';
}

export class SettingsStore implements SettingsModel {
  readonly settings;

  constructor(private readonly storage: BrowserStorage) {
    this.settings = signal(readSettings(storage.read(key)));
  }

  update(change: Partial<Settings>): void {
    this.settings.value = { ...this.settings.value, ...change };
    this.storage.write(key, this.settings.value);
  }
}
