import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { log } from '../log';
import type {
  ChatMessage,
  ConferenceServer,
  MessagePage,
  ParticipantInfo,
} from '../signaling/protocol.generated';
import type { RoomsApi } from '../signaling/RoomsApi';
import type { BrowserStorage } from './BrowserStorage';
import {
  append,
  appendPage,
  emptyRun,
  lastSequence,
  messageModels,
  prependPage,
  runOf,
  unreadCount,
  withoutTexts,
  type ChatRun,
  type PendingMessage,
} from './chat';
import { Draft } from './Draft';
import type { ChatModel, MessageModel } from './model';
import { Outbox } from './Outbox';
import type { OutboxEntry, OutboxStorage } from './OutboxStorage';
import { reuse } from './reuse';
import { maximumTextLength, tidyText } from './textRules';
import { TypingStore } from './TypingStore';

export interface ChatOptions {
  readonly code: ReadonlySignal<string>;
  readonly api: RoomsApi;
  readonly server: Pick<ConferenceServer, 'SendMessage' | 'NotifyTyping'>;
  readonly roster: ReadonlySignal<readonly ParticipantInfo[]>;
  readonly outboxStorage: OutboxStorage;
  readonly storage: BrowserStorage;
  readonly onTooFast: () => void;
}

/** The chat of a call: the room's messages in their order, and the own ones on their way there. */
export class ChatStore implements ChatModel {
  readonly loadingEarlier = signal(false);
  readonly draft: ReadonlySignal<string>;
  private readonly run = signal<ChatRun>(emptyRun);
  private readonly author = signal<
    { readonly personId: string; readonly name: string } | undefined
  >(undefined);
  private readonly visible = signal(false);
  private readonly readUpTo = signal<number | undefined>(undefined);
  private readonly lineAt = signal<number | undefined>(undefined);
  private readonly outbox: Outbox;
  private readonly typingStore: TypingStore;
  private readonly draftStore: Draft;
  private readonly pendingMessages = new Map<string, PendingMessage>();
  /** What was deleted while the page is open: a page read before that does not bring it back. */
  private readonly deleted = new Set<number>();
  private announced = 0;
  private catchingUp = false;
  private shown: readonly MessageModel[] = [];

  constructor(private readonly options: ChatOptions) {
    this.draftStore = new Draft(options.code.peek(), options.storage);
    this.draft = this.draftStore.text;
    this.typingStore = new TypingStore(() => options.server.NotifyTyping());
    this.outbox = new Outbox({
      room: options.code,
      storage: options.outboxStorage,
      deliver: (entry) => this.deliver(entry),
      onTooFast: options.onTooFast,
    });
  }

  readonly messages = computed(() => {
    const context = {
      personId: this.author.value?.personId,
      readUpTo: this.visible.value ? this.lineAt.value : this.readUpTo.value,
    };
    const next = messageModels(this.run.value.messages, this.pending(), context);
    this.shown = reuse(this.shown, next, ({ key }) => key);
    return this.shown;
  });

  readonly hasEarlier = computed(() => this.run.value.hasEarlier);

  readonly unread = computed(() =>
    this.visible.value || this.readUpTo.value === undefined
      ? 0
      : unreadCount(this.run.value.messages, this.readUpTo.value, this.author.value?.personId),
  );

  readonly typing = computed(() =>
    this.options.roster.value
      .filter(({ id }) => this.typingStore.typing.value.has(id))
      .map(({ name }) => name),
  );

  /** The last message this page has; undefined before the first seat. */
  get lastSequence(): number | undefined {
    return this.author.value && lastSequence(this.run.value);
  }

  /** A seat is there (again), with the newest page or with what was missed. */
  takeSeat(author: { readonly personId: string; readonly name: string }, page: MessagePage): void {
    const isFirst = this.author.value === undefined;
    this.author.value = author;
    this.setRun(isFirst ? runOf(page) : appendPage(this.run.value, page));
    this.readUpTo.value ??= lastSequence(this.run.value);
    if (this.run.value.hasLater) {
      void this.catchUp();
    }
    void this.resumeOutbox(isFirst);
  }

  /** The room has another code now. */
  move(): void {
    this.draftStore.move(this.options.code.peek());
    this.outbox.move();
  }

  add(messages: readonly ChatMessage[]): void {
    this.announced = Math.max(this.announced, messages.at(-1)?.sequence ?? 0);
    for (const { personId } of messages) {
      this.stopTyping(personId);
    }
    const run = append(this.run.value, messages);
    if (run) {
      this.setRun(run);
    } else {
      void this.catchUp();
    }
  }

  delete(sequences: readonly number[]): void {
    sequences.forEach((sequence) => this.deleted.add(sequence));
    this.setRun(this.run.value);
  }

  /** The author has another name from now on. */
  rename(name: string): void {
    this.author.value = this.author.value && { ...this.author.value, name };
  }

  addTyping(participantId: string): void {
    this.typingStore.start(participantId);
  }

  setDraft(text: string): void {
    this.draftStore.set(text);
    if (text.trim() !== '') {
      this.typingStore.write();
    }
  }

  send(): Promise<void> {
    const text = tidyText(this.draft.value);
    if (text !== '' && text.length <= maximumTextLength) {
      this.draftStore.set('');
      this.typingStore.finish();
      this.lineAt.value = undefined;
      this.outbox.add(text);
    }
    return Promise.resolve();
  }

  retry(key: string): Promise<void> {
    this.outbox.retry(key);
    return Promise.resolve();
  }

  remove(key: string): Promise<void> {
    this.outbox.remove(key);
    return Promise.resolve();
  }

  async loadEarlier(): Promise<void> {
    const before = this.run.value.messages[0]?.sequence;
    if (this.loadingEarlier.value || !this.hasEarlier.value || before === undefined) {
      return;
    }
    this.loadingEarlier.value = true;
    try {
      const page = await this.options.api.messages(this.options.code.peek(), { before });
      this.setRun(prependPage(this.run.value, page));
    } catch (cause) {
      log.warn('Earlier messages stay where they are until somebody scrolls again.', cause);
    } finally {
      this.loadingEarlier.value = false;
    }
  }

  setVisible(visible: boolean): void {
    if (visible && !this.visible.value) {
      this.lineAt.value = this.unread.value > 0 ? this.readUpTo.value : undefined;
    }
    this.visible.value = visible;
    this.markRead();
  }

  close(): void {
    this.outbox.close();
    this.typingStore.close();
  }

  private pending(): readonly PendingMessage[] {
    const author = this.author.value;
    const stored = new Set(this.run.value.messages.map(({ id }) => id));
    return this.outbox.entries.value
      .filter(({ id }) => !stored.has(id))
      .map((entry) => this.pendingMessage(entry, author));
  }

  private pendingMessage(
    entry: OutboxEntry,
    author: { readonly personId: string; readonly name: string } | undefined,
  ): PendingMessage {
    const known = this.pendingMessages.get(entry.id);
    const message = known?.message ?? {
      kind: 'text' as const,
      id: entry.id,
      text: entry.text,
      sentAt: new Date(entry.createdAt).toISOString(),
      ...author,
    };
    const pending = { message, state: entry.failed ? ('failed' as const) : ('sending' as const) };
    this.pendingMessages.set(entry.id, pending);
    return pending;
  }

  private async deliver({ id, text }: OutboxEntry): Promise<void> {
    const { sequence, sentAt } = await this.options.server.SendMessage({ id, text });
    this.add([{ sequence, kind: 'text', sentAt, id, text, ...this.author.value }]);
    this.pendingMessages.delete(id);
  }

  private async resumeOutbox(isFirst: boolean): Promise<void> {
    if (isFirst) {
      await this.outbox.load();
    }
    this.outbox.flush();
  }

  private stopTyping(personId: string | undefined): void {
    for (const participant of this.options.roster.value) {
      if (participant.personId === personId) {
        this.typingStore.stop(participant.id);
      }
    }
  }

  private setRun(run: ChatRun): void {
    this.run.value = withoutTexts(run, this.deleted);
    this.markRead();
  }

  private markRead(): void {
    if (this.visible.value) {
      this.readUpTo.value = lastSequence(this.run.value);
    }
  }

  /** Reads pages until nothing is missing; a failure is made good by the next message or the next seat. */
  private async catchUp(): Promise<void> {
    if (this.catchingUp) {
      return;
    }
    this.catchingUp = true;
    try {
      await this.readMissing();
    } catch (cause) {
      log.warn('Missed messages could not be read yet.', cause);
    } finally {
      this.catchingUp = false;
    }
  }

  private async readMissing(): Promise<void> {
    let last: number;
    do {
      last = lastSequence(this.run.value);
      const page = await this.options.api.messages(this.options.code.peek(), { after: last });
      this.setRun(appendPage(this.run.value, page));
    } while (
      lastSequence(this.run.value) > last &&
      (this.run.value.hasLater || lastSequence(this.run.value) < this.announced)
    );
  }
}
