import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OutboxStorage, type OutboxEntry } from './OutboxStorage';

const entry = (id: string, change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  room: 'room',
  text: id,
  createdAt: 1,
  failed: false,
  ...change,
});

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => void vi.unstubAllGlobals());

describe('OutboxStorage', () => {
  it('gives a later page the messages of one room in their order', async () => {
    const before = new OutboxStorage();
    await before.put(entry('second', { createdAt: 2 }));
    await before.put(entry('first'));
    await before.put(entry('elsewhere', { room: 'other' }));
    const kept = await new OutboxStorage().read('room');
    expect(kept.map(({ id }) => id)).toEqual(['first', 'second']);
  });

  it('replaces and removes', async () => {
    const storage = new OutboxStorage();
    await storage.put(entry('one'));
    await storage.put(entry('one', { failed: true }));
    expect(await storage.read('room')).toEqual([entry('one', { failed: true })]);
    await storage.remove('one');
    expect(await storage.read('room')).toEqual([]);
  });

  it('does without a store when the browser has none', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new Error('SecurityError');
      },
    });
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const storage = new OutboxStorage();
    await storage.put(entry('one'));
    await storage.remove('one');
    expect(await storage.read('room')).toEqual([]);
  });

  it('goes on when the store refuses', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const storage = new OutboxStorage();
    const unclonable = { ...entry('one'), text: (() => undefined) as unknown as string };
    await expect(storage.put(unclonable)).resolves.toBeUndefined();
    await storage.put(entry('two'));
    expect(await storage.read('room')).toEqual([entry('two')]);
  });
});
