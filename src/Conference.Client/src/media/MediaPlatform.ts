import { brightestOf } from './brightestOf';
import type { StartEffect } from './TrackEffect';

/** What the browser offers; a fake one in tests. */
export interface MediaPlatform {
  /** Absent on pages that are not secure. */
  readonly devices: MediaDevices | undefined;
  readonly permissions: Permissions | undefined;
  readonly canSelectSpeaker: boolean;
  createAudio(): HTMLAudioElement;
  createAudioContext(): AudioContext;
  createStream(tracks: readonly MediaStreamTrack[]): MediaStream;
  /** The brightest point of what a camera shows now, up to 255; undefined when there is no picture. */
  brightestOf(track: MediaStreamTrack): Promise<number | undefined>;
  readonly startBlur: StartEffect;
  readonly startNoiseSuppression: StartEffect;
  /** Calls back on the next sign of a person at this page: until then browsers may refuse sound. */
  onGesture(handler: () => void, until: AbortSignal): void;
}

/** Nothing is played through it, so that it needs no speaker and no haste; the first is newer than the types. */
const silent = { latencyHint: 'playback', sinkId: { type: 'none' } } as const;

export const browserMedia: MediaPlatform = {
  // The type says it is always there; on plain http it is not.
  devices: (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices,
  permissions: (navigator as { readonly permissions?: Permissions }).permissions,
  canSelectSpeaker: 'setSinkId' in HTMLMediaElement.prototype,
  createAudio: () => new Audio(),
  createAudioContext: () => new AudioContext(silent),
  createStream: (tracks) => new MediaStream([...tracks]),
  brightestOf,
  startBlur: async (...start) => (await import('./blur/startBlur')).startBlur(...start),
  startNoiseSuppression: async (...start) =>
    (await import('./noise/startNoiseSuppression')).startNoiseSuppression(...start),
  onGesture: (handler, until) => {
    const stop = new AbortController();
    const options = { capture: true, signal: AbortSignal.any([until, stop.signal]) };
    const once = () => {
      stop.abort();
      handler();
    };
    addEventListener('pointerdown', once, options);
    addEventListener('keydown', once, options);
  },
};
