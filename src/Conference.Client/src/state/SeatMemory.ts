import type { ReadonlySignal } from '@preact/signals-core';
import type { ParticipantMedia } from '../signaling/protocol.generated';
import type { BrowserStorage } from './BrowserStorage';

/** What a tab needs to be back in its seat after a reload, without a question. */
export interface KeptSeat {
  readonly token: string;
  readonly name: string;
  readonly chatOnly: boolean;
  readonly media: ParticipantMedia;
  /** When the page went away; absent while it is there. */
  readonly awaySince?: number;
}

const returnMilliseconds = 120_000;

export interface SeatMemoryOptions {
  readonly code: ReadonlySignal<string>;
  /** Of the tab, not of the browser. */
  readonly storage: BrowserStorage;
  readonly isReload: boolean;
}

function isKeptSeat(stored: unknown): stored is KeptSeat {
  return typeof stored === 'object' && stored !== null && 'token' in stored && 'media' in stored;
}

export class SeatMemory {
  constructor(private readonly options: SeatMemoryOptions) {}

  private get key(): string {
    return `conference:seat:${this.options.code.peek()}`;
  }

  /**
   * The seat to return to. A copied tab finds the seat of a page that is still there, and a tab restored next week one that is long free:
   * neither may walk into the call by itself.
   */
  read(now: number): KeptSeat | undefined {
    const stored = this.options.storage.read(this.key);
    if (!isKeptSeat(stored)) {
      return undefined;
    }
    const wasHereJustNow =
      stored.awaySince !== undefined && now - stored.awaySince < returnMilliseconds;
    return this.options.isReload || wasHereJustNow ? stored : undefined;
  }

  write(seat: KeptSeat): void {
    this.options.storage.write(this.key, seat);
  }

  goAway(now: number): void {
    const stored = this.options.storage.read(this.key);
    if (isKeptSeat(stored)) {
      this.write({ ...stored, awaySince: now });
    }
  }

  clear(): void {
    this.options.storage.remove(this.key);
  }
}
