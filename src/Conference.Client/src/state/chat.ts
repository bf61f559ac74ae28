import type { ChatMessage, MessagePage } from '../signaling/protocol.generated';
import type { MessageModel, MessageState } from './model';

const groupMilliseconds = 5 * 60_000;

/** A run of the room's chat without gaps. */
export interface ChatRun {
  readonly messages: readonly ChatMessage[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

export const emptyRun: ChatRun = { messages: [], hasEarlier: false, hasLater: false };

export function runOf({ messages, hasEarlier, hasLater }: MessagePage): ChatRun {
  return { messages, hasEarlier, hasLater };
}

export function lastSequence(run: ChatRun): number {
  return run.messages.at(-1)?.sequence ?? 0;
}

/** Adds what follows; what is there already is dropped. Undefined when something in between is missing. */
export function append(run: ChatRun, messages: readonly ChatMessage[]): ChatRun | undefined {
  const last = lastSequence(run);
  const fresh = messages.filter(({ sequence }) => sequence > last);
  const [first] = fresh;
  if (!first) {
    return run;
  }
  const joins = first.sequence === last + 1 || (run.messages.length === 0 && !run.hasLater);
  return joins ? { ...run, messages: [...run.messages, ...fresh] } : undefined;
}

/** Adds the page that was read after the run's end. */
export function appendPage(run: ChatRun, page: MessagePage): ChatRun {
  const empty = run.messages.length === 0;
  const last = lastSequence(run);
  return {
    messages: [...run.messages, ...page.messages.filter(({ sequence }) => sequence > last)],
    hasEarlier: empty ? page.hasEarlier : run.hasEarlier,
    hasLater: page.hasLater,
  };
}

/** Adds the page that was read before the run's start. */
export function prependPage(run: ChatRun, page: MessagePage): ChatRun {
  const first = run.messages[0]?.sequence ?? Infinity;
  return {
    messages: [...page.messages.filter(({ sequence }) => sequence < first), ...run.messages],
    hasEarlier: page.hasEarlier,
    hasLater: run.hasLater,
  };
}

/** The run without the texts of these; the same one when there is none of them. */
export function withoutTexts(run: ChatRun, sequences: ReadonlySet<number>): ChatRun {
  const isMeant = ({ sequence, deleted }: ChatMessage) =>
    sequences.has(sequence) && deleted !== true;
  return run.messages.some(isMeant)
    ? { ...run, messages: run.messages.map((one) => (isMeant(one) ? withoutText(one) : one)) }
    : run;
}

function withoutText(message: ChatMessage): ChatMessage {
  const gone: { -readonly [Name in keyof ChatMessage]: ChatMessage[Name] } = {
    ...message,
    deleted: true,
  };
  delete gone.text;
  return gone;
}

/** A message that is not in the room's chat yet. */
export interface PendingMessage {
  readonly message: MessageModel['message'];
  readonly state: MessageState;
}

export interface MessageContext {
  readonly personId: string | undefined;
  /** The new-messages line stands after this sequence; undefined: there is none. */
  readonly readUpTo: number | undefined;
}

/** The list as the views show it: the run, then what is still being sent. */
export function messageModels(
  messages: readonly ChatMessage[],
  pending: readonly PendingMessage[],
  context: MessageContext,
): readonly MessageModel[] {
  const shown: readonly PendingMessage[] = [
    ...messages.map((message) => ({ message, state: 'sent' as const })),
    ...pending,
  ];
  return shown.map((one, index) => messageModel(one, shown[index - 1]?.message, context));
}

function messageModel(
  { message, state }: PendingMessage,
  previous: MessageModel['message'] | undefined,
  { personId, readUpTo }: MessageContext,
): MessageModel {
  const mine = message.personId !== undefined && message.personId === personId;
  const startsDay = !previous || dayOf(previous) !== dayOf(message);
  const startsNew = isAfter(message, readUpTo) && !isAfter(previous, readUpTo);
  const first = startsDay || startsNew || !isGrouped(previous, message);
  return { key: keyOf(message, mine), message, state, mine, first, startsDay, startsNew };
}

function keyOf(message: MessageModel['message'], mine: boolean): string {
  return mine && message.id !== undefined ? message.id : `s${message.sequence ?? 0}`;
}

function isAfter(
  message: MessageModel['message'] | undefined,
  sequence: number | undefined,
): boolean {
  return sequence !== undefined && message?.sequence !== undefined && message.sequence > sequence;
}

function isGrouped(previous: MessageModel['message'], message: MessageModel['message']): boolean {
  return (
    previous.kind === 'text' &&
    message.kind === 'text' &&
    previous.personId === message.personId &&
    previous.name === message.name &&
    Date.parse(message.sentAt) - Date.parse(previous.sentAt) < groupMilliseconds
  );
}

function dayOf(message: MessageModel['message']): string {
  return new Date(message.sentAt).toDateString();
}

/** Texts of others after a sequence. */
export function unreadCount(
  messages: readonly ChatMessage[],
  readUpTo: number,
  personId: string | undefined,
): number {
  return messages.filter(
    ({ sequence, kind, personId: author, deleted }) =>
      sequence > readUpTo && kind === 'text' && author !== personId && deleted !== true,
  ).length;
}
