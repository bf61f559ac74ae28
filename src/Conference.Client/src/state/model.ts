import type { ReadonlySignal } from '@preact/signals-core';
import type { SecurityCode } from '../peers/code/securityCode';
import type {
  DeviceChoice,
  DeviceKind,
  DeviceNews,
  DeviceProblem,
  LocalMediaModel,
  ScreenProblem,
} from '../media/LocalMediaModel';
import type { FailureCode } from '../signaling/ConferenceError';
import type {
  AuditEntry,
  ChangeSettingsRequest,
  ChatMessage,
  HistoryInfo,
  HostAct,
  HostLink,
  LeaveReason,
  ParticipantInfo,
  PersonInfo,
  Reaction,
  RoomInfo,
  RoomListItem,
  RoomSettings,
  RoomSettingsInfo,
  SessionInfo,
  WaitingGuest,
} from '../signaling/protocol.generated';
import type { ConnectionRow } from './connectionRows';
import type { Permissions } from './permissions';

// What the views know of the state: signals to read, actions to call. The stores in this folder implement these interfaces;
// views never touch signaling, peers or media themselves.

export type { DeviceChoice, DeviceKind, DeviceNews, DeviceProblem, LocalMediaModel, ScreenProblem };

export type { Permissions };

export type { Language, LayoutChoice, Settings, SettingsModel, Theme } from './settingsModel';

export type TileState = 'connecting' | 'connected' | 'repairing' | 'lost';

/** One line of the roster, as the views show it. */
export interface ParticipantModel {
  readonly info: ParticipantInfo;
  readonly isLocal: boolean;
  /** Place in the queue of raised hands, from 1; absent when the hand is down. */
  readonly handPlace: number | undefined;
  readonly speaking: boolean;
  readonly tileState: TileState;
  /** The picture alone. Absent until there is one. Sound is played by the state, whether a tile is shown or not. */
  readonly stream: MediaStream | undefined;
  /** The shared screen, beside the camera; absent while the roster says that there is none. */
  readonly screen?: { readonly stream: MediaStream | undefined; readonly paused: boolean };
  readonly quality: 'good' | 'fair' | 'poor';
  /** Shown for 4 s. */
  readonly reaction: { readonly kind: Reaction; readonly key: number } | undefined;
}

/** How a tile is shown, in pixels of the screen. */
export interface TileView {
  readonly width: number;
  readonly height: number;
  readonly pinned: boolean;
}

/** Who matters to this person alone. Tiles are named by the participant's id, shared screens by `{id}:screen`. */
export interface StageModel {
  readonly pinned: ReadonlySignal<string | undefined>;
  /** Who of the others speaks, or spoke last; does not follow every word. */
  readonly activeSpeakerId: ReadonlySignal<string | undefined>;
  /** Pins one tile in place of another, or none. */
  pin(tile: string | undefined): void;
}

export type DeadEnd =
  | { readonly reason: 'notFound' | 'seatTaken' | 'locked' | 'denied' | 'removed' }
  | { readonly reason: 'full'; readonly limit: number };

export type ConferencePhase =
  | { readonly kind: 'loading' | 'preJoin' | 'joining' | 'inCall' }
  /** In the lobby. `since` is on this page's clock, milliseconds since the epoch. */
  | { readonly kind: 'waiting'; readonly lobby: LobbyModel }
  /** After the call: by oneself, because a host ended it for everyone, or because the room was deleted. */
  | { readonly kind: 'left'; readonly how: 'left' | 'callEnded' | 'roomDeleted' }
  | { readonly kind: 'deadEnd'; readonly end: DeadEnd };

/** All that one who waits in the lobby knows. */
export interface LobbyModel {
  /** Empty when untitled. */
  readonly title: string;
  /** The name one asked with. */
  readonly name: string;
  /** What the hosts tell who waits; empty for nothing. */
  readonly message: string;
  readonly hostPresent: boolean;
  readonly since: number;
}

/** What the server connection is like while in a call. `back` lasts 2 s. */
export type ServerLink = 'connecting' | 'online' | 'reconnecting' | 'away' | 'back';

/** What hosts do to others with one click. */
export type HostDeed =
  | 'admit'
  | 'deny'
  | 'admitAll'
  | 'mute'
  | 'stopVideo'
  | 'stopScreen'
  | 'askToUnmute'
  | 'lowerHand'
  | 'spotlight'
  | 'endSpotlight'
  | 'makeHost'
  | 'removeAsHost'
  | 'lockRoom';

/** What happened, for toasts and announcements. */
export type ConferenceNotice =
  | { readonly kind: 'joined'; readonly name: string }
  | { readonly kind: 'left'; readonly name: string; readonly reason: LeaveReason }
  | { readonly kind: 'handRaised'; readonly name: string }
  /** Somebody began to share a screen. */
  | { readonly kind: 'sharing'; readonly name: string }
  /** The own share or camera ended, or did not begin: sharing is kept to hosts, the room to sound. */
  | { readonly kind: 'sharingKept' | 'audioOnly' }
  | { readonly kind: 'screenProblem'; readonly problem: ScreenProblem }
  | { readonly kind: 'mutedWhileSpeaking' }
  | { readonly kind: 'deviceProblem'; readonly device: DeviceKind; readonly problem: DeviceProblem }
  | { readonly kind: 'deviceNews'; readonly news: DeviceNews }
  | { readonly kind: 'tooFast' }
  /** A security code that was compared is not good any more. */
  | {
      readonly kind: 'codeChanged';
      readonly came: readonly string[];
      readonly went: readonly string[];
    }
  /** A host did something to the local participant. */
  | { readonly kind: 'hostActed'; readonly by: string; readonly act: HostAct }
  /** For hosts: somebody asks to join. */
  | { readonly kind: 'guestWaiting'; readonly guest: WaitingGuest }
  /** In another site's frame: what is done when it is clicked again. */
  | { readonly kind: 'askedAgain'; readonly deed: HostDeed }
  /** A host's action was refused or did not reach the server. */
  | { readonly kind: 'hostActionFailed'; readonly code: FailureCode };

export type SecurityCodeState = 'none' | 'notCompared' | 'verified' | 'differ';

/** What everybody with media compares, so that nobody can sit in between unnoticed. */
export interface SecurityCodeModel {
  /** `none` as long as there is nobody to compare with. */
  readonly state: ReadonlySignal<SecurityCodeState>;
  /** Undefined while it is being made. */
  readonly code: ReadonlySignal<SecurityCode | undefined>;
  /** What a person found who compared. */
  answer(match: boolean): void;
}

/** The page `/r/{code}` from pre-join to after the call. */
export interface ConferenceModel {
  /** A host can give the room a new link while one is in it. */
  readonly code: ReadonlySignal<string>;
  readonly link: ReadonlySignal<string>;
  readonly phase: ReadonlySignal<ConferencePhase>;
  /** Before joining and after leaving: title and who is in the room, kept fresh. */
  readonly info: ReadonlySignal<RoomInfo | undefined>;
  /** Empty when untitled. */
  readonly title: ReadonlySignal<string>;
  readonly isHost: ReadonlySignal<boolean>;
  /** The name used last, to fill the field. */
  readonly rememberedName: string;
  readonly media: LocalMediaModel;
  readonly chatOnly: ReadonlySignal<boolean>;
  readonly serverLink: ReadonlySignal<ServerLink>;
  /** Everybody with a seat in joining order, the local participant included. */
  readonly participants: ReadonlySignal<readonly ParticipantModel[]>;
  readonly local: ReadonlySignal<ParticipantModel | undefined>;
  /** On this page's clock, milliseconds since the epoch. */
  readonly callStartedAt: ReadonlySignal<number | undefined>;
  readonly ownQuality: ReadonlySignal<'good' | 'fair' | 'poor'>;
  readonly chat: ChatModel;
  /** The last notice; a new object for every one. */
  readonly notice: ReadonlySignal<ConferenceNotice | undefined>;

  /** Resolves when the phase has changed or `problem` says why not. */
  join(options: {
    readonly name: string;
    readonly chatOnly: boolean;
    readonly withoutDevices: boolean;
    readonly password?: string;
  }): Promise<void>;
  /** A sentence code for a field or for above the button; absent when all is well. */
  readonly joinProblem: ReadonlySignal<
    | 'nameRequired'
    | 'nameTooLong'
    | 'nameInvalid'
    | 'passwordRequired'
    | 'passwordWrong'
    | 'hostLinkInvalid'
    | 'joinTokenInvalid'
    | 'unreachable'
    | 'tooFast'
    | undefined
  >;
  /** Another site sent the person with a join token: lobby, lock and password do not count. */
  readonly vouched: ReadonlySignal<boolean>;
  /** Gives up waiting: back to pre-join. */
  leaveLobby(): Promise<void>;
  leave(): Promise<void>;
  rejoin(): Promise<void>;
  toggleMicrophone(): Promise<void>;
  toggleCamera(): Promise<void>;
  /** Starts with the browser's own question: to be called in the moment of a click or a key. */
  toggleScreen(): Promise<void>;
  /** Tells everybody that one records, or records no more. Resolves with why not, or undefined. */
  setRecording(recording: boolean): Promise<FailureCode | undefined>;
  /** What is played of the others, by participant id. */
  readonly sounds: ReadonlySignal<ReadonlyMap<string, MediaStream>>;
  /** Push to talk: unmuted while it is held. Does nothing for who is unmuted already or may not be. */
  holdToTalk(held: boolean): void;
  raiseHand(): Promise<void>;
  lowerHand(): Promise<void>;
  react(reaction: Reaction): Promise<void>;
  /** Changes the own name during the call. Resolves with why not, or undefined. */
  setName(name: string): Promise<FailureCode | undefined>;
  /** What hosts decided; all allowed before the first seat. */
  readonly roomSettings: ReadonlySignal<RoomSettings>;
  /** What the local participant may do now, hosts always everything. */
  readonly permissions: ReadonlySignal<Permissions>;
  /** The participant whom everybody sees large. */
  readonly spotlightId: ReadonlySignal<string | undefined>;
  readonly stage: StageModel;
  /** Tells what is shown of the others; what is absent is not seen. */
  showTiles(views: ReadonlyMap<string, TileView>): void;
  /** Who waits, the first one first; empty for who is no host. */
  readonly lobby: ReadonlySignal<readonly WaitingGuest[]>;
  readonly securityCode: SecurityCodeModel;
  /** How the connections to the others do, in the order of the roster. */
  readonly connections: ReadonlySignal<readonly ConnectionRow[]>;
  /** What hosts can do. Views offer it to hosts only; the server refuses everybody else. */
  readonly hosting: HostingModel;
  /** The dialog `Room settings` of this room. */
  createSettings(): RoomSettingsModel;
  /** Ends everything the page holds. */
  close(): void;
}

/** A host's actions. What fails is told by the notice `hostActionFailed`. */
export interface HostingModel {
  admit(guestId: string): Promise<void>;
  deny(guestId: string): Promise<void>;
  admitAll(): Promise<void>;
  mute(participantId: string): Promise<void>;
  muteAll(): Promise<void>;
  stopVideo(participantId: string): Promise<void>;
  stopScreen(participantId: string): Promise<void>;
  askToUnmute(participantId: string): Promise<void>;
  lowerHand(participantId: string): Promise<void>;
  spotlight(participantId: string | undefined): Promise<void>;
  setHost(participantId: string, host: boolean): Promise<void>;
  remove(participantId: string, options: { readonly deleteMessages: boolean }): Promise<void>;
  setLocked(locked: boolean): Promise<void>;
  /** Mutes all, locks the room, keeps unmuting, screens and chat to hosts. */
  suspend(): Promise<void>;
  endCall(): Promise<void>;
}

/** A room's settings, for its hosts: from the call and from the home page. Whoever creates it closes it. */
export interface RoomSettingsModel {
  /** The room's link as it is now. */
  readonly link: ReadonlySignal<string>;
  /** Undefined until loaded. */
  readonly info: ReadonlySignal<RoomSettingsInfo | undefined>;
  readonly unreachable: ReadonlySignal<boolean>;
  /** What hosts did, the newest first; undefined until asked for. */
  readonly audit: ReadonlySignal<readonly AuditEntry[] | undefined>;
  load(): Promise<void>;
  loadAudit(): Promise<void>;
  /** Resolves with why it was refused, or undefined. */
  save(change: ChangeSettingsRequest): Promise<FailureCode | undefined>;
  allowBack(personId: string): Promise<FailureCode | undefined>;
  /** Gives the room a new link: the old one is void at once. */
  changeLink(): Promise<FailureCode | undefined>;
  deleteRoom(): Promise<FailureCode | undefined>;
  /** A whole link, secret included, to be shown once; undefined when it could not be made. */
  makeHostLink(): Promise<
    { readonly link: string; readonly expiresAt: HostLink['expiresAt'] } | undefined
  >;
  close(): void;
}

export type MessageState = 'sending' | 'sent' | 'failed';

/** A message as the list shows it: from the server, or from the outbox with no sequence yet. */
export interface MessageModel {
  /** The sender's message id, or `s{sequence}` for lines about the call: stable from sending to sent. */
  readonly key: string;
  /** `message.deleted` is true and its text absent when it was deleted for good. */
  readonly message: Omit<ChatMessage, 'sequence'> & { readonly sequence?: number };
  readonly state: MessageState;
  readonly mine: boolean;
  /** First of a run of one person within 5 minutes: shows avatar, name and time. */
  readonly first: boolean;
  /** Starts a new day: a separator stands before it. */
  readonly startsDay: boolean;
  /** The new-messages line stands before it. */
  readonly startsNew: boolean;
}

/** The chat panel of a call. */
export interface ChatModel {
  readonly messages: ReadonlySignal<readonly MessageModel[]>;
  readonly hasEarlier: ReadonlySignal<boolean>;
  readonly loadingEarlier: ReadonlySignal<boolean>;
  readonly unread: ReadonlySignal<number>;
  /** Names of those who are writing. */
  readonly typing: ReadonlySignal<readonly string[]>;
  /** What is in the composer; survives a reload. */
  readonly draft: ReadonlySignal<string>;
  setDraft(text: string): void;
  /** Puts the draft into the outbox and empties it. Nothing happens when it is blank or too long. */
  send(): Promise<void>;
  retry(key: string): Promise<void>;
  remove(key: string): Promise<void>;
  loadEarlier(): Promise<void>;
  /** The panel is open and its end in view: nothing is unread. */
  setVisible(visible: boolean): void;
}

export type HistoryPhase = 'loading' | 'ready' | 'empty' | 'noAccess' | 'notFound' | 'unreachable';

/** The page `/r/{code}/history`. */
export interface HistoryModel {
  readonly code: string;
  readonly phase: ReadonlySignal<HistoryPhase>;
  readonly info: ReadonlySignal<HistoryInfo | undefined>;
  readonly messages: ReadonlySignal<readonly MessageModel[]>;
  readonly hasEarlier: ReadonlySignal<boolean>;
  readonly hasLater: ReadonlySignal<boolean>;
  readonly loading: ReadonlySignal<'earlier' | 'later' | undefined>;
  /** Scroll there and show it as found; a new object for every jump. */
  readonly target: ReadonlySignal<{ readonly sequence: number } | undefined>;
  readonly person: ReadonlySignal<PersonInfo | undefined>;
  readonly search: ReadonlySignal<HistorySearch>;
  /** Days of the shown month that have messages. */
  readonly month: ReadonlySignal<{
    readonly year: number;
    readonly month: number;
    readonly days: readonly number[];
  }>;
  start(options: { readonly sequence?: number }): Promise<void>;
  loadEarlier(): Promise<void>;
  loadLater(): Promise<void>;
  setPerson(personId: string | undefined): Promise<void>;
  /** Searches 200 ms after the last call. */
  setSearchText(text: string): void;
  nextResult(): Promise<void>;
  previousResult(): Promise<void>;
  jumpToDay(year: number, month: number, day: number): Promise<void>;
  showMonth(year: number, month: number): Promise<void>;
  close(): void;
}

export interface HistorySearch {
  readonly text: string;
  readonly state: 'idle' | 'searching' | 'found' | 'nothing' | 'failed';
  readonly total: number;
  /** From 1. */
  readonly position: number;
}

/** `Your rooms` of the home page. */
export interface RoomsModel {
  readonly rooms: ReadonlySignal<readonly RoomListItem[] | undefined>;
  readonly unreachable: ReadonlySignal<boolean>;
  load(): Promise<void>;
  /** Resolves with the code, or undefined when the server cannot be reached or refuses (`createProblem`). */
  create(title: string): Promise<string | undefined>;
  readonly createProblem: ReadonlySignal<
    'titleTooLong' | 'titleInvalid' | 'signInRequired' | 'unreachable' | 'tooFast' | undefined
  >;
  rename(code: string, title: string): Promise<boolean>;
  forget(code: string): void;
  /** The dialog `Room settings` of one of them, for its hosts. */
  createSettings(code: string): RoomSettingsModel;
}

/** Who is signed in in this browser. */
export interface SessionModel {
  /** Undefined until known. */
  readonly session: ReadonlySignal<SessionInfo | undefined>;
  load(): Promise<void>;
  /** Resolves with whether it worked. */
  signOut(): Promise<boolean>;
}
