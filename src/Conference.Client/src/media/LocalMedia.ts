import { computed, effect, signal } from '@preact/signals-core';
import { Capture } from './Capture';
import { constraintsFor, type CaptureKind } from './constraints';
import { DeviceDirectory } from './DeviceDirectory';
import { readSelection, type DeviceMemory } from './DeviceMemory';
import { deviceProblem, isOverconstrained } from './deviceProblem';
import type {
  DeviceKind,
  DeviceProblem,
  DeviceSelection,
  LocalMediaModel,
  ScreenProblem,
} from './LocalMediaModel';
import type { MediaPlatform } from './MediaPlatform';
import { routeSound } from './RemoteSound';
import { ScreenCapture } from './ScreenCapture';
import { testSound } from './testSound';
import { VoiceWatch } from './VoiceWatch';

const both: readonly CaptureKind[] = ['microphone', 'camera'];

export interface LocalMediaOptions {
  readonly platform: MediaPlatform;
  readonly memory: DeviceMemory;
  /** A device that was in use is gone, and there is no other. */
  readonly onLost: (kind: CaptureKind, problem: DeviceProblem) => void;
  readonly onMutedSpeech: () => void;
  readonly onScreenProblem: (problem: ScreenProblem) => void;
}

/** The own microphone and camera. One that cannot be used never costs the other. */
export class LocalMedia implements LocalMediaModel {
  readonly canSelectSpeaker: boolean;
  readonly screen: ScreenCapture;
  private readonly captures: Readonly<Record<CaptureKind, Capture>> = {
    microphone: new Capture(() => void this.replaceUnplugged('microphone')),
    camera: new Capture(() => void this.replaceUnplugged('camera')),
  };
  private readonly closing = new AbortController();
  private readonly directory: DeviceDirectory;
  private readonly chosen;
  private readonly voice: VoiceWatch;
  private readonly stopVoice: () => void;
  /** Somebody wants devices at all. */
  private readonly active = signal(false);

  constructor(private readonly options: LocalMediaOptions) {
    const { platform, memory } = options;
    this.canSelectSpeaker = platform.canSelectSpeaker;
    this.screen = new ScreenCapture(platform, options.onScreenProblem);
    this.directory = new DeviceDirectory(platform.devices);
    this.directory.onChange(() => void this.devicesChanged(), this.closing.signal);
    this.chosen = signal<DeviceSelection>(readSelection(memory.read()));
    this.voice = new VoiceWatch(platform, options.onMutedSpeech);
    this.stopVoice = effect(() => this.voice.follow(this.captures.microphone.track.value));
    this.watchPermissions();
  }

  /** Muted from the beginning, where it starts like that: others are never told that it is on. */
  readonly microphone = computed(() => {
    const state = this.stateOf('microphone');
    const isMuted = state === 'on' || state === 'starting';
    return isMuted && !this.captures.microphone.wanted.value ? 'muted' : state;
  });

  readonly camera = computed(() => this.stateOf('camera'));
  readonly microphoneProblem = computed(() => this.captures.microphone.problem.value);
  readonly cameraProblem = computed(() => this.captures.camera.problem.value);

  /** What is sent to the others. */
  readonly tracks = computed(() => ({
    audio: this.captures.microphone.track.value,
    video: this.captures.camera.track.value,
    ...this.screen.tracks.value,
  }));

  readonly cameraStream = computed(() => {
    const track = this.captures.camera.track.value;
    return track && this.options.platform.createStream([track]);
  });

  readonly level = computed(() => (this.microphone.value === 'on' ? this.voice.level.value : 0));
  readonly speaking = computed(() => this.microphone.value === 'on' && this.voice.speaking.value);
  readonly devices = computed(() => this.directory.list.value);

  readonly selected = computed<DeviceSelection>(() => ({
    ...this.chosen.value,
    ...this.inUse('microphone'),
    ...this.inUse('camera'),
  }));

  async start(): Promise<void> {
    this.active.value = true;
    await this.request(both.filter((kind) => this.isNeeded(kind)));
  }

  /** What start will switch on: for a page that returns to a call as it was. */
  prepare(wanted: { readonly microphone: boolean; readonly camera: boolean }): void {
    this.captures.microphone.wanted.value = wanted.microphone;
    this.captures.camera.wanted.value = wanted.camera;
    this.voice.muted = !wanted.microphone;
  }

  stop(): void {
    this.active.value = false;
    this.screen.stop();
    for (const kind of both) {
      this.captures[kind].release();
    }
  }

  async setMicrophone(on: boolean): Promise<void> {
    const { microphone } = this.captures;
    microphone.wanted.value = on;
    this.voice.muted = !on;
    if (microphone.track.value) {
      microphone.track.value.enabled = on;
    } else if (on) {
      await this.startOne('microphone');
    }
  }

  async setCamera(on: boolean): Promise<void> {
    this.captures.camera.wanted.value = on;
    if (on) {
      await this.startOne('camera');
    } else {
      this.captures.camera.release();
    }
  }

  async select(kind: DeviceKind, deviceId: string): Promise<void> {
    this.chosen.value = { ...this.chosen.value, [kind]: deviceId };
    this.options.memory.write(this.chosen.value);
    if (kind !== 'speaker' && this.captures[kind].state.value !== 'off') {
      // Phones open one camera at a time.
      this.captures[kind].release();
      await this.request([kind]);
    }
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
    this.stop();
    this.stopVoice();
    this.voice.close();
  }

  /** What was asked for and is not wanted any more starts for nobody. */
  private stateOf(kind: CaptureKind): 'starting' | 'on' | 'off' | 'none' {
    const state = this.captures[kind].state.value;
    return state === 'starting' && !this.active.value ? 'off' : state;
  }

  private startOne(kind: CaptureKind): Promise<void> {
    this.active.value = true;
    return this.isNeeded(kind) ? this.request([kind]) : Promise.resolve();
  }

  private isNeeded(kind: CaptureKind): boolean {
    const { track, starting, wanted } = this.captures[kind];
    return !track.value && !starting.value && (kind === 'microphone' || wanted.value);
  }

  private async request(kinds: readonly CaptureKind[]): Promise<void> {
    const { devices } = this.options.platform;
    if (!devices) {
      this.fail(kinds, 'insecure');
      return;
    }
    this.setStarting(kinds, true);
    try {
      await this.capture(devices, kinds);
    } finally {
      this.setStarting(kinds, false);
    }
    await this.directory.refresh();
  }

  private async capture(devices: MediaDevices, kinds: readonly CaptureKind[]): Promise<void> {
    if (kinds.length === 0) {
      return;
    }
    try {
      this.take(await this.ask(devices, kinds));
    } catch (cause) {
      const problem = deviceProblem(cause);
      const others = kinds.length > 1 ? await this.worthAskingAlone(kinds, problem) : [];
      this.fail(
        kinds.filter((kind) => !others.includes(kind)),
        problem,
      );
      await Promise.all(others.map((kind) => this.capture(devices, [kind])));
    }
  }

  /** A remembered device that is gone does not keep another one from being used. */
  private async ask(devices: MediaDevices, kinds: readonly CaptureKind[]): Promise<MediaStream> {
    try {
      return await devices.getUserMedia(constraintsFor(kinds, this.chosen.value, 'exact'));
    } catch (cause) {
      if (!isOverconstrained(cause)) {
        throw cause;
      }
      return devices.getUserMedia(constraintsFor(kinds, this.chosen.value, 'ideal'));
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

  private take(stream: MediaStream): void {
    const [audio] = stream.getAudioTracks();
    const [video] = stream.getVideoTracks();
    if (audio) {
      audio.enabled = this.captures.microphone.wanted.value;
      this.takeTrack('microphone', audio);
    }
    if (video) {
      this.takeTrack('camera', video);
    }
  }

  /** What a person switched off while the browser was still asking is let go at once. */
  private takeTrack(kind: CaptureKind, track: MediaStreamTrack): void {
    if (this.active.value && (kind === 'microphone' || this.captures.camera.wanted.value)) {
      this.captures[kind].take(track);
    } else {
      track.stop();
    }
  }

  private fail(kinds: readonly CaptureKind[], problem: DeviceProblem): void {
    for (const kind of kinds) {
      this.captures[kind].fail(problem);
    }
  }

  private setStarting(kinds: readonly CaptureKind[], starting: boolean): void {
    for (const kind of kinds) {
      this.captures[kind].starting.value = starting;
    }
  }

  private inUse(kind: CaptureKind): DeviceSelection {
    const id = this.captures[kind].track.value?.getSettings().deviceId;
    return id === undefined ? {} : { [kind]: id };
  }

  private async replaceUnplugged(kind: CaptureKind): Promise<void> {
    await this.request([kind]);
    const problem = this.captures[kind].problem.value;
    if (problem) {
      this.options.onLost(kind, problem);
    }
  }

  private async devicesChanged(): Promise<void> {
    await this.directory.refresh();
    const found = both.filter(
      (kind) => this.captures[kind].problem.value === 'notFound' && this.devices.value[kind].length,
    );
    if (this.active.value && found.length > 0) {
      await this.request(found.filter((kind) => this.isNeeded(kind)));
    }
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
    for (const kind of both) {
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
