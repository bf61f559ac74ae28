import { computed, signal } from '@preact/signals-core';
import { log } from '../log';
import { failureCode } from '../signaling/ConferenceError';
import type { HistoryInfo, MessagePage, PersonInfo } from '../signaling/protocol.generated';
import type { MessageQuery, RoomsApi } from '../signaling/RoomsApi';
import { appendPage, emptyRun, lastSequence, messageModels, prependPage, runOf } from './chat';
import { HistorySearchStore } from './HistorySearchStore';
import type { HistoryModel, HistoryPhase, MessageModel } from './model';
import { reuse } from './reuse';

const phaseOfFailure: Readonly<Partial<Record<string, HistoryPhase>>> = {
  not_allowed: 'noAccess',
  room_not_found: 'notFound',
  invalid_code: 'notFound',
};

/** A room's chat outside of a call: a window on it that grows on scrolling and moves on jumps, however long the chat is. */
export class HistoryStore implements HistoryModel {
  readonly phase = signal<HistoryPhase>('loading');
  readonly info = signal<HistoryInfo | undefined>(undefined);
  readonly loading = signal<'earlier' | 'later' | undefined>(undefined);
  readonly target = signal<{ readonly sequence: number } | undefined>(undefined);
  readonly person = signal<PersonInfo | undefined>(undefined);
  readonly month = signal<HistoryModel['month']['value']>(monthOf(new Date()));
  private readonly run = signal(emptyRun);
  private readonly searchStore: HistorySearchStore;
  private readonly closing = new AbortController();
  private moving = new AbortController();
  private shown: readonly MessageModel[] = [];

  constructor(
    readonly code: string,
    private readonly api: RoomsApi,
  ) {
    this.searchStore = new HistorySearchStore({
      find: (text, until) =>
        this.api.search(code, { text, person: this.person.value?.personId }, until),
      onResult: (sequence) => this.jump(sequence),
    });
  }

  readonly messages = computed(() => {
    const context = { personId: this.info.value?.personId, readUpTo: undefined };
    const next = messageModels(this.run.value.messages, [], context);
    this.shown = reuse(this.shown, next, ({ key }) => key);
    return this.shown;
  });

  readonly hasEarlier = computed(() => this.run.value.hasEarlier);
  readonly hasLater = computed(() => this.run.value.hasLater);
  readonly search = computed(() => this.searchStore.search.value);

  async start({ sequence }: { readonly sequence?: number }): Promise<void> {
    const until = this.startMove();
    try {
      const [info, page] = await Promise.all([
        this.api.history(this.code, until),
        this.api.messages(this.code, { around: sequence }, until),
      ]);
      this.info.value = info;
      this.run.value = runOf(page);
      this.phase.value = page.messages.length > 0 ? 'ready' : 'empty';
      this.aim(sequence);
      await this.showMonthOf(page);
    } catch (cause) {
      if (!until.aborted) {
        this.phase.value = phaseOfFailure[failureCode(cause)] ?? 'unreachable';
      }
    }
  }

  loadEarlier(): Promise<void> {
    const before = this.run.value.messages[0]?.sequence;
    return this.extend('earlier', this.hasEarlier.value && before !== undefined && { before });
  }

  loadLater(): Promise<void> {
    return this.extend('later', this.hasLater.value && { after: lastSequence(this.run.value) });
  }

  async setPerson(personId: string | undefined): Promise<void> {
    this.person.value = this.info.value?.participants.find((one) => one.personId === personId);
    this.searchStore.again();
    await this.move({});
  }

  setSearchText(text: string): void {
    this.searchStore.setText(text);
  }

  nextResult(): Promise<void> {
    return this.searchStore.move(1);
  }

  previousResult(): Promise<void> {
    return this.searchStore.move(-1);
  }

  async jumpToDay(year: number, month: number, day: number): Promise<void> {
    const page = await this.move({ from: new Date(year, month - 1, day).toISOString() });
    this.aim(page?.messages[0]?.sequence);
  }

  async showMonth(year: number, month: number): Promise<void> {
    this.month.value = { year, month, days: [] };
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    try {
      const asked = { year, month, timeZone };
      const { days } = await this.api.days(this.code, asked, this.closing.signal);
      if (this.month.value.year === year && this.month.value.month === month) {
        this.month.value = { year, month, days };
      }
    } catch (cause) {
      this.warn('The days of this month are not known; none can be chosen.', cause);
    }
  }

  close(): void {
    this.closing.abort();
    this.moving.abort();
    this.searchStore.close();
  }

  private async jump(sequence: number): Promise<void> {
    const isHere = this.run.value.messages.some((message) => message.sequence === sequence);
    if (isHere || (await this.move({ around: sequence }))) {
      this.aim(sequence);
    }
  }

  private aim(sequence: number | undefined): void {
    if (sequence !== undefined) {
      this.target.value = { sequence };
    }
  }

  /** The last move wins: what an earlier one still reads is let go. */
  private startMove(): AbortSignal {
    this.moving.abort();
    this.moving = new AbortController();
    this.loading.value = undefined;
    return this.moving.signal;
  }

  private async move(query: MessageQuery): Promise<MessagePage | undefined> {
    const until = this.startMove();
    try {
      const page = await this.read(query, until);
      this.run.value = runOf(page);
      return page;
    } catch (cause) {
      this.warn('The messages there cannot be read; those here stay.', cause);
      return undefined;
    }
  }

  private async extend(side: 'earlier' | 'later', query: MessageQuery | false): Promise<void> {
    if (this.loading.value || !query) {
      return;
    }
    const until = this.moving.signal;
    this.loading.value = side;
    try {
      const page = await this.read(query, until);
      const grow = side === 'earlier' ? prependPage : appendPage;
      this.run.value = grow(this.run.value, page);
    } catch (cause) {
      this.warn('More messages cannot be read until somebody scrolls again.', cause);
    } finally {
      if (!until.aborted) {
        this.loading.value = undefined;
      }
    }
  }

  private read(query: MessageQuery, until: AbortSignal): Promise<MessagePage> {
    return this.api.messages(this.code, { ...query, person: this.person.value?.personId }, until);
  }

  private async showMonthOf({ messages }: MessagePage): Promise<void> {
    const last = messages.at(-1);
    const { year, month } = monthOf(last ? new Date(last.sentAt) : new Date());
    await this.showMonth(year, month);
  }

  private warn(message: string, cause: unknown): void {
    if (!(cause instanceof Error && cause.name === 'AbortError')) {
      log.warn(message, cause);
    }
  }
}

function monthOf(date: Date): HistoryModel['month']['value'] {
  return { year: date.getFullYear(), month: date.getMonth() + 1, days: [] };
}
