import { batch, computed, effect, signal, untracked } from '@preact/signals-core';
import { BlackWatch } from './BlackWatch';
import { captureKinds, Captures } from './Captures';
import type { CaptureKind } from './constraints';
import { DeviceDirectory } from './DeviceDirectory';
import { readSelection, type DeviceMemory, type Memory } from './DeviceMemory';
import { EffectSlot } from './EffectSlot';
import { EffectWishes, type EffectWishesOptions } from './EffectWishes';
import { isOn } from './isOn';
import type {
  DeviceKind,
  DeviceList,
  DeviceNews,
  DeviceProblem,
  DeviceSelection,
  Effect,
  FoundDevice,
  LocalMediaModel,
  ScreenProblem,
  SoundProcessing,
} from './LocalMediaModel';
import type { MediaPlatform } from './MediaPlatform';
import { newDevices } from './newDevices';
import { isSameSound } from './openDevices';
import { routeSound } from './RemoteSound';
import { ScreenCapture } from './ScreenCapture';
import { SoundSettings, type SoundOfDevices } from './SoundSettings';
import { testSound } from './testSound';
import type { EffectTrouble } from './TrackEffect';
import { VoiceWatch } from './VoiceWatch';

export interface LocalMediaOptions extends EffectWishesOptions {
  readonly platform: MediaPlatform;
  readonly memory: DeviceMemory;
  readonly soundMemory: Memory<SoundOfDevices>;
  /** A device that was in use is gone, and there is no other. */
  readonly onLost: (kind: CaptureKind, problem: DeviceProblem) => void;
  readonly onNews: (news: DeviceNews) => void;
  readonly onMutedSpeech: () => void;
  readonly onScreenProblem: (problem: ScreenProblem) => void;
}

/** The own microphone and camera, and what effects make of them. */
export class LocalMedia implements LocalMediaModel {
  readonly canSelectSpeaker: boolean;
  readonly screen: ScreenCapture;
  private readonly captures: Captures;
  private readonly closing = new AbortController();
  private readonly directory: DeviceDirectory;
  private readonly chosen;
  private readonly soundSettings: SoundSettings;
  private readonly wishes: EffectWishes;
  private readonly blur: EffectSlot;
  private readonly suppression: EffectSlot;
  private readonly voice: VoiceWatch;
  private readonly black: BlackWatch;
  private readonly stops: readonly (() => void)[];

  constructor(private readonly options: LocalMediaOptions) {
    const { platform, memory } = options;
    this.canSelectSpeaker = platform.canSelectSpeaker;
    this.screen = new ScreenCapture(platform, options.onScreenProblem);
    this.directory = new DeviceDirectory(platform.devices);
    this.directory.onChange(() => void this.devicesChanged(), this.closing.signal);
    this.chosen = signal<DeviceSelection>(readSelection(memory.read()));
    this.soundSettings = new SoundSettings(options.soundMemory);
    this.wishes = new EffectWishes(options);
    this.captures = this.createCaptures();
    this.blur = this.createSlot('blur', 'camera', platform.startBlur);
    this.suppression = this.createSlot(
      'noiseSuppression',
      'microphone',
      platform.startNoiseSuppression,
    );
    this.voice = new VoiceWatch(platform, options.onMutedSpeech);
    this.black = new BlackWatch(platform, () => options.onNews({ kind: 'black' }));
    this.stops = this.followTracks();
  }

  /** Muted from the beginning, where it starts like that: others are never told that it is on. */
  readonly microphone = computed(() => {
    const state = this.captures.stateOf('microphone');
    return isOn(state) && !this.captures.microphone.wanted.value ? 'muted' : state;
  });

  /** Starting until the blur that was asked for runs. */
  readonly camera = computed(() => {
    const state = this.captures.stateOf('camera');
    return state === 'on' && !this.cameraTrack.value ? 'starting' : state;
  });

  readonly microphoneProblem = computed(() => this.captures.microphone.problem.value);
  readonly cameraProblem = computed(() => this.captures.camera.problem.value);

  /** What is sent to the others. Sound goes on as it is until its noise is taken out. */
  readonly tracks = computed(() => ({
    audio: this.suppression.track.value ?? this.captures.microphone.track.value,
    video: this.cameraTrack.value,
    ...this.screen.tracks.value,
  }));

  readonly cameraStream = computed(() => {
    const track = this.cameraTrack.value;
    return track && this.options.platform.createStream([track]);
  });

  readonly isCameraBlack = computed(() => this.black.isBlack.value);
  readonly level = computed(() => (this.microphone.value === 'on' ? this.voice.level.value : 0));
  readonly speaking = computed(() => this.microphone.value === 'on' && this.voice.speaking.value);
  readonly devices = computed(() => this.directory.list.value);

  readonly selected = computed<DeviceSelection>(() => ({
    ...this.chosen.value,
    ...this.inUse('microphone'),
    ...this.inUse('camera'),
  }));

  readonly effects = computed(() => this.wishes.wanted.value);

  readonly sound = computed(() => this.soundSettings.of(this.selected.value.microphone));

  start(): Promise<void> {
    return this.captures.start();
  }

  /** What start will switch on: for a page that returns to a call as it was. */
  prepare(wanted: { readonly microphone: boolean; readonly camera: boolean }): void {
    this.captures.microphone.wanted.value = wanted.microphone;
    this.captures.camera.wanted.value = wanted.camera;
  }

  stop(): void {
    this.screen.stop();
    this.captures.stop();
  }

  async setMicrophone(on: boolean): Promise<void> {
    const { microphone } = this.captures;
    microphone.wanted.value = on;
    if (on && !microphone.track.value) {
      await this.captures.start(['microphone']);
    }
  }

  async setCamera(on: boolean): Promise<void> {
    const { camera } = this.captures;
    camera.wanted.value = on;
    if (on) {
      await this.captures.start(['camera']);
    } else {
      camera.release();
    }
  }

  async select(kind: DeviceKind, deviceId: string): Promise<void> {
    this.chosen.value = { ...this.chosen.value, [kind]: deviceId };
    this.options.memory.write(this.chosen.value);
    if (kind !== 'speaker') {
      await this.captures.reopen(kind);
    }
  }

  async use({ parts }: FoundDevice): Promise<void> {
    await Promise.all(parts.map(({ kind, id }) => this.select(kind, id)));
  }

  setSound(change: Partial<SoundProcessing>): void {
    const { microphone } = this.selected.value;
    if (microphone !== undefined) {
      this.soundSettings.set(microphone, change);
    }
  }

  setEffect(name: Effect, wanted: boolean): void {
    batch(() => this.wishes.set(name, wanted));
  }

  async playTestSound(): Promise<void> {
    const { platform } = this.options;
    const player = platform.createAudio();
    const url = URL.createObjectURL(testSound());
    player.addEventListener('ended', () => URL.revokeObjectURL(url), { once: true });
    player.src = url;
    await routeSound(player, this.chosen.value.speaker ?? '', platform);
    await player.play();
  }

  close(): void {
    this.closing.abort();
    this.screen.stop();
    this.captures.close();
    for (const stop of this.stops) {
      stop();
    }
    this.blur.close();
    this.suppression.close();
    this.black.follow(undefined);
    this.voice.close();
  }

  /** The camera's picture as others may see it: none while the blur that was asked for does not run. */
  private readonly cameraTrack = computed(() =>
    this.effects.value.blur ? this.blur.track.value : this.captures.camera.track.value,
  );

  private createCaptures(): Captures {
    return new Captures({
      platform: this.options.platform,
      opening: () => ({ selection: this.chosen.value, soundOf: this.soundOf }),
      onAsked: () => this.directory.refresh(),
      onUnplugged: (kind, label) => this.tellUnplugged(kind, label),
    });
  }

  private createSlot(
    name: Effect,
    kind: CaptureKind,
    start: MediaPlatform['startBlur'],
  ): EffectSlot {
    return new EffectSlot({
      source: this.captures[kind].track,
      wanted: computed(() => this.effects.value[name]),
      start,
      onTrouble: (trouble) => this.endEffect(name, trouble),
    });
  }

  /** Whoever asked for blur is not shown without it: the camera goes off too, until its person turns it on again. */
  private endEffect(name: Effect, trouble: EffectTrouble): void {
    batch(() => {
      if (name === 'blur') {
        void this.setCamera(false);
      }
      this.wishes.giveUp(name);
    });
    this.options.onNews({ kind: 'effectEnded', effect: name, trouble });
  }

  private followTracks(): readonly (() => void)[] {
    const { microphone, camera } = this.captures;
    return [
      // The microphone itself, which a mute does not silence, and not what an effect makes of it.
      effect(() => this.voice.follow(microphone.track.value)),
      effect(() => this.mute(!microphone.wanted.value)),
      effect(() => this.followSound()),
      effect(() => {
        const track = camera.track.value;
        untracked(() => this.black.follow(track));
      }),
    ];
  }

  private mute(muted: boolean): void {
    this.voice.muted = muted;
    for (const track of [this.captures.microphone.track.value, this.suppression.track.value]) {
      if (track) {
        track.enabled = !muted;
      }
    }
  }

  /** A microphone that is to sound otherwise is opened anew: no connection is negotiated for that. */
  private followSound(): void {
    const wanted = this.soundOf(this.selected.value.microphone);
    const { openedSound, microphone } = this.captures;
    if (microphone.track.value && openedSound && !isSameSound(openedSound, wanted)) {
      untracked(() => void this.captures.reopen('microphone'));
    }
  }

  /** Two that take noise out of the same sound spoil it. */
  private readonly soundOf = (deviceId: string | undefined): SoundProcessing => {
    const sound = this.soundSettings.of(deviceId);
    const isSuppressed = this.effects.value.noiseSuppression;
    return { ...sound, noiseSuppression: sound.noiseSuppression && !isSuppressed };
  };

  private inUse(kind: CaptureKind): DeviceSelection {
    const id = this.captures[kind].track.value?.getSettings().deviceId;
    return id === undefined ? {} : { [kind]: id };
  }

  private tellUnplugged(kind: CaptureKind, lost: string): void {
    const { problem, track } = this.captures[kind];
    if (problem.value) {
      this.options.onLost(kind, problem.value);
    } else if (track.value) {
      this.options.onNews({ kind: 'replaced', lost, using: track.value.label });
    }
  }

  private async devicesChanged(): Promise<void> {
    const before = this.devices.value;
    await this.directory.refresh();
    const missing = captureKinds.filter((kind) => this.captures[kind].problem.value);
    await this.captures.lookAgain(captureKinds.filter((kind) => this.devices.value[kind].length));
    this.leaveLostSpeaker(before.speaker);
    if (this.captures.active.value) {
      for (const found of newDevices(before, this.devices.value, missing)) {
        this.options.onNews({ kind: 'found', found });
      }
    }
  }

  /** Browsers tell of a speaker that is gone by silence. */
  private leaveLostSpeaker(before: DeviceList['speaker']): void {
    const { speaker } = this.chosen.value;
    const now = this.devices.value.speaker;
    const lost = before.find(({ id }) => id === speaker);
    if (lost && now.every(({ id }) => id !== speaker)) {
      const { microphone, camera } = this.chosen.value;
      this.chosen.value = { ...(microphone && { microphone }), ...(camera && { camera }) };
      this.options.onNews({ kind: 'replaced', lost: lost.label, using: now[0]?.label ?? '' });
    }
  }
}
