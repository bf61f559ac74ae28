import { computed, signal } from '@preact/signals-core';
import { log } from '../log';
import type { ScreenProblem, ScreenShareModel } from './LocalMediaModel';
import type { MediaPlatform } from './MediaPlatform';

/** Newer than the types: what the browser's own question offers, and what it leaves out. */
const wanted = {
  video: { frameRate: { ideal: 30, max: 30 } },
  // As it is, not as a voice; and never what this page plays, which everybody would hear twice.
  audio: {
    autoGainControl: false,
    echoCancellation: false,
    noiseSuppression: false,
    restrictOwnAudio: true,
  },
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
  systemAudio: 'include',
} as const;

interface Share {
  readonly picture: MediaStreamTrack;
  readonly sound: MediaStreamTrack | undefined;
}

/** The own screen, a window or a tab, with its sound where there is one: shared until its person, or the browser's own bar, stops it. */
export class ScreenCapture implements ScreenShareModel {
  readonly isSupported: boolean;
  readonly optimisedForVideo = signal(false);
  private readonly share = signal<Share | undefined>(undefined);
  private readonly starting = signal(false);
  private readonly muted = signal(false);

  constructor(
    private readonly platform: Pick<MediaPlatform, 'devices' | 'createStream'>,
    private readonly onProblem: (problem: ScreenProblem) => void,
  ) {
    const { devices } = platform;
    this.isSupported = devices !== undefined && 'getDisplayMedia' in devices;
  }

  readonly state = computed(() => {
    if (!this.share.value) {
      return this.starting.value ? 'starting' : 'off';
    }
    return this.muted.value ? 'paused' : 'on';
  });

  /** What is sent to the others. */
  readonly tracks = computed(() => ({
    screen: this.share.value?.picture,
    screenAudio: this.share.value?.sound,
  }));

  /** The picture alone: nobody hears their own share again. */
  readonly stream = computed(() => {
    const { value } = this.share;
    return value && this.platform.createStream([value.picture]);
  });

  async start(): Promise<void> {
    const { devices } = this.platform;
    if (!devices || !this.isSupported) {
      this.onProblem('unsupported');
    } else if (this.state.peek() === 'off') {
      this.starting.value = true;
      await this.ask(devices);
    }
  }

  stop(): void {
    const { value } = this.share;
    this.starting.value = false;
    this.share.value = undefined;
    value?.picture.stop();
    value?.sound?.stop();
  }

  optimiseForVideo(optimised: boolean): void {
    this.optimisedForVideo.value = optimised;
    const { value } = this.share;
    if (value) {
      value.picture.contentHint = this.hint;
      // The same track, to be sent in another way.
      this.share.value = { ...value };
    }
  }

  private get hint(): string {
    return this.optimisedForVideo.peek() ? 'motion' : 'detail';
  }

  private async ask(devices: MediaDevices): Promise<void> {
    try {
      this.take(await devices.getDisplayMedia(wanted));
    } catch (cause) {
      if (!isCancelled(cause)) {
        log.warn('The screen could not be captured.', cause);
        this.onProblem('failed');
      }
    } finally {
      this.starting.value = false;
    }
  }

  private take(stream: MediaStream): void {
    const [picture] = stream.getVideoTracks();
    const [sound] = stream.getAudioTracks();
    if (!picture || !this.starting.peek()) {
      stream.getTracks().forEach((track) => track.stop());
      if (this.starting.peek()) {
        // Sound alone is no screen.
        this.onProblem('failed');
      }
      return;
    }
    picture.contentHint = this.hint;
    this.muted.value = picture.muted;
    this.follow(picture);
    this.share.value = { picture, sound };
  }

  private follow(picture: MediaStreamTrack): void {
    const whenShared = (then: () => void) => () => {
      if (this.share.peek()?.picture === picture) {
        then();
      }
    };
    // Only the browser ends it in this way: from its own bar, or because the window was closed.
    picture.addEventListener(
      'ended',
      whenShared(() => this.stop()),
    );
    picture.addEventListener(
      'mute',
      whenShared(() => (this.muted.value = true)),
    );
    picture.addEventListener(
      'unmute',
      whenShared(() => (this.muted.value = false)),
    );
  }
}

/** Somebody thought better of it; the browser has one name for that and for what it may not do. */
const isCancelled = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'NotAllowedError';
