import {
  batch,
  computed,
  effect,
  signal,
  untracked,
  type ReadonlySignal,
} from '@preact/signals-core';
import { log } from '../log';
import type { LocalMedia } from '../media/LocalMedia';
import { failureCode } from '../signaling/ConferenceError';
import type {
  JoinRoomRequest,
  ParticipantMedia,
  Reaction,
  RoomInfo,
  Seat,
} from '../signaling/protocol.generated';
import type { RoomsApi } from '../signaling/RoomsApi';
import type { ServerEvents, SignalingClient } from '../signaling/SignalingClient';
import type { BrowserStorage } from './BrowserStorage';
import type { CallPeers } from './CallPeers';
import { CallStore } from './CallStore';
import { ChatStore } from './ChatStore';
import type {
  ConferenceModel,
  ConferenceNotice,
  ConferencePhase,
  DeadEnd,
  ParticipantModel,
  ServerLink,
} from './model';
import type { OutboxStorage } from './OutboxStorage';
import { roomLink } from './roomCode';
import { RoomInfoStore } from './RoomInfoStore';
import type { SeatMemory } from './SeatMemory';
import { Seating, type Guest, type Refusal } from './Seating';
import { serverEvents } from './serverEvents';
import { nameProblem, tidyName } from './textRules';

const nameKey = 'conference:name';
const offerMilliseconds = 100;

type JoinOptions = Parameters<ConferenceModel['join']>[0];
type JoinProblem = ConferenceModel['joinProblem']['value'];

export interface ConferenceParts {
  readonly code: string;
  readonly api: RoomsApi;
  readonly createSignaling: (events: ServerEvents, onConnected: () => void) => SignalingClient;
  readonly createMedia: (onNotice: (notice: ConferenceNotice) => void) => LocalMedia;
  readonly createPeers: (signaling: SignalingClient, media: LocalMedia) => CallPeers;
  readonly seatMemory: SeatMemory;
  readonly storage: BrowserStorage;
  readonly outboxStorage: OutboxStorage;
  readonly instanceId: string;
  /** The page goes away: by a reload, or for good. */
  readonly onPageHide: (handler: () => void, until: AbortSignal) => void;
}

const joinProblems: Readonly<Partial<Record<string, JoinProblem>>> = {
  name_required: 'nameRequired',
  name_too_long: 'nameTooLong',
  name_invalid: 'nameInvalid',
  too_fast: 'tooFast',
};

export class ConferenceStore implements ConferenceModel {
  readonly code: string;
  readonly link: string;
  readonly rememberedName: string;
  readonly phase = signal<ConferencePhase>({ kind: 'loading' });
  readonly info: ReadonlySignal<RoomInfo | undefined>;
  readonly joinProblem = signal<JoinProblem>(undefined);
  readonly chatOnly = signal(false);
  readonly notice = signal<ConferenceNotice | undefined>(undefined);
  readonly serverLink: ReadonlySignal<ServerLink>;
  readonly ownQuality: ReadonlySignal<ParticipantModel['quality']>;
  readonly callStartedAt: ReadonlySignal<number | undefined>;
  readonly participants: ReadonlySignal<readonly ParticipantModel[]>;
  readonly local: ReadonlySignal<ParticipantModel | undefined>;
  readonly media: LocalMedia;
  readonly chat: ChatStore;
  private readonly signaling: SignalingClient;
  private readonly peers: CallPeers;
  private readonly call: CallStore;
  private readonly seating: Seating;
  private readonly roomInfo: RoomInfoStore;
  private readonly closing = new AbortController();
  private readonly stops: readonly (() => void)[];
  private told: ParticipantMedia | undefined;
  private lastJoin: JoinOptions | undefined;

  constructor(private readonly parts: ConferenceParts) {
    this.code = parts.code;
    this.link = roomLink(parts.code);
    this.rememberedName = readName(parts.storage.read(nameKey));
    this.roomInfo = new RoomInfoStore(parts.code, parts.api, () =>
      this.end({ reason: 'notFound' }),
    );
    this.media = parts.createMedia((notice) => this.tell(notice));
    this.signaling = parts.createSignaling(
      serverEvents(
        () => this.call,
        () => this.end({ reason: 'seatTaken' }),
      ),
      () => void this.seating.connected(),
    );
    this.peers = parts.createPeers(this.signaling, this.media);
    this.call = this.createCall();
    this.seating = this.createSeating();
    this.info = this.roomInfo.info;
    this.serverLink = this.call.link.link;
    this.ownQuality = this.peers.ownQuality;
    this.callStartedAt = this.call.startedAt;
    this.participants = this.call.participants;
    this.local = this.call.local;
    this.chat = this.call.chat;
    this.stops = this.follow();
    parts.onPageHide(() => parts.seatMemory.goAway(Date.now()), this.closing.signal);
    this.begin();
  }

  readonly title = computed(() => this.call.roster.title.value ?? this.info.value?.title ?? '');
  readonly isHost = computed(
    () => this.call.seat.value?.isHost ?? this.info.value?.isHost ?? false,
  );

  async join(options: JoinOptions): Promise<void> {
    const name = tidyName(options.name);
    this.joinProblem.value = nameProblem(name);
    if (this.joinProblem.value) {
      return;
    }
    this.parts.storage.write(nameKey, name);
    this.lastJoin = { ...options, name };
    this.enter(options.chatOnly);
    this.startDevices(!options.chatOnly && !options.withoutDevices);
    await this.seating.join({ name, chatOnly: options.chatOnly, token: undefined });
  }

  async rejoin(): Promise<void> {
    if (this.lastJoin) {
      await this.join(this.lastJoin);
    }
  }

  async leave(): Promise<void> {
    this.finish();
    this.phase.value = { kind: 'left' };
    await this.act(() => this.signaling.server.LeaveRoom());
    if (this.phase.peek().kind === 'left') {
      this.roomInfo.start();
    }
  }

  async toggleMicrophone(): Promise<void> {
    await this.media.setMicrophone(this.call.ownMedia.value.microphone !== 'on');
  }

  async toggleCamera(): Promise<void> {
    await this.media.setCamera(this.call.ownMedia.value.camera !== 'on');
  }

  async raiseHand(): Promise<void> {
    await this.act(() => this.signaling.server.RaiseHand());
  }

  async lowerHand(): Promise<void> {
    await this.act(() => this.signaling.server.LowerHand());
  }

  async react(reaction: Reaction): Promise<void> {
    this.call.showOwnReaction(reaction);
    await this.act(() => this.signaling.server.SendReaction({ reaction }));
  }

  close(): void {
    const wasSeated = this.call.seated.value;
    this.finish();
    this.closing.abort();
    this.roomInfo.stop();
    for (const stop of this.stops) {
      stop();
    }
    this.call.close();
    this.peers.close();
    this.media.close();
    void this.goodbye(wasSeated);
  }

  private begin(): void {
    this.signaling.open();
    const kept = this.parts.seatMemory.read(Date.now());
    if (!kept) {
      this.roomInfo.start();
      return;
    }
    const { name, chatOnly, token, media } = kept;
    const withoutDevices = media.microphone === 'none' && media.camera !== 'on';
    this.lastJoin = { name, chatOnly, withoutDevices };
    this.enter(chatOnly);
    this.media.prepare({ microphone: media.microphone !== 'muted', camera: media.camera === 'on' });
    this.startDevices(!chatOnly && !withoutDevices);
    void this.seating.resume({ name, chatOnly, token });
  }

  private enter(chatOnly: boolean): void {
    this.chatOnly.value = chatOnly;
    this.phase.value = { kind: 'joining' };
  }

  private startDevices(wanted: boolean): void {
    if (!wanted) {
      this.media.stop();
    } else if (this.media.microphone.value === 'off' && this.media.camera.value === 'off') {
      void this.media.start();
    }
  }

  private createCall(): CallStore {
    const { code, api, storage, outboxStorage } = this.parts;
    return new CallStore({
      media: this.media,
      peers: this.peers,
      createChat: (roster) =>
        new ChatStore({
          code,
          api,
          storage,
          outboxStorage,
          server: this.signaling.server,
          roster: roster.participants,
          onTooFast: () => this.tell({ kind: 'tooFast' }),
        }),
      onMissed: () => this.signaling.reconnect(),
      onNotice: (notice) => this.tell(notice),
    });
  }

  private createSeating(): Seating {
    return new Seating({
      server: this.signaling.server,
      isConnected: () => this.signaling.connected.value,
      describe: () => this.describe(),
      onSeat: (seat, guest) => void this.takeSeat(seat, guest),
      onRefused: (refusal) => this.refused(refusal),
    });
  }

  private describe(): Omit<JoinRoomRequest, 'name' | 'chatOnly' | 'resumeToken'> {
    this.told = this.call.ownMedia.value;
    const { lastSequence } = this.chat;
    return {
      code: this.code,
      instanceId: this.parts.instanceId,
      media: this.told,
      ...(lastSequence !== undefined && { lastSequence }),
    };
  }

  /** The offers go out before the call is drawn: others answer them meanwhile. */
  private async takeSeat(seat: Seat, guest: Guest): Promise<void> {
    const offers = batch(() => this.call.takeSeat(seat, guest));
    this.keepSeat(guest);
    this.roomInfo.stop();
    await Promise.race([offers, wait(offerMilliseconds)]);
    if (this.phase.value.kind === 'joining' && this.call.seat.value === seat) {
      this.phase.value = { kind: 'inCall' };
    }
  }

  private keepSeat({ token, name, chatOnly }: Guest): void {
    if (token !== undefined) {
      this.parts.seatMemory.write({ token, name, chatOnly, media: this.call.ownMedia.peek() });
    }
  }

  private refused(refusal: Refusal): void {
    const wasMissing = refusal.kind === 'status' && refusal.status === 'notFound';
    if (wasMissing || (refusal.kind === 'failure' && refusal.code === 'invalid_code')) {
      this.end({ reason: 'notFound' });
    } else if (refusal.kind === 'status') {
      this.end({ reason: 'full', limit: refusal.limit });
    } else {
      this.joinProblem.value = joinProblems[refusal.code] ?? 'unreachable';
      this.phase.value = { kind: 'preJoin' };
      this.roomInfo.start();
    }
  }

  private follow(): readonly (() => void)[] {
    return [
      effect(() => this.followConnection(this.signaling.connected.value)),
      effect(() => this.followMedia(this.call.ownMedia.value, this.call.seated.value)),
      effect(() => {
        if (this.info.value && this.phase.peek().kind === 'loading') {
          this.phase.value = { kind: 'preJoin' };
        }
      }),
    ];
  }

  private followConnection(connected: boolean): void {
    if (!connected) {
      untracked(() => this.call.disconnected());
    }
  }

  private followMedia(media: ParticipantMedia, seated: boolean): void {
    const isNews = media.microphone !== this.told?.microphone || media.camera !== this.told.camera;
    if (seated && isNews) {
      this.told = media;
      void this.act(() => this.signaling.server.SetMedia({ media }));
      untracked(() => this.seating.guest && this.keepSeat(this.seating.guest));
    }
  }

  private tell(notice: ConferenceNotice): void {
    this.notice.value = notice;
  }

  /** For calls that nobody waits for: what is lost with the connection comes back with the next seat. */
  private async act(call: () => Promise<void>): Promise<void> {
    try {
      await call();
    } catch (cause) {
      const code = failureCode(cause);
      if (code === 'too_fast') {
        this.tell({ kind: 'tooFast' });
      } else if (code !== 'unreachable') {
        log.warn('A call was refused.', cause);
      }
    }
  }

  private finish(): void {
    batch(() => {
      this.seating.giveUp();
      this.parts.seatMemory.clear();
      this.media.stop();
      this.call.end();
    });
  }

  private end(end: DeadEnd): void {
    this.finish();
    this.roomInfo.stop();
    this.signaling.close();
    this.phase.value = { kind: 'deadEnd', end };
  }

  private async goodbye(wasSeated: boolean): Promise<void> {
    if (wasSeated) {
      await this.act(() => this.signaling.server.LeaveRoom());
      if (this.phase.peek().kind === 'left') {
        this.roomInfo.start();
      }
    }
    this.signaling.close();
  }
}

function readName(stored: unknown): string {
  return typeof stored === 'string' ? stored : '';
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
