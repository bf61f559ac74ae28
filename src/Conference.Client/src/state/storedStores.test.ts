import { signal } from '@preact/signals-core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ConferenceError } from '../signaling/ConferenceError';
import type { RoomInfo, RoomListItem } from '../signaling/protocol.generated';
import { RoomsApi } from '../signaling/RoomsApi';
import { BrowserStorage } from './BrowserStorage';
import { FakeStorage } from './FakeStorage';
import { RoomsStore } from './RoomsStore';
import { SeatMemory, type KeptSeat } from './SeatMemory';
import { readSettings, SettingsStore } from './SettingsStore';

let fake: FakeStorage;
let storage: BrowserStorage;

beforeEach(() => {
  fake = new FakeStorage();
  storage = new BrowserStorage(() => fake);
});

describe('BrowserStorage', () => {
  it('keeps values', () => {
    storage.write('key', { a: [1] });
    expect(storage.read('key')).toEqual({ a: [1] });
    storage.remove('key');
    expect(storage.read('key')).toBeNull();
  });

  it('takes a broken or damaged storage as an empty one', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    fake.setItem('damaged', '{');
    expect(storage.read('damaged')).toBeNull();
    fake.broken = true;
    storage.write('key', 1);
    storage.remove('key');
    expect(storage.read('key')).toBeNull();
    expect(warn).toHaveBeenCalledTimes(4);
    warn.mockRestore();
  });
});

describe('settings', () => {
  it.each([null, 'text', 7, [], { theme: 'pink', sounds: 'yes', toString: true }])(
    'keep their defaults over nonsense: %j',
    (stored) => {
      expect(readSettings(stored)).toEqual(readSettings(null));
    },
  );

  it('are as they were left', () => {
    new SettingsStore(storage).update({ theme: 'dark', sounds: false });
    const { settings } = new SettingsStore(storage);
    expect(settings.value).toMatchObject({ theme: 'dark', sounds: false, language: 'system' });
  });
});

describe('SeatMemory', () => {
  const kept: KeptSeat = {
    token: 'token',
    name: 'Ada',
    chatOnly: false,
    media: { microphone: 'on', camera: 'off', screen: 'off' },
  };
  const memory = (isReload: boolean) => new SeatMemory({ code: signal('abc'), storage, isReload });

  it('knows the seat of a reloaded page', () => {
    memory(false).write(kept);
    expect(memory(true).read(0)).toEqual(kept);
  });

  it.each([
    ['a page that was here a minute ago', 60_000, true],
    ['a tab restored after the seat was free', 120_000, false],
  ])('of %s', (_, later, found) => {
    memory(false).write(kept);
    memory(false).goAway(1_000);
    expect(memory(false).read(1_000 + later) !== undefined).toBe(found);
  });

  it('does not give a copied tab the seat of the page it was copied from', () => {
    memory(false).write(kept);
    expect(memory(false).read(0)).toBeUndefined();
  });

  it('is of one room, and can be cleared', () => {
    memory(true).write(kept);
    expect(
      new SeatMemory({ code: signal('other'), storage, isReload: true }).read(0),
    ).toBeUndefined();
    memory(true).clear();
    expect(memory(true).read(0)).toBeUndefined();
    memory(true).goAway(0);
    expect(memory(true).read(0)).toBeUndefined();
  });

  it.each([7, 'text', {}, { token: 'x' }])('does not sit on nonsense: %j', (stored) => {
    storage.write('conference:seat:abc', stored);
    expect(memory(true).read(0)).toBeUndefined();
  });
});

describe('RoomsStore', () => {
  const item = (code: string): RoomListItem => ({
    code,
    title: code,
    isHost: true,
    inCall: 0,
    personId: 'p',
    lastActiveAt: '2026-01-01T00:00:00Z',
  });
  const info: RoomInfo = {
    code: 'a',
    title: 'New',
    isHost: true,
    participantLimit: 16,
    participants: [],
    entry: 'open',
    needsPassword: false,
    audioOnly: false,
  };
  let answer: () => Promise<Response>;
  let rooms: RoomsStore;

  beforeEach(() => {
    answer = () => Promise.resolve(Response.json([item('a'), item('b')]));
    rooms = new RoomsStore(new RoomsApi(() => answer()), storage);
  });

  const refuse = (code: string) => () =>
    Promise.resolve(Response.json({ code, detail: 'No.' }, { status: 400 }));

  it('knows nothing before it asked', () => {
    expect(rooms.rooms.value).toBeUndefined();
  });

  it('lists rooms but the forgotten ones, until they are opened again', async () => {
    await rooms.load();
    rooms.forget('a');
    expect(rooms.rooms.value?.map(({ code }) => code)).toEqual(['b']);
    const later = new RoomsStore(new RoomsApi(() => answer()), storage);
    await later.load();
    expect(later.rooms.value?.map(({ code }) => code)).toEqual(['b']);
    later.remember('a');
    expect(later.rooms.value?.map(({ code }) => code)).toEqual(['a', 'b']);
  });

  it('says when the server cannot be reached, and forgets that', async () => {
    const works = answer;
    answer = () => Promise.reject(new TypeError());
    await rooms.load();
    expect(rooms.unreachable.value).toBe(true);
    answer = works;
    await rooms.load();
    expect(rooms.unreachable.value).toBe(false);
  });

  it('makes a room', async () => {
    answer = () => Promise.resolve(Response.json(info));
    expect(await rooms.create('New')).toBe('a');
    expect(rooms.createProblem.value).toBeUndefined();
  });

  it.each([
    ['title_too_long', 'titleTooLong'],
    ['title_invalid', 'titleInvalid'],
    ['too_fast', 'tooFast'],
    ['sign_in_required', 'signInRequired'],
    ['server_fault', 'unreachable'],
  ])('says why there is no room: %s', async (code, problem) => {
    answer = refuse(code);
    expect(await rooms.create('x')).toBeUndefined();
    expect(rooms.createProblem.value).toBe(problem);
  });

  it('renames', async () => {
    await rooms.load();
    answer = () => Promise.resolve(Response.json(info));
    expect(await rooms.rename('a', 'New')).toBe(true);
    expect(rooms.rooms.value?.map(({ title }) => title)).toEqual(['New', 'b']);
    answer = refuse('not_allowed');
    expect(await rooms.rename('b', 'New')).toBe(false);
  });
});

it('has one kind of failure', () => {
  expect(new ConferenceError('too_fast', 'Wait.')).toMatchObject({
    name: 'ConferenceError',
    code: 'too_fast',
  });
});
