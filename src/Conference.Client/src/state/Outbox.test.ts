import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConferenceError, type FailureCode } from '../signaling/ConferenceError';
import { newMessageId, Outbox } from './Outbox';
import type { OutboxEntry, OutboxStorage } from './OutboxStorage';

/** Stands for the disk: what is in it survives the page. */
class FakeStorage implements Pick<OutboxStorage, 'read' | 'put' | 'remove'> {
  readonly entries = new Map<string, OutboxEntry>();
  read(room: string): Promise<readonly OutboxEntry[]> {
    return Promise.resolve([...this.entries.values()].filter((entry) => entry.room === room));
  }
  put(entry: OutboxEntry): Promise<void> {
    this.entries.set(entry.id, entry);
    return Promise.resolve();
  }
  remove(id: string): Promise<void> {
    this.entries.delete(id);
    return Promise.resolve();
  }
}

const room = signal('room');
let storage: FakeStorage;
let delivered: OutboxEntry[];
let failures: FailureCode[];
let onTooFast: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  storage = new FakeStorage();
  delivered = [];
  failures = [];
  onTooFast = vi.fn();
});
afterEach(() => void vi.useRealTimers());

function outbox(): Outbox {
  return new Outbox({
    room,
    storage: storage as unknown as OutboxStorage,
    onTooFast: () => onTooFast(),
    deliver: (entry) => {
      const failure = failures.shift();
      if (failure) {
        return Promise.reject(new ConferenceError(failure, 'no'));
      }
      delivered.push(entry);
      return Promise.resolve();
    },
  });
}

const settled = () => vi.runAllTimersAsync();
const texts = () => delivered.map(({ text }) => text);

describe('Outbox', () => {
  it('sends in order and is empty then, on disk too', async () => {
    const box = outbox();
    box.add('one');
    box.add('two');
    expect(box.entries.value).toHaveLength(2);
    await settled();
    expect(texts()).toEqual(['one', 'two']);
    expect(box.entries.value).toEqual([]);
    expect(storage.entries.size).toBe(0);
  });

  it('keeps what the network lost and sends it again under the same id, in order', async () => {
    failures = ['unreachable', 'unreachable'];
    const box = outbox();
    box.add('one');
    box.add('two');
    await settled();
    const ids = box.entries.value.map(({ id }) => id);
    expect(texts()).toEqual([]);
    expect(box.entries.value.every(({ failed }) => !failed)).toBe(true);
    box.flush();
    await settled();
    expect(delivered.map(({ id }) => id)).toEqual(ids);
  });

  it('waits for a seat when it has none', async () => {
    failures = ['not_joined'];
    const box = outbox();
    box.add('one');
    await settled();
    expect(box.entries.value).toHaveLength(1);
    box.flush();
    await settled();
    expect(texts()).toEqual(['one']);
  });

  it('slows down when it is too fast, and says so', async () => {
    failures = ['too_fast', 'too_fast'];
    outbox().add('one');
    await settled();
    expect(texts()).toEqual(['one']);
    expect(onTooFast).toHaveBeenCalledTimes(2);
  });

  it.each<FailureCode>([
    'text_too_long',
    'text_invalid',
    'message_id_reused',
    'too_large',
    'not_allowed',
  ])('fails at once on %s and goes on with the next one', async (code) => {
    failures = [code];
    const box = outbox();
    box.add('refused');
    box.add('next');
    await settled();
    expect(texts()).toEqual(['next']);
    expect(box.entries.value).toMatchObject([{ text: 'refused', failed: true }]);
    expect([...storage.entries.values()]).toMatchObject([{ text: 'refused', failed: true }]);
  });

  it.each<FailureCode>(['not_stored', 'server_fault'])(
    'fails after three times %s',
    async (code) => {
      failures = [code, code, code];
      const box = outbox();
      box.add('one');
      await settled();
      expect(box.entries.value).toMatchObject([{ failed: true }]);
      expect(failures).toEqual([]);
    },
  );

  it('sends after two faults of the server', async () => {
    failures = ['not_stored', 'server_fault'];
    outbox().add('one');
    await settled();
    expect(texts()).toEqual(['one']);
  });

  it('sends a failed one again when asked to, and deletes it when asked to', async () => {
    failures = ['text_invalid', 'text_invalid'];
    const box = outbox();
    box.add('again');
    box.add('never');
    await settled();
    const [again, never] = box.entries.value;
    box.retry(again?.id ?? '');
    box.remove(never?.id ?? '');
    await settled();
    expect(texts()).toEqual(['again']);
    expect(box.entries.value).toEqual([]);
    expect(storage.entries.size).toBe(0);
  });

  it('finds after a reload what was not sent, before what is written now', async () => {
    failures = ['unreachable'];
    const before = outbox();
    before.add('before the reload');
    await settled();
    before.close();

    const after = outbox();
    failures = ['unreachable'];
    after.add('after it');
    await settled();
    await after.load();
    await after.load();
    expect(after.entries.value.map(({ text }) => text)).toEqual(['before the reload', 'after it']);
    after.flush();
    await settled();
    expect(texts()).toEqual(['before the reload', 'after it']);
  });

  it('sends nothing any more when it is closed', async () => {
    failures = ['too_fast'];
    const box = outbox();
    box.add('one');
    box.close();
    await settled();
    expect(texts()).toEqual([]);
    expect([...storage.entries.values()]).toMatchObject([{ text: 'one', failed: false }]);
  });

  it('makes ids of the time and 80 random bits', () => {
    const ids = Array.from({ length: 100 }, newMessageId);
    expect(new Set(ids).size).toBe(100);
    expect(ids.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
    expect(parseInt(newMessageId().slice(0, 12), 16)).toBeCloseTo(Date.now(), -4);
  });
});
