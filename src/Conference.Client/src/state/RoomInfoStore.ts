import { signal, type ReadonlySignal } from '@preact/signals-core';
import { failureCode } from '../signaling/ConferenceError';
import type { RoomInfo } from '../signaling/protocol.generated';
import { reconnectDelay } from '../signaling/reconnectDelay';
import type { RoomsApi } from '../signaling/RoomsApi';

const refreshMilliseconds = 10_000;

/** What one sees of a room before joining, kept fresh. */
export class RoomInfoStore {
  readonly info = signal<RoomInfo | undefined>(undefined);
  private watching: AbortController | undefined;

  constructor(
    private readonly code: ReadonlySignal<string>,
    private readonly api: RoomsApi,
    private readonly onMissing: () => void,
  ) {}

  start(): void {
    if (!this.watching) {
      this.watching = new AbortController();
      void this.load(this.watching.signal, 0);
    }
  }

  /** What was asked before does not count any more. */
  restart(): void {
    this.stop();
    this.start();
  }

  stop(): void {
    this.watching?.abort();
    this.watching = undefined;
  }

  private async load(until: AbortSignal, failures: number): Promise<void> {
    try {
      const info = await this.api.info(this.code.peek(), until);
      if (!until.aborted) {
        this.info.value = info;
        this.later(refreshMilliseconds, until, 0);
      }
    } catch (cause) {
      const code = failureCode(cause);
      if (until.aborted) {
        return;
      }
      if (code === 'room_not_found' || code === 'invalid_code') {
        this.stop();
        this.onMissing();
      } else {
        this.later(reconnectDelay(failures + 1, Math.random()), until, failures + 1);
      }
    }
  }

  private later(milliseconds: number, until: AbortSignal, failures: number): void {
    const timer = setTimeout(() => void this.load(until, failures), milliseconds);
    until.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }
}
