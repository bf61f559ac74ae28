import { signal } from '@preact/signals-core';
import { log } from '../log';
import { Capture } from './Capture';
import type { CaptureKind } from './constraints';
import { deviceProblem } from './deviceProblem';
import type { DeviceProblem } from './LocalMediaModel';
import type { MediaPlatform } from './MediaPlatform';
import { openDevices, type Opened, type OpeningOptions } from './openDevices';

export const captureKinds: readonly CaptureKind[] = ['microphone', 'camera'];

export interface CapturesOptions {
  readonly platform: Pick<MediaPlatform, 'devices' | 'permissions'>;
  /** What to ask for, as it is set now. */
  readonly opening: () => OpeningOptions;
  /** What the browser tells about devices may be more than before. */
  readonly onAsked: () => Promise<void>;
  /** A device in use is gone, and another one was looked for. */
  readonly onUnplugged: (kind: CaptureKind, label: string) => void;
}

/** Microphone and camera as they are captured: opened with one question, and one that cannot be used never costs the other. */
export class Captures {
  readonly microphone = new Capture((label) => void this.replace('microphone', label));
  readonly camera = new Capture((label) => void this.replace('camera', label));
  /** Somebody wants devices at all. */
  readonly active = signal(false);
  /** How the sound of the present microphone was asked for. */
  openedSound: Opened['sound'] | undefined;
  private readonly closing = new AbortController();
  private readonly latest: Partial<Record<CaptureKind, object>> = {};
  private readonly logged = new Set<string>();

  constructor(private readonly options: CapturesOptions) {
    this.watchPermissions();
  }

  async start(kinds = captureKinds): Promise<void> {
    this.active.value = true;
    await this.request(kinds.filter((kind) => this.isNeeded(kind)));
  }

  /** Opens a device anew, when it is on. */
  async reopen(kind: CaptureKind): Promise<void> {
    if (this[kind].state.value !== 'off') {
      // Phones open one camera at a time.
      this[kind].release();
      await this.request([kind]);
    }
  }

  /** What was not there may be there now. */
  async lookAgain(kinds: readonly CaptureKind[]): Promise<void> {
    const missing = kinds.filter((kind) => this[kind].problem.value === 'notFound');
    if (this.active.value && missing.length > 0) {
      await this.request(missing.filter((kind) => this.isNeeded(kind)));
    }
  }

  /** What was asked for and is not wanted any more starts for nobody. */
  stateOf(kind: CaptureKind): 'starting' | 'on' | 'off' | 'none' {
    const state = this[kind].state.value;
    return state === 'starting' && !this.active.value ? 'off' : state;
  }

  stop(): void {
    this.active.value = false;
    for (const kind of captureKinds) {
      this[kind].release();
    }
  }

  close(): void {
    this.closing.abort();
    this.stop();
  }

  private isNeeded(kind: CaptureKind): boolean {
    const { track, starting, wanted } = this[kind];
    return !track.value && !starting.value && (kind === 'microphone' || wanted.value);
  }

  private async request(kinds: readonly CaptureKind[]): Promise<void> {
    const { devices } = this.options.platform;
    if (!devices) {
      this.fail(kinds, 'insecure');
      return;
    }
    const request = {};
    this.begin(kinds, request);
    try {
      await this.capture(devices, kinds, request);
    } finally {
      this.end(kinds, request);
    }
    await this.options.onAsked();
  }

  private async capture(
    devices: MediaDevices,
    kinds: readonly CaptureKind[],
    request: object,
  ): Promise<void> {
    if (kinds.length === 0) {
      return;
    }
    try {
      this.take(await openDevices(devices, kinds, this.options.opening()), request);
    } catch (cause) {
      const problem = deviceProblem(cause);
      const others = kinds.length > 1 ? await this.worthAskingAlone(kinds, problem) : [];
      this.fail(
        kinds.filter((kind) => !others.includes(kind) && this.isLatest(kind, request)),
        problem,
      );
      await Promise.all(others.map((kind) => this.capture(devices, [kind], request)));
    }
  }

  /** After a refusal, only what was allowed before: asking again would be a second question to the same person. */
  private async worthAskingAlone(
    kinds: readonly CaptureKind[],
    problem: DeviceProblem,
  ): Promise<readonly CaptureKind[]> {
    if (problem !== 'denied') {
      return kinds;
    }
    const granted = await Promise.all(
      kinds.map(async (kind) => (await this.permission(kind))?.state === 'granted'),
    );
    return kinds.filter((_, index) => granted[index]);
  }

  private take({ audio, video, sound }: Opened, request: object): void {
    if (audio) {
      audio.enabled = this.microphone.wanted.value;
      this.openedSound = this.isLatest('microphone', request) ? sound : this.openedSound;
      this.takeTrack('microphone', audio, request);
    }
    if (video) {
      this.takeTrack('camera', video, request);
    }
  }

  /** What a person switched off while the browser was still asking, or chose anew, is let go at once. */
  private takeTrack(kind: CaptureKind, track: MediaStreamTrack, request: object): void {
    const isWanted = kind === 'microphone' || this.camera.wanted.value;
    if (this.active.value && isWanted && this.isLatest(kind, request)) {
      this[kind].take(track);
    } else {
      track.stop();
    }
  }

  private fail(kinds: readonly CaptureKind[], problem: DeviceProblem): void {
    for (const kind of kinds) {
      this[kind].fail(problem);
      this.logOnce(`The ${kind} cannot be used: ${problem}.`);
    }
  }

  private logOnce(message: string): void {
    if (!this.logged.has(message)) {
      this.logged.add(message);
      log.warn(message);
    }
  }

  /** One request of a kind counts, the last one: answers come in any order. */
  private begin(kinds: readonly CaptureKind[], request: object): void {
    for (const kind of kinds) {
      this.latest[kind] = request;
      this[kind].starting.value = true;
    }
  }

  private end(kinds: readonly CaptureKind[], request: object): void {
    for (const kind of kinds.filter((one) => this.isLatest(one, request))) {
      this[kind].starting.value = false;
    }
  }

  private isLatest(kind: CaptureKind, request: object): boolean {
    return this.latest[kind] === request;
  }

  private async replace(kind: CaptureKind, label: string): Promise<void> {
    await this.request([kind]);
    this.options.onUnplugged(kind, label);
  }

  private async permission(kind: CaptureKind): Promise<PermissionStatus | undefined> {
    try {
      return await this.options.platform.permissions?.query({ name: kind });
    } catch {
      // Some browsers do not tell: then there is nothing to know and nothing to wait for.
      return undefined;
    }
  }

  /** Somebody who allows the device in the browser's own settings needs no reload. */
  private watchPermissions(): void {
    for (const kind of captureKinds) {
      void this.permission(kind).then((status) => {
        const granted = () => {
          if (this.active.value && status?.state === 'granted' && this.isNeeded(kind)) {
            void this.request([kind]);
          }
        };
        status?.addEventListener('change', granted, { signal: this.closing.signal });
      });
    }
  }
}
