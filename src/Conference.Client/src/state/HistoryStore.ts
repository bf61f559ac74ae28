import { signal } from '@preact/signals-core';
import type { HistoryInfo, PersonInfo } from '../signaling/protocol.generated';
import type { HistoryModel, HistoryPhase, HistorySearch, MessageModel } from './model';

const nothing = (): Promise<void> => Promise.resolve();

export class HistoryStore implements HistoryModel {
  readonly phase = signal<HistoryPhase>('loading');
  readonly info = signal<HistoryInfo | undefined>(undefined);
  readonly messages = signal<readonly MessageModel[]>([]);
  readonly hasEarlier = signal(false);
  readonly hasLater = signal(false);
  readonly loading = signal<'earlier' | 'later' | undefined>(undefined);
  readonly target = signal<{ readonly sequence: number } | undefined>(undefined);
  readonly person = signal<PersonInfo | undefined>(undefined);
  readonly search = signal<HistorySearch>({ text: '', state: 'idle', total: 0, position: 0 });
  readonly month = signal<HistoryModel['month']['value']>({ year: 2000, month: 1, days: [] });

  constructor(readonly code: string) {}

  start(): Promise<void> {
    this.phase.value = 'empty';
    return Promise.resolve();
  }

  loadEarlier = nothing;
  loadLater = nothing;
  setPerson = nothing;
  setSearchText = (text: string): void => {
    this.search.value = { ...this.search.value, text };
  };
  nextResult = nothing;
  previousResult = nothing;
  jumpToDay = nothing;
  showMonth = nothing;
  close = (): void => undefined;
}
