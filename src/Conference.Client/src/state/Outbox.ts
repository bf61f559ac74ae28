import { signal, type ReadonlySignal } from '@preact/signals-core';
import { failureCode, type FailureCode } from '../signaling/ConferenceError';
import { reconnectDelay } from '../signaling/reconnectDelay';
import type { OutboxEntry, OutboxStorage } from './OutboxStorage';
import { wait } from './wait';

const triesOnServerFault = 3;
const tooFastMilliseconds = 1_000;

type Outcome = 'sent' | 'refused' | 'again' | 'offline';

export interface OutboxOptions {
  readonly room: ReadonlySignal<string>;
  readonly storage: OutboxStorage;
  /** Resolves when the server has it on disk. */
  readonly deliver: (entry: OutboxEntry) => Promise<void>;
  readonly onTooFast: () => void;
}

/** 48 bits of time, then 80 random ones: messages written together lie together in the server's index. */
export function newMessageId(): string {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => hex(byte, 2));
  return hex(Date.now(), 12) + random.join('');
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/**
 * Messages on their way, in the order they were written, one at a time. What the network loses is sent again under the same id when
 * it returns; a message fails only when the server refuses it or cannot keep it.
 */
export class Outbox {
  readonly entries = signal<readonly OutboxEntry[]>([]);
  private wanted = false;
  private running = false;
  private closed = false;

  constructor(private readonly options: OutboxOptions) {}

  /** What an earlier page left behind. */
  async load(): Promise<void> {
    const kept = await this.options.storage.read(this.options.room.peek());
    const known = new Set(this.entries.value.map(({ id }) => id));
    this.entries.value = [...kept.filter(({ id }) => !known.has(id)), ...this.entries.value];
  }

  add(text: string): void {
    const last = this.entries.value.at(-1)?.createdAt ?? 0;
    this.put({
      id: newMessageId(),
      room: this.options.room.peek(),
      text,
      createdAt: Math.max(Date.now(), last + 1),
      failed: false,
    });
    this.flush();
  }

  /** The room has another code now: a later page finds what waits under that one. */
  move(): void {
    for (const entry of this.entries.value) {
      this.put({ ...entry, room: this.options.room.peek() });
    }
  }

  retry(id: string): void {
    const entry = this.entries.value.find((one) => one.id === id);
    if (entry?.failed) {
      this.put({ ...entry, failed: false });
      this.flush();
    }
  }

  remove(id: string): void {
    this.entries.value = this.entries.value.filter((entry) => entry.id !== id);
    void this.options.storage.remove(id);
  }

  /** Sends what waits; to be called whenever a seat is there (again). */
  flush(): void {
    this.wanted = true;
    if (!this.running) {
      void this.run();
    }
  }

  close(): void {
    this.closed = true;
  }

  private put(entry: OutboxEntry): void {
    const known = this.entries.value.some(({ id }) => id === entry.id);
    this.entries.value = known
      ? this.entries.value.map((one) => (one.id === entry.id ? entry : one))
      : [...this.entries.value, entry];
    void this.options.storage.put(entry);
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.wanted && !this.closed) {
      this.wanted = false;
      await this.sendAll();
    }
    this.running = false;
  }

  private async sendAll(): Promise<void> {
    for (let entry = this.next(); entry && !this.closed; entry = this.next()) {
      if ((await this.sendOne(entry)) === 'offline') {
        return;
      }
    }
  }

  private next(): OutboxEntry | undefined {
    return this.entries.value.find(({ failed }) => !failed);
  }

  private async sendOne(entry: OutboxEntry): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.try(entry, attempt);
      if (outcome !== 'again' || this.closed) {
        this.settle(entry, outcome);
        return outcome;
      }
    }
  }

  private async try(entry: OutboxEntry, attempt: number): Promise<Outcome> {
    try {
      await this.options.deliver(entry);
      return 'sent';
    } catch (cause) {
      return this.recover(failureCode(cause), attempt);
    }
  }

  private async recover(code: FailureCode, attempt: number): Promise<Outcome> {
    if (code === 'unreachable' || code === 'not_joined') {
      return 'offline';
    }
    if (code === 'too_fast') {
      this.options.onTooFast();
      await wait(tooFastMilliseconds);
      return 'again';
    }
    const mayPass = code === 'not_stored' || code === 'server_fault';
    if (!mayPass || attempt >= triesOnServerFault) {
      return 'refused';
    }
    await wait(reconnectDelay(attempt, 0));
    return 'again';
  }

  private settle(entry: OutboxEntry, outcome: Outcome): void {
    if (outcome === 'sent') {
      this.remove(entry.id);
    } else if (outcome === 'refused') {
      const refused = this.entries.value.find(({ id }) => id === entry.id);
      if (refused) {
        this.put({ ...refused, failed: true });
      }
    }
  }
}
