import { signal } from '@preact/signals-core';
import type { SearchResult } from '../signaling/protocol.generated';
import type { HistorySearch } from './model';

const idle: HistorySearch = { text: '', state: 'idle', total: 0, position: 0 };
const delayMilliseconds = 200;

export interface HistorySearchOptions {
  readonly find: (text: string, until: AbortSignal) => Promise<SearchResult>;
  /** A result is the present one: show it. */
  readonly onResult: (sequence: number) => Promise<void>;
}

/** Searches shortly after the last letter, and walks through what was found, newest first. */
export class HistorySearchStore {
  readonly search = signal<HistorySearch>(idle);
  private sequences: readonly number[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = new AbortController();

  constructor(private readonly options: HistorySearchOptions) {}

  setText(text: string): void {
    this.cancel();
    this.sequences = [];
    if (text.trim() === '') {
      this.search.value = { ...idle, text };
      return;
    }
    this.search.value = { ...idle, text, state: 'searching' };
    this.timer = setTimeout(() => void this.ask(text), delayMilliseconds);
  }

  /** The same words, where something else is looked through. */
  again(): void {
    this.setText(this.search.value.text);
  }

  async move(step: 1 | -1): Promise<void> {
    const count = this.sequences.length;
    if (count > 0) {
      await this.show((this.search.value.position - 1 + step + count) % count);
    }
  }

  close(): void {
    this.cancel();
  }

  private cancel(): void {
    clearTimeout(this.timer);
    this.asking.abort();
    this.asking = new AbortController();
  }

  private async ask(text: string): Promise<void> {
    const { signal: until } = this.asking;
    try {
      const { total, sequences } = await this.options.find(text, until);
      this.sequences = sequences;
      this.search.value = { text, state: total > 0 ? 'found' : 'nothing', total, position: 0 };
      await this.show(0);
    } catch {
      if (!until.aborted) {
        this.search.value = { ...idle, text, state: 'failed' };
      }
    }
  }

  private async show(index: number): Promise<void> {
    const sequence = this.sequences[index];
    if (sequence !== undefined) {
      this.search.value = { ...this.search.value, position: index + 1 };
      await this.options.onResult(sequence);
    }
  }
}
