import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core';
import type { LocalMedia } from '../media/LocalMedia';
import type { FailureCode } from '../signaling/ConferenceError';
import type { Reaction, RoomInfo } from '../signaling/protocol.generated';
import type { SignalingClient } from '../signaling/SignalingClient';
import { attempt, failureOf } from './attempt';
import type { CallPeers } from './CallPeers';
import { CallStore } from './CallStore';
import { CodeStore } from './CodeStore';
import { connectionRows } from './connectionRows';
import { ChatStore } from './ChatStore';
import type { ConferenceParts } from './ConferenceParts';
import { Entrance } from './Entrance';
import { HostingStore } from './HostingStore';
import { nameIn } from './joinToken';
import type {
  ConferenceModel,
  ConferenceNotice,
  ConferencePhase,
  RoomSettingsModel,
  TileView,
} from './model';
import { OwnDevices } from './OwnDevices';
import { nameFailure } from './refusals';
import { roomLink } from './roomCode';
import { RoomSettingsStore } from './RoomSettingsStore';
import type { SeatingOptions } from './Seating';
import type { KeptSeat } from './SeatMemory';
import { serverEvents } from './serverEvents';
import { StageStore } from './StageStore';
import { nameProblem, tidyName } from './textRules';

const nameKey = 'conference:name';

type JoinOptions = Parameters<ConferenceModel['join']>[0];

export class ConferenceStore implements ConferenceModel {
  readonly code: ReadonlySignal<string>;
  readonly phase: ReadonlySignal<ConferencePhase>;
  readonly info: ReadonlySignal<RoomInfo | undefined>;
  readonly joinProblem: ConferenceModel['joinProblem'];
  readonly vouched: ConferenceModel['vouched'];
  readonly chatOnly = signal(false);
  readonly notice = signal<ConferenceNotice | undefined>(undefined);
  readonly serverLink: ConferenceModel['serverLink'];
  readonly ownQuality: ConferenceModel['ownQuality'];
  readonly callStartedAt: ConferenceModel['callStartedAt'];
  readonly participants: ConferenceModel['participants'];
  readonly local: ConferenceModel['local'];
  readonly sounds: ConferenceModel['sounds'];
  readonly roomSettings: ConferenceModel['roomSettings'];
  readonly permissions: ConferenceModel['permissions'];
  readonly spotlightId: ConferenceModel['spotlightId'];
  readonly lobby: ConferenceModel['lobby'];
  readonly media: LocalMedia;
  readonly chat: ChatStore;
  readonly hosting: HostingStore;
  readonly securityCode: CodeStore;
  readonly stage: StageStore;
  private readonly signaling: SignalingClient;
  private readonly peers: CallPeers;
  private readonly call: CallStore;
  private readonly devices: OwnDevices;
  private readonly entrance: Entrance;
  private readonly closing = new AbortController();
  private readonly stop: () => void;
  private lastJoin: JoinOptions | undefined;

  constructor(private readonly parts: ConferenceParts) {
    const { code, api } = parts;
    this.code = code;
    this.media = parts.createMedia(this.tell);
    this.signaling = this.createSignaling();
    this.peers = parts.createPeers(this.signaling, this.media);
    this.call = this.createCall();
    this.entrance = this.createEntrance();
    this.devices = this.createDevices();
    const { server } = this.signaling;
    this.hosting = new HostingStore({ code, api, server, onNotice: this.tell });
    this.securityCode = new CodeStore({
      exchange: this.peers.mesh.code.state,
      participants: this.call.roster.participants,
      onNotice: this.tell,
    });
    this.stage = new StageStore({
      participants: this.call.roster.participants,
      speaking: this.peers.speaking,
    });
    this.phase = this.entrance.phase;
    this.info = this.entrance.info;
    this.joinProblem = this.entrance.joinProblem;
    this.vouched = this.entrance.vouched;
    this.serverLink = this.call.link.link;
    this.ownQuality = this.peers.ownQuality;
    this.callStartedAt = this.call.startedAt;
    this.participants = this.call.participants;
    this.local = this.call.local;
    this.sounds = this.peers.sounds;
    this.roomSettings = this.call.roster.settings;
    this.permissions = this.call.permissions;
    this.spotlightId = this.call.roster.spotlightId;
    this.lobby = this.call.guests;
    this.chat = this.call.chat;
    const stops = [
      effect(() => this.followConnection(this.signaling.connected.value)),
      effect(() => this.followLink(this.call.roster.code.value)),
      effect(() => this.followEnd(this.phase.value.kind)),
    ];
    this.stop = () => stops.forEach((stop) => stop());
    this.begin();
  }

  readonly connections = computed(() =>
    connectionRows(this.call.roster.participants.value, this.peers.connections.value),
  );

  readonly link = computed(() => roomLink(this.code.value));
  readonly title = computed(() => this.call.roster.title.value ?? this.info.value?.title ?? '');
  readonly isHost = computed(() => this.call.own.value?.isHost ?? this.info.value?.isHost ?? false);

  /** A site that sends somebody knows best. */
  get rememberedName(): string {
    return nameIn(this.entrance.joinToken.peek()) ?? readName(this.parts.storage.read(nameKey));
  }

  async join(options: JoinOptions): Promise<void> {
    const name = tidyName(options.name);
    const problem = nameProblem(name);
    this.entrance.joinProblem.value = problem;
    if (problem) {
      return;
    }
    const { chatOnly, password } = options;
    this.parts.storage.write(nameKey, name);
    this.lastJoin = { ...options, name };
    this.chatOnly.value = chatOnly;
    this.startDevices(!chatOnly && !options.withoutDevices);
    await this.entrance.join({ name, chatOnly, password, token: undefined });
  }

  async rejoin(): Promise<void> {
    if (this.lastJoin) {
      await this.join(this.lastJoin);
    }
  }

  async leave(): Promise<void> {
    this.entrance.leave('left');
    await this.act(() => this.signaling.server.LeaveRoom());
    if (this.phase.peek().kind === 'left') {
      this.entrance.lookInside();
    }
  }

  async leaveLobby(): Promise<void> {
    this.entrance.backToPreJoin();
    await this.act(() => this.signaling.server.LeaveRoom());
  }

  toggleMicrophone(): Promise<void> {
    return this.devices.toggleMicrophone();
  }

  toggleCamera(): Promise<void> {
    return this.devices.toggleCamera();
  }

  toggleScreen(): Promise<void> {
    return this.devices.toggleScreen();
  }

  setRecording(recording: boolean): Promise<FailureCode | undefined> {
    const { server } = this.signaling;
    return failureOf(() => (recording ? server.StartRecording() : server.StopRecording()));
  }

  holdToTalk(held: boolean): void {
    this.devices.holdToTalk(held);
  }

  async raiseHand(): Promise<void> {
    await this.act(() => this.signaling.server.RaiseHand());
  }

  async lowerHand(): Promise<void> {
    await this.act(() => this.signaling.server.LowerHand());
  }

  async react(reaction: Reaction): Promise<void> {
    if (this.permissions.value.react) {
      this.call.showOwnReaction(reaction);
      await this.act(() => this.signaling.server.SendReaction({ reaction }));
    }
  }

  async setName(wanted: string): Promise<FailureCode | undefined> {
    const name = tidyName(wanted);
    const problem = nameProblem(name);
    if (problem) {
      return nameFailure(problem);
    }
    const refused = await failureOf(() => this.signaling.server.SetName({ name }));
    if (refused === undefined) {
      this.rename(name);
    }
    return refused;
  }

  showTiles(views: ReadonlyMap<string, TileView>): void {
    this.peers.shownTiles.value = views;
  }

  createSettings(): RoomSettingsModel {
    return new RoomSettingsStore(this.code, this.parts.api, (code) => this.followLink(code));
  }

  close(): void {
    const hasPlace = this.call.seated.value || this.phase.value.kind === 'waiting';
    this.entrance.close();
    this.closing.abort();
    this.stop();
    this.devices.close();
    this.securityCode.close();
    this.stage.close();
    this.call.close();
    this.peers.close();
    this.media.close();
    void this.goodbye(hasPlace);
  }

  private begin(): void {
    const { seatMemory, onPageHide, onHostLink, onJoinToken } = this.parts;
    onPageHide(() => seatMemory.goAway(Date.now()), this.closing.signal);
    this.signaling.open();
    const kept = seatMemory.read(Date.now());
    onJoinToken((token) => this.entrance.vouch(token), this.closing.signal);
    onHostLink((secret) => void this.entrance.becomeHost(secret), this.closing.signal);
    if (kept) {
      this.comeBack(kept);
    } else {
      this.entrance.lookInside();
    }
  }

  private comeBack({ name, chatOnly, token, media }: KeptSeat): void {
    const withoutDevices = media.microphone === 'none' && media.camera !== 'on';
    this.lastJoin = { name, chatOnly, withoutDevices };
    this.chatOnly.value = chatOnly;
    this.media.prepare({ microphone: media.microphone !== 'muted', camera: media.camera === 'on' });
    this.startDevices(!chatOnly && !withoutDevices);
    void this.entrance.resume({ name, chatOnly, token, password: undefined });
  }

  private startDevices(wanted: boolean): void {
    if (!wanted) {
      this.media.stop();
    } else if (this.media.microphone.value === 'off' && this.media.camera.value === 'off') {
      void this.media.start();
    }
  }

  private createSignaling(): SignalingClient {
    const events = serverEvents(
      () => this.call,
      () => this.entrance.events,
    );
    return this.parts.createSignaling(events, () => void this.entrance.connected());
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
      onNotice: this.tell,
    });
  }

  private createEntrance(): Entrance {
    return new Entrance({
      parts: this.parts,
      signaling: this.signaling,
      call: this.call,
      media: this.media,
      describe: () => this.describe(),
    });
  }

  private createDevices(): OwnDevices {
    return new OwnDevices({
      media: this.media,
      server: this.signaling.server,
      state: this.call.ownMedia,
      seated: this.call.seated,
      own: this.call.own,
      permissions: this.call.permissions,
      onNotice: this.tell,
      onChanged: () => this.entrance.keepSeat(),
    });
  }

  private describe(): ReturnType<SeatingOptions['describe']> {
    const { lastSequence } = this.call.chat;
    return {
      code: this.code.peek(),
      instanceId: this.parts.instanceId,
      media: this.devices.describe(),
      ...(lastSequence !== undefined && { lastSequence }),
    };
  }

  private rename(name: string): void {
    this.parts.storage.write(nameKey, name);
    this.lastJoin = this.lastJoin && { ...this.lastJoin, name };
    this.chat.rename(name);
    this.entrance.rename(name);
  }

  private followConnection(connected: boolean): void {
    if (!connected) {
      untracked(() => this.call.disconnected());
    }
  }

  /** The next call is compared anew. */
  private followEnd(phase: ConferencePhase['kind']): void {
    if (phase === 'left') {
      untracked(() => this.securityCode.reset());
    }
  }

  /** A host gave the room a new link: what was kept under the old one goes along. */
  private followLink(code: string | undefined): void {
    if (code === undefined || code === this.code.peek()) {
      return;
    }
    untracked(() => {
      this.parts.seatMemory.clear();
      this.parts.code.value = code;
      this.entrance.keepSeat();
      this.chat.move();
      this.parts.onMoved(code);
    });
  }

  private readonly tell = (notice: ConferenceNotice): void => {
    this.notice.value = notice;
  };

  private async act(call: () => Promise<void>): Promise<void> {
    await attempt(call, this.tell);
  }

  private async goodbye(hasPlace: boolean): Promise<void> {
    if (hasPlace) {
      await this.act(() => this.signaling.server.LeaveRoom());
    }
    this.signaling.close();
  }
}

function readName(stored: unknown): string {
  return typeof stored === 'string' ? stored : '';
}
