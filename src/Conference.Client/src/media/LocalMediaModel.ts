import type { ReadonlySignal } from '@preact/signals-core';
import type { EffectTrouble } from './TrackEffect';

export type DeviceKind = 'microphone' | 'camera' | 'speaker';
export type DeviceProblem = 'denied' | 'notFound' | 'inUse' | 'insecure';

export type ScreenProblem = 'unsupported' | 'failed';

export interface DeviceChoice {
  readonly id: string;
  readonly label: string;
}

export type DeviceList = Readonly<Record<DeviceKind, readonly DeviceChoice[]>>;
export type DeviceSelection = Readonly<Partial<Record<DeviceKind, string>>>;

/** The own screen, shared or not. */
export interface ScreenShareModel {
  readonly isSupported: boolean;
  /** `paused`: it is shared, and the browser has no picture of it at the moment. */
  readonly state: ReadonlySignal<'off' | 'starting' | 'on' | 'paused'>;
  /** The picture, for the own tile. */
  readonly stream: ReadonlySignal<MediaStream | undefined>;
  /** Moving pictures are kept smooth instead of sharp. */
  readonly optimisedForVideo: ReadonlySignal<boolean>;
  optimiseForVideo(optimised: boolean): void;
}

/** What the browser itself does to the sound of a microphone. */
export interface SoundProcessing {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
}

/** A thing that was plugged in, with all that it can be used as. */
export interface FoundDevice {
  readonly label: string;
  readonly parts: readonly { readonly kind: DeviceKind; readonly id: string }[];
}

export type Effect = 'blur' | 'noiseSuppression';

/** What happened to the own devices by itself. */
export type DeviceNews =
  /** One in use is gone; another one took its place. */
  | { readonly kind: 'replaced'; readonly lost: string; readonly using: string }
  | { readonly kind: 'found'; readonly found: FoundDevice }
  | { readonly kind: 'black' }
  /** An effect failed, and this page does without. Without blur the camera is off too, until its person decides otherwise. */
  | { readonly kind: 'effectEnded'; readonly effect: Effect; readonly trouble: EffectTrouble };

/** The own microphone and camera: one object for pre-join and call. */
export interface LocalMediaModel {
  readonly microphone: ReadonlySignal<'off' | 'starting' | 'on' | 'muted' | 'none'>;
  readonly camera: ReadonlySignal<'off' | 'starting' | 'on' | 'none'>;
  /** Why a device cannot be used; absent when there is nothing to say. */
  readonly microphoneProblem: ReadonlySignal<DeviceProblem | undefined>;
  readonly cameraProblem: ReadonlySignal<DeviceProblem | undefined>;
  /** The sound that is sent, of the microphone and of the shared screen. */
  readonly tracks: ReadonlySignal<{
    readonly audio: MediaStreamTrack | undefined;
    readonly screenAudio: MediaStreamTrack | undefined;
  }>;
  /** The camera works and sends a black picture. */
  readonly isCameraBlack: ReadonlySignal<boolean>;
  /** The camera's picture for the own preview and tile. */
  readonly cameraStream: ReadonlySignal<MediaStream | undefined>;
  /** 0 to 1, at most 15 times a second; 0 while muted. */
  readonly level: ReadonlySignal<number>;
  readonly devices: ReadonlySignal<DeviceList>;
  readonly selected: ReadonlySignal<DeviceSelection>;
  /** The browser can choose a speaker (`setSinkId`). */
  readonly canSelectSpeaker: boolean;
  readonly screen: ScreenShareModel;
  /** What the browser does to the sound of the microphone in use. */
  readonly sound: ReadonlySignal<SoundProcessing>;
  setSound(change: Partial<SoundProcessing>): void;
  /** Which effects are used, or start. One that failed is not among them until its person sets it anew or the page is loaded anew. */
  readonly effects: ReadonlySignal<Readonly<Record<Effect, boolean>>>;
  setEffect(effect: Effect, wanted: boolean): void;
  /** Asks for the devices; again after a problem. Never rejects: problems are in the signals. */
  start(): Promise<void>;
  stop(): void;
  setMicrophone(on: boolean): Promise<void>;
  setCamera(on: boolean): Promise<void>;
  select(kind: DeviceKind, deviceId: string): Promise<void>;
  /** Chooses everything that a plugged-in thing can be used as. */
  use(found: FoundDevice): Promise<void>;
  playTestSound(): Promise<void>;
}
