import { computed, effect, signal, untracked } from '@preact/signals-core';
import type { LocalMedia } from '../media/LocalMedia';
import type { MeshRoster } from '../peers/PeerMesh';
import type {
  GuestGoneEvent,
  GuestWaitingEvent,
  HostActedEvent,
  LobbyShownEvent,
  MessagesAddedEvent,
  MessagesDeletedEvent,
  ParticipantInfo,
  ParticipantMedia,
  Reaction,
  ReactionReceivedEvent,
  RoomSettings,
  Seat,
  SignalReceivedEvent,
  TypingReceivedEvent,
} from '../signaling/protocol.generated';
import type { CallPeers } from './CallPeers';
import type { ChatStore } from './ChatStore';
import { LobbyStore } from './LobbyStore';
import type { ConferenceNotice, ParticipantModel } from './model';
import { onThisClock } from './pageClock';
import { participantModels } from './participantModels';
import { permissionsOf } from './permissions';
import { ReactionsStore } from './ReactionsStore';
import { reuse } from './reuse';
import type { RosterEvent } from './roster';
import { RosterStore } from './RosterStore';
import type { Guest } from './Seating';
import { ServerLinkStore } from './ServerLinkStore';
import { wireMedia } from './wireMedia';

export interface CallOptions {
  readonly media: LocalMedia;
  readonly peers: CallPeers;
  readonly createChat: (roster: RosterStore) => ChatStore;
  /** An event was missed: only a snapshot helps. */
  readonly onMissed: () => void;
  readonly onNotice: (notice: ConferenceNotice) => void;
}

/** The call one has a seat in: its roster, its tiles, its chat. It outlives the connection to the server. */
export class CallStore {
  readonly seat = signal<Seat | undefined>(undefined);
  /** The server has our seat on the present connection. */
  readonly seated = signal(false);
  readonly startedAt = signal<number | undefined>(undefined);
  readonly link = new ServerLinkStore();
  readonly roster: RosterStore;
  readonly chat: ChatStore;
  private readonly reactions = new ReactionsStore();
  private readonly lobby = new LobbyStore();
  private readonly stops: readonly (() => void)[];
  private chatOnly = false;
  private held: (() => void)[] = [];
  private shown: readonly ParticipantModel[] = [];

  constructor(private readonly options: CallOptions) {
    const { peers, onMissed, onNotice } = options;
    this.roster = new RosterStore({
      isLocal: (id) => id === this.seat.peek()?.participantId,
      isHeard: (id) => peers.connections.peek().get(id)?.state.peek() === 'connected',
      onMissed,
      onNotice,
    });
    this.chat = options.createChat(this.roster);
    this.stops = [
      effect(() => this.followRoster(this.roster.participants.value, this.roster.settings.value)),
      effect(() => this.followConnections()),
      effect(() => this.followHostRights(this.isHost.value)),
    ];
  }

  readonly ownMedia = computed<ParticipantMedia>(() =>
    wireMedia(
      this.options.media.microphone.value,
      this.options.media.camera.value,
      this.options.media.screen.state.value,
    ),
  );

  /** The own entry in the roster. */
  readonly own = computed(() => {
    const id = this.seat.value?.participantId;
    return this.roster.participants.value.find((participant) => participant.id === id);
  });

  readonly isHost = computed(() => this.own.value?.isHost === true);
  readonly permissions = computed(() => permissionsOf(this.roster.settings.value, this.own.value));

  /** Who waits; empty for who is no host, whatever arrives. */
  readonly guests = computed(() => (this.isHost.value ? this.lobby.guests.value : []));

  readonly participants = computed(() => {
    const { media, peers } = this.options;
    const next = participantModels({
      participants: this.roster.participants.value,
      localId: this.seat.value?.participantId,
      local: {
        media: this.ownMedia.value,
        speaking: media.speaking.value,
        stream: media.cameraStream.value,
        screen: media.screen.stream.value,
        quality: peers.ownQuality.value,
      },
      connections: peers.connections.value,
      speaking: peers.speaking.value,
      reactions: this.reactions.shown.value,
    });
    this.shown = reuse(this.shown, next, ({ info }) => info.id);
    return this.shown;
  });

  readonly local = computed(() => this.participants.value.find(({ isLocal }) => isLocal));

  /** To be called in a batch. Resolves when offers to everybody are on their way. */
  takeSeat(seat: Seat, { name, chatOnly }: Guest): Promise<void> {
    this.chatOnly = chatOnly;
    if (!seat.resumed && this.roster.epoch === seat.room.epoch) {
      // Everybody was told that we left: the connections of before are over on their side.
      this.options.peers.mesh.dropAll();
    }
    this.seat.value = seat;
    this.roster.take(seat.room);
    const offers = chatOnly
      ? Promise.resolve()
      : this.options.peers.mesh.arrive(this.meshRoster(seat), seat.iceServers, seat.iceLifetime);
    this.startedAt.value = onThisClock(seat.room.callStartedAt, seat.room.serverTime, Date.now());
    this.lobby.show(seat.lobby ?? []);
    this.chat.takeSeat({ personId: seat.personId, name }, seat.chat);
    this.seated.value = true;
    this.link.up();
    const { held } = this;
    this.held = [];
    held.forEach((event) => event());
    return offers;
  }

  change(event: RosterEvent): void {
    this.whenSeated(() => this.roster.apply(event));
  }

  addMessages({ messages }: MessagesAddedEvent): void {
    this.whenSeated(() => this.chat.add(messages));
  }

  deleteMessages({ sequences }: MessagesDeletedEvent): void {
    this.whenSeated(() => this.chat.delete(sequences));
  }

  tellHostAct({ by, act }: HostActedEvent): void {
    this.whenSeated(() => this.options.onNotice({ kind: 'hostActed', by, act }));
  }

  addGuest({ guest }: GuestWaitingEvent): void {
    this.whenSeated(() => {
      if (this.lobby.add(guest) && this.isHost.peek()) {
        this.options.onNotice({ kind: 'guestWaiting', guest });
      }
    });
  }

  removeGuest({ guestId }: GuestGoneEvent): void {
    this.whenSeated(() => this.lobby.remove(guestId));
  }

  showLobby({ guests }: LobbyShownEvent): void {
    this.whenSeated(() => this.lobby.show(guests));
  }

  receiveSignal(event: SignalReceivedEvent): void {
    this.whenSeated(() => this.options.peers.mesh.receive(event));
  }

  showReaction({ participantId, reaction }: ReactionReceivedEvent): void {
    this.whenSeated(() => this.reactions.show(participantId, reaction));
  }

  showOwnReaction(reaction: Reaction): void {
    if (this.seat.value) {
      this.reactions.show(this.seat.value.participantId, reaction);
    }
  }

  showTyping({ participantId }: TypingReceivedEvent): void {
    this.whenSeated(() => this.chat.addTyping(participantId));
  }

  /** The connection to the server broke; the ones to the others did not. */
  disconnected(): void {
    this.seated.value = false;
    this.held = [];
    this.link.down();
  }

  end(): void {
    this.seated.value = false;
    this.held = [];
    this.options.peers.mesh.dropAll();
    this.roster.clear();
    this.startedAt.value = undefined;
    this.link.reset();
  }

  close(): void {
    this.end();
    for (const stop of this.stops) {
      stop();
    }
    this.chat.close();
    this.reactions.close();
  }

  /** What overtakes the answer to joining waits for it. */
  private whenSeated(event: () => void): void {
    if (this.seated.value) {
      event();
    } else {
      this.held.push(event);
    }
  }

  private followRoster(
    participants: readonly ParticipantInfo[],
    { relayOnly }: RoomSettings,
  ): void {
    this.options.peers.audible.value = audible(participants);
    this.options.peers.sharing.value = sharing(participants);
    const seat = this.seat.peek();
    if (seat && participants.length > 0 && !this.chatOnly) {
      untracked(() =>
        this.options.peers.mesh.follow({ localId: seat.participantId, relayOnly, participants }),
      );
    }
  }

  /** Who waits is no longer one's business. */
  private followHostRights(isHost: boolean): void {
    if (!isHost) {
      untracked(() => this.lobby.clear());
    }
  }

  private followConnections(): void {
    this.options.peers.connections.value.forEach(({ state }) => state.value);
    untracked(() => this.roster.checkHeard());
  }

  private meshRoster({ participantId }: Seat): MeshRoster {
    const { participants, settings } = this.roster;
    return {
      localId: participantId,
      relayOnly: settings.peek().relayOnly,
      participants: participants.peek(),
    };
  }
}

function audible(participants: readonly ParticipantInfo[]): ReadonlySet<string> {
  return new Set(participants.filter(({ media }) => media.microphone === 'on').map(({ id }) => id));
}

function sharing(participants: readonly ParticipantInfo[]): ReadonlySet<string> {
  return new Set(participants.filter(({ media }) => media.screen !== 'off').map(({ id }) => id));
}
