import type { ReadonlySignal } from '@preact/signals-core';

export type Theme = 'system' | 'light' | 'dark';
export type Language = 'en' | 'de';
/** `automatic`: a spotlight when there is something to look at, else a grid. */
export type LayoutChoice = 'automatic' | 'grid' | 'spotlight';

/** What a person set in this browser; kept in local storage. */
export interface Settings {
  readonly theme: Theme;
  /** `system` follows the browser. */
  readonly language: Language | 'system';
  readonly singleKeyShortcuts: boolean;
  readonly sounds: boolean;
  readonly announceMessages: boolean;
  /** Follows the system until somebody chooses. */
  readonly reduceMotion: boolean | undefined;
  readonly mirrorVideo: boolean;
  /** How much of the own camera is sent. */
  readonly sendingVideo: 'auto' | 'saver' | 'audioOnly';
  /** Others' cameras are not received; shared screens are. */
  readonly receiveNoVideo: boolean;
  /** In Mbit/s, for everything to everybody; 0: no limit. */
  readonly uploadLimit: number;
  readonly layout: LayoutChoice;
  readonly hideOwnTile: boolean;
  readonly blurBackground: boolean;
  /** Our own, stronger than the browser's. */
  readonly noiseSuppression: boolean;
}

export interface SettingsModel {
  readonly settings: ReadonlySignal<Settings>;
  update(change: Partial<Settings>): void;
}
