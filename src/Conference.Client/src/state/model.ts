import type { ReadonlySignal } from '@preact/signals-core';
import type {
  DeviceChoice,
  DeviceKind,
  DeviceProblem,
  LocalMediaModel,
} from '../media/LocalMediaModel';
import type {
  ChatMessage,
  HistoryInfo,
  LeaveReason,
  ParticipantInfo,
  PersonInfo,
  Reaction,
  RoomInfo,
  RoomListItem,
} from '../signaling/protocol.generated';

// What the views know of the state: signals to read, actions to call. The stores in this folder implement these interfaces;
// views never touch signaling, peers or media themselves.

export type { DeviceChoice, DeviceKind, DeviceProblem, LocalMediaModel };

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
  readonly quality: 'good' | 'fair' | 'poor';
  /** Shown for 4 s. */
  readonly reaction: { readonly kind: Reaction; readonly key: number } | undefined;
}

export type DeadEnd =
  | { readonly reason: 'notFound' | 'seatTaken' }
  | { readonly reason: 'full'; readonly limit: number };

export type ConferencePhase =
  | { readonly kind: 'loading' | 'preJoin' | 'joining' | 'inCall' | 'left' }
  | { readonly kind: 'deadEnd'; readonly end: DeadEnd };

/** What the server connection is like while in a call. `back` lasts 2 s. */
export type ServerLink = 'connecting' | 'online' | 'reconnecting' | 'away' | 'back';

/** What happened, for toasts and announcements. */
export type ConferenceNotice =
  | { readonly kind: 'joined'; readonly name: string }
  | { readonly kind: 'left'; readonly name: string; readonly reason: LeaveReason }
  | { readonly kind: 'handRaised'; readonly name: string }
  | { readonly kind: 'mutedWhileSpeaking' }
  | { readonly kind: 'deviceProblem'; readonly device: DeviceKind; readonly problem: DeviceProblem }
  | { readonly kind: 'tooFast' };

/** The page `/r/{code}` from pre-join to after the call. */
export interface ConferenceModel {
  readonly code: string;
  readonly link: string;
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
  }): Promise<void>;
  /** A sentence code for the name field or for above the button; absent when all is well. */
  readonly joinProblem: ReadonlySignal<
    'nameRequired' | 'nameTooLong' | 'nameInvalid' | 'unreachable' | 'tooFast' | undefined
  >;
  leave(): Promise<void>;
  rejoin(): Promise<void>;
  toggleMicrophone(): Promise<void>;
  toggleCamera(): Promise<void>;
  raiseHand(): Promise<void>;
  lowerHand(): Promise<void>;
  react(reaction: Reaction): Promise<void>;
  /** Ends everything the page holds. */
  close(): void;
}

export type MessageState = 'sending' | 'sent' | 'failed';

/** A message as the list shows it: from the server, or from the outbox with no sequence yet. */
export interface MessageModel {
  /** The sender's message id, or `s{sequence}` for lines about the call: stable from sending to sent. */
  readonly key: string;
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
    'titleTooLong' | 'titleInvalid' | 'unreachable' | 'tooFast' | undefined
  >;
  rename(code: string, title: string): Promise<boolean>;
  forget(code: string): void;
}

export type Theme = 'system' | 'light' | 'dark';
export type Language = 'en' | 'de';

/** What a person set in this browser; kept in local storage. */
export interface Settings {
  readonly theme: Theme;
  /** `system` follows the browser. */
  readonly language: Language | 'system';
  readonly singleKeyShortcuts: boolean;
  readonly sounds: boolean;
  readonly announceMessages: boolean;
  /** Follows the system until somebody chooses. */
  readonly reduceMotion: boolean | undefined;
  readonly mirrorVideo: boolean;
}

export interface SettingsModel {
  readonly settings: ReadonlySignal<Settings>;
  update(change: Partial<Settings>): void;
}
