import { effect, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { LocalMedia } from '../media/LocalMedia';
import type { FailureCode } from '../signaling/ConferenceError';
import type {
  ConferenceServer,
  ParticipantInfo,
  ParticipantMedia,
  SetMediaRequest,
} from '../signaling/protocol.generated';
import { attempt } from './attempt';
import type { ConferenceNotice, Permissions } from './model';

export interface OwnDevicesOptions {
  readonly media: LocalMedia;
  readonly server: Pick<ConferenceServer, 'SetMedia'>;
  /** What the devices do, as others are told. */
  readonly state: ReadonlySignal<ParticipantMedia>;
  readonly seated: ReadonlySignal<boolean>;
  /** The own entry in the roster. */
  readonly own: ReadonlySignal<ParticipantInfo | undefined>;
  readonly permissions: ReadonlySignal<Permissions>;
  readonly onNotice: (notice: ConferenceNotice) => void;
  /** They do something else than before, with a seat. */
  readonly onChanged: () => void;
}

interface Held {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}

const free: Held = { microphone: false, camera: false, screen: false };

/**
 * Tells the room what the own devices do, and does what hosts decided about them: what they muted or stopped is off here too, and comes on
 * again by the person's own hand alone.
 */
export class OwnDevices {
  private told: ParticipantMedia | undefined;
  private held = free;
  private talking = false;
  private readonly stops: readonly (() => void)[];

  constructor(private readonly options: OwnDevicesOptions) {
    const { state, seated, own, permissions } = options;
    this.stops = [
      effect(() => this.follow(state.value, seated.value)),
      effect(() => this.obey(own.value, permissions.value)),
    ];
  }

  /** For asking for a seat; the roster that comes with it is obeyed anew. */
  describe(): ParticipantMedia {
    this.told = this.options.state.value;
    this.held = free;
    return this.told;
  }

  async toggleMicrophone(): Promise<void> {
    const { media, state, permissions, onNotice } = this.options;
    const turn = (on: boolean) => media.setMicrophone(on);
    if (state.value.microphone === 'on') {
      await turn(false);
    } else if (permissions.value.unmute) {
      const wanted = { ...state.value, microphone: 'on' } as const;
      await this.start({ media: wanted, unmute: true }, turn);
    } else {
      onNotice({ kind: 'mutedWhileSpeaking' });
    }
  }

  /** Only who was muted before is muted again. */
  holdToTalk(held: boolean): void {
    const { media, state, permissions } = this.options;
    const isMuted = state.value.microphone === 'muted';
    if (held && isMuted && permissions.value.unmute) {
      this.talking = true;
      void this.toggleMicrophone();
    } else if (!held && this.talking) {
      this.talking = false;
      void media.setMicrophone(false);
    }
  }

  async toggleCamera(): Promise<void> {
    const { media, state } = this.options;
    const turn = (on: boolean) => media.setCamera(on);
    if (state.value.camera === 'on') {
      await turn(false);
    } else if (!this.options.permissions.value.showVideo) {
      this.options.onNotice({ kind: 'audioOnly' });
    } else {
      const wanted = { ...state.value, camera: 'on' } as const;
      await this.start({ media: wanted, startVideo: true }, turn);
    }
  }

  /** The browser asks the person which one, and the room is told when it is there. */
  async toggleScreen(): Promise<void> {
    const { screen } = this.options.media;
    if (screen.state.value !== 'off') {
      screen.stop();
    } else if (this.options.permissions.value.shareScreen) {
      await screen.start();
    } else {
      this.options.onNotice({ kind: 'sharingKept' });
    }
  }

  close(): void {
    for (const stop of this.stops) {
      stop();
    }
  }

  /** On at once, since nobody hears or sees it before the roster says so; off again when the server refuses. */
  private async start(
    request: SetMediaRequest,
    turn: (on: boolean) => Promise<void>,
  ): Promise<void> {
    const telling = this.options.seated.value ? this.tell(request) : Promise.resolve(undefined);
    const turning = turn(true);
    const refused = await telling;
    if (refused !== undefined && refused !== 'unreachable') {
      await turn(false);
    }
    if (refused === 'not_allowed') {
      this.options.onNotice({ kind: 'mutedWhileSpeaking' });
    }
    await turning;
  }

  private tell(request: SetMediaRequest): Promise<FailureCode | undefined> {
    const { server, onNotice } = this.options;
    this.told = request.media;
    return attempt(() => server.SetMedia(request), onNotice);
  }

  private follow(media: ParticipantMedia, seated: boolean): void {
    if (!seated) {
      return;
    }
    untracked(() => this.options.onChanged());
    const { told } = this;
    const isSame =
      media.microphone === told?.microphone &&
      media.camera === told.camera &&
      media.screen === told.screen;
    if (!isSame) {
      untracked(() => this.change(media));
    }
  }

  /** A device that comes on by itself, plugged in or allowed by now, does not undo what a host did. */
  private change(media: ParticipantMedia): void {
    const { own, permissions } = this.options;
    const comesOn = {
      microphone: media.microphone === 'on' && this.told?.microphone !== 'on',
      camera: media.camera === 'on' && this.told?.camera !== 'on',
    };
    const mayBeHeard = permissions.value.unmute && own.value?.mutedByHost !== true;
    const keepsMuted = comesOn.microphone && !mayBeHeard;
    const mayBeSeen = permissions.value.showVideo && own.value?.videoStoppedByHost !== true;
    const keepsStopped = comesOn.camera && !mayBeSeen;
    if (keepsMuted || keepsStopped) {
      this.turnOff({ microphone: keepsMuted, camera: keepsStopped, screen: false });
    } else if (media.screen !== 'off' && this.told?.screen === 'off') {
      void this.startScreen(media);
    } else {
      void this.tell({ media });
    }
  }

  /** No screen is shared but by its person's own hand. */
  private async startScreen(media: ParticipantMedia): Promise<void> {
    const refused = await this.tell({ media, startScreen: true });
    if (refused !== undefined && refused !== 'unreachable') {
      this.options.media.screen.stop();
    }
    if (refused === 'not_allowed') {
      this.options.onNotice({ kind: 'sharingKept' });
    }
  }

  private obey(own: ParticipantInfo | undefined, permissions: Permissions): void {
    const former = this.held;
    const isKept = own !== undefined && !permissions.shareScreen;
    const isAudioOnly = own !== undefined && !permissions.showVideo;
    this.held = {
      microphone: own?.mutedByHost === true,
      camera: own?.videoStoppedByHost === true || isAudioOnly,
      screen: own?.screenStoppedByHost === true || isKept,
    };
    const news = {
      microphone: this.held.microphone && !former.microphone,
      camera: this.held.camera && !former.camera,
      screen: this.held.screen && !former.screen,
    };
    untracked(() => {
      if (news.screen && isKept && this.options.media.screen.state.value !== 'off') {
        this.options.onNotice({ kind: 'sharingKept' });
      }
      if (news.camera && isAudioOnly && this.options.state.value.camera === 'on') {
        this.options.onNotice({ kind: 'audioOnly' });
      }
      this.turnOff(news);
    });
  }

  /** The room knows already: there is nothing to tell. */
  private turnOff({ microphone, camera, screen }: Held): void {
    const { media } = this.options;
    if (microphone) {
      this.told = this.told && { ...this.told, microphone: mutedOf(this.told.microphone) };
      void media.setMicrophone(false);
    }
    if (camera) {
      this.told = this.told && { ...this.told, camera: stoppedOf(this.told.camera) };
      void media.setCamera(false);
    }
    if (screen) {
      this.told = this.told && { ...this.told, screen: 'off' };
      media.screen.stop();
    }
  }
}

const mutedOf = (state: ParticipantMedia['microphone']) => (state === 'on' ? 'muted' : state);
const stoppedOf = (state: ParticipantMedia['camera']) => (state === 'on' ? 'off' : state);
