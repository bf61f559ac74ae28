import { signal } from '@preact/signals-core';
import type { LocalMediaOptions } from './LocalMedia';
import type { Effect } from './LocalMediaModel';
import type { MediaPlatform } from './MediaPlatform';
import type { EffectTrouble } from './TrackEffect';

/** A track that can be told from others, stopped and unplugged. */
export class FakeMediaTrack extends EventTarget {
  enabled = true;
  muted = false;
  contentHint = '';
  readyState: MediaStreamTrackState = 'live';

  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId: string,
    readonly label = deviceId,
  ) {
    super();
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** As the browser does when the device is pulled out. */
  unplug(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }

  /** As the browser does when there is no picture at the moment, or one again. */
  setMuted(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }

  clone(): FakeMediaTrack {
    return new FakeMediaTrack(this.kind, this.deviceId, this.label);
  }

  getSettings(): MediaTrackSettings {
    return { deviceId: this.deviceId };
  }
}

interface FakeDevice {
  readonly deviceId: string;
  readonly kind: MediaDeviceKind;
  readonly label: string;
}

/** A machine with a microphone and a camera that can be denied, in use, pulled out and plugged in. */
export class FakeMachine extends EventTarget {
  readonly tracks: FakeMediaTrack[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  readonly refusals: Partial<Record<'audio' | 'video', string>> = {};
  readonly grants: Partial<Record<string, PermissionState>> = {};
  readonly permissionChanges = new EventTarget();
  list: readonly FakeDevice[] = [
    { deviceId: 'mic 1', kind: 'audioinput', label: 'Microphone' },
    { deviceId: 'cam 1', kind: 'videoinput', label: 'Camera' },
    { deviceId: 'speaker 1', kind: 'audiooutput', label: 'Speaker' },
  ];

  enumerateDevices(): Promise<readonly FakeDevice[]> {
    return Promise.resolve(this.list);
  }

  getUserMedia(constraints: MediaStreamConstraints): Promise<object> {
    this.asked.push(constraints);
    const kinds = (['audio', 'video'] as const).filter((kind) => Boolean(constraints[kind]));
    const refused = kinds.map((kind) => this.refusals[kind]).find((name) => name !== undefined);
    if (refused !== undefined) {
      return Promise.reject(new DOMException('Refused', refused));
    }
    if (kinds.some((kind) => !this.has(kind, wantedDevice(kind, constraints)?.exact))) {
      return Promise.reject(new DOMException('Not there', 'OverconstrainedError'));
    }
    return Promise.resolve(new FakeMediaStream(kinds.map((kind) => this.open(kind, constraints))));
  }

  /** What the browser's own question about the screen is answered with: a name of a refusal, or the tracks of a share. */
  screenAnswer: string | readonly ('audio' | 'video')[] = ['video', 'audio'];
  readonly screens: FakeMediaTrack[] = [];

  getDisplayMedia(): Promise<object> {
    if (typeof this.screenAnswer === 'string') {
      return Promise.reject(new DOMException('Refused', this.screenAnswer));
    }
    const tracks = this.screenAnswer.map((kind) => new FakeMediaTrack(kind, 'screen'));
    this.screens.push(...tracks);
    return Promise.resolve(new FakeMediaStream(tracks));
  }

  query({ name }: { readonly name: string }): Promise<object> {
    const changes = this.permissionChanges;
    const { grants } = this;
    return Promise.resolve({
      get state() {
        return grants[name] ?? 'prompt';
      },
      addEventListener: changes.addEventListener.bind(changes),
    });
  }

  plugIn(device: FakeDevice): void {
    this.list = [...this.list, device];
    this.dispatchEvent(new Event('devicechange'));
  }

  /** As browsers tell it: the list has changed, then the track ends. */
  pullOut(id: string): void {
    this.list = this.list.filter(({ deviceId }) => deviceId !== id);
    this.dispatchEvent(new Event('devicechange'));
    this.tracks
      .filter(({ deviceId, readyState }) => deviceId === id && readyState === 'live')
      .forEach((track) => track.unplug());
  }

  live(kind: 'audio' | 'video'): readonly FakeMediaTrack[] {
    return this.tracks.filter((track) => track.kind === kind && track.readyState === 'live');
  }

  private open(kind: 'audio' | 'video', constraints: MediaStreamConstraints): FakeMediaTrack {
    const wanted = wantedDevice(kind, constraints);
    const ids = this.idsOf(kind);
    const id = ids.find((one) => one === (wanted?.exact ?? wanted?.ideal)) ?? ids[0] ?? '';
    const label = this.list.find(({ deviceId }) => deviceId === id)?.label;
    const track = new FakeMediaTrack(kind, id, label);
    this.tracks.push(track);
    return track;
  }

  private has(kind: 'audio' | 'video', id: string | undefined): boolean {
    return id === undefined || this.idsOf(kind).includes(id);
  }

  private idsOf(kind: 'audio' | 'video'): readonly string[] {
    const input = kind === 'audio' ? 'audioinput' : 'videoinput';
    return this.list.filter((device) => device.kind === input).map(({ deviceId }) => deviceId);
  }
}

const wantedDevice = (kind: 'audio' | 'video', constraints: MediaStreamConstraints) =>
  (constraints[kind] as MediaTrackConstraints).deviceId as
    { readonly exact?: string; readonly ideal?: string } | undefined;

class FakeMediaStream {
  constructor(readonly tracks: readonly FakeMediaTrack[]) {}

  getTracks(): readonly FakeMediaTrack[] {
    return this.tracks;
  }

  getAudioTracks(): readonly FakeMediaTrack[] {
    return this.tracks.filter(({ kind }) => kind === 'audio');
  }

  getVideoTracks(): readonly FakeMediaTrack[] {
    return this.tracks.filter(({ kind }) => kind === 'video');
  }
}

/** An audio element that notes what it was told. */
export class FakePlayer extends EventTarget {
  srcObject: unknown = null;
  src = '';
  sinkId = '';
  plays = 0;

  constructor(private readonly platform: FakePlatform) {
    super();
  }

  play(): Promise<void> {
    this.plays++;
    return this.platform.silenced
      ? Promise.reject(new DOMException('Nobody is here.', 'NotAllowedError'))
      : Promise.resolve();
  }

  setSinkId(id: string): Promise<void> {
    if (this.platform.missingSpeakers.includes(id)) {
      return Promise.reject(new DOMException('Gone', 'NotFoundError'));
    }
    this.sinkId = id;
    return Promise.resolve();
  }
}

/** An effect that starts when a test lets it. */
export class FakeEffect {
  readonly track: FakeMediaTrack;
  private settle: { run: (track: object) => void; fail: (cause: Error) => void } | undefined;

  constructor(
    readonly source: FakeMediaTrack,
    readonly giveUp: (trouble: EffectTrouble) => void,
    private readonly until: AbortSignal,
  ) {
    this.track = new FakeMediaTrack(source.kind, `${source.deviceId} with effect`);
    until.addEventListener('abort', () => this.track.stop());
  }

  /** Whoever started it told it to release what it holds. */
  get closed(): boolean {
    return this.until.aborted;
  }

  started(): Promise<object> {
    return new Promise((run, fail) => {
      this.settle = { run, fail };
    });
  }

  run(): void {
    this.settle?.run(this.track);
  }

  fail(): void {
    this.settle?.fail(new Error('It does not start.'));
  }
}

/** A browser for `LocalMedia` and `RemoteSound`. */
export class FakePlatform {
  readonly machine = new FakeMachine();
  readonly players: FakePlayer[] = [];
  readonly missingSpeakers: string[] = [];
  readonly amplitude = signal(0);
  /** The browser refuses sound until somebody touches the page. */
  silenced = false;
  secure = true;
  openContexts = 0;
  readonly effects: Record<Effect, FakeEffect[]> = { blur: [], noiseSuppression: [] };
  /** The brightest point of the camera's picture. */
  brightest: number | undefined = 200;
  looks = 0;
  private gestures: (() => void)[] = [];

  /** The same as the type that the browser's one has. */
  asPlatform(): MediaPlatform {
    const platform = {
      devices: this.secure ? this.machine : undefined,
      permissions: this.machine,
      canSelectSpeaker: true,
      createAudio: () => this.createAudio(),
      createAudioContext: () => this.createAudioContext(),
      createStream: (tracks: readonly FakeMediaTrack[]) => new FakeMediaStream(tracks),
      onGesture: (handler: () => void) => this.gestures.push(handler),
      brightestOf: () => {
        this.looks++;
        return Promise.resolve(this.brightest);
      },
      startBlur: this.startEffect('blur'),
      startNoiseSuppression: this.startEffect('noiseSuppression'),
    };
    return platform as object as MediaPlatform;
  }

  touch(): void {
    const { gestures } = this;
    this.gestures = [];
    gestures.forEach((gesture) => gesture());
  }

  private startEffect(name: Effect) {
    return (...start: ConstructorParameters<typeof FakeEffect>) => {
      const effect = new FakeEffect(...start);
      this.effects[name].push(effect);
      return effect.started();
    };
  }

  private createAudio(): FakePlayer {
    const player = new FakePlayer(this);
    this.players.push(player);
    return player;
  }

  private createAudioContext(): object {
    this.openContexts++;
    return {
      createAnalyser: () => ({
        fftSize: 0,
        getFloatTimeDomainData: (samples: Float32Array) => samples.fill(this.amplitude.value),
      }),
      createMediaStreamSource: () => ({ connect: () => undefined }),
      resume: () => Promise.resolve(),
      close: () => {
        this.openContexts--;
        return Promise.resolve();
      },
    };
  }
}

/** Devices with nothing remembered and no effects, telling nobody. */
export function fakeOptions(platform: FakePlatform): LocalMediaOptions {
  return {
    platform: platform.asPlatform(),
    memory: { read: () => null, write: () => undefined },
    soundMemory: { read: () => null, write: () => undefined },
    effects: { blur: signal(false), noiseSuppression: signal(false) },
    onEffectWanted: () => undefined,
    onNews: () => undefined,
    onLost: () => undefined,
    onMutedSpeech: () => undefined,
    onScreenProblem: () => undefined,
  };
}
