import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ConferenceServer } from '../signaling/protocol.generated';
import { RoomsApi } from '../signaling/RoomsApi';
import { HostingStore } from './HostingStore';
import type { ConferenceNotice } from './model';
import { RoomSettingsStore } from './RoomSettingsStore';

let calls: string[] = [];
let notices: ConferenceNotice[] = [];

const server = new Proxy({} as ConferenceServer, {
  get: (_, name: string) => (request: unknown) => {
    calls.push(name + (request === undefined ? '' : ` ${JSON.stringify(request)}`));
    return Promise.resolve();
  },
});
const api = new RoomsApi((_, init) => {
  calls.push(`${init?.method ?? ''} ${JSON.stringify(init?.body)}`);
  return Promise.resolve(Response.json({ removed: [] }));
});

const hosting = () =>
  new HostingStore({
    code: signal('abc'),
    api,
    server,
    onNotice: (notice) => notices.push(notice),
  });

beforeEach(() => {
  vi.useFakeTimers();
  calls = [];
  notices = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const inFrame = () => vi.stubGlobal('top', {});

type Deed = (store: HostingStore) => Promise<void>;

const deeds: readonly (readonly [string, Deed])[] = [
  ['admit', (store) => store.admit('a')],
  ['deny', (store) => store.deny('a')],
  ['admitAll', (store) => store.admitAll()],
  ['mute', (store) => store.mute('a')],
  ['stopVideo', (store) => store.stopVideo('a')],
  ['askToUnmute', (store) => store.askToUnmute('a')],
  ['lowerHand', (store) => store.lowerHand('a')],
  ['spotlight', (store) => store.spotlight('a')],
  ['endSpotlight', (store) => store.spotlight(undefined)],
  ['makeHost', (store) => store.setHost('a', true)],
  ['removeAsHost', (store) => store.setHost('a', false)],
  ['lockRoom', (store) => store.setLocked(false)],
];

describe('what a host does with one click', () => {
  test.each(deeds)('is done at once in a page of its own: %s', async (_, act) => {
    await act(hosting());
    expect(calls).toHaveLength(1);
    expect(notices).toEqual([]);
  });

  test.each(deeds)('takes a second one in a frame, after a while: %s', async (deed, act) => {
    inFrame();
    const store = hosting();
    await act(store);
    expect(calls).toEqual([]);
    expect(notices).toEqual([{ kind: 'askedAgain', deed }]);
    vi.advanceTimersByTime(500);
    await act(store);
    expect(calls).toHaveLength(1);
    expect(notices).toHaveLength(1);
    vi.advanceTimersByTime(500);
    await act(store);
    expect(calls).toHaveLength(1);
  });

  test('is not done by fast clicks in a frame, however many', async () => {
    inFrame();
    const store = hosting();
    for (let click = 0; click < 20; click++) {
      await store.admit('a');
      vi.advanceTimersByTime(499);
    }
    expect(calls).toEqual([]);
  });

  test.each<[string, Deed, number]>([
    ['about somebody else', (store) => store.admit('b'), 500],
    ['about something else', (store) => store.deny('a'), 500],
    ['long after', (store) => store.admit('a'), 10_000],
  ])('is not done by a second click %s', async (_, second, milliseconds) => {
    inFrame();
    const store = hosting();
    await store.admit('a');
    vi.advanceTimersByTime(milliseconds);
    await second(store);
    expect(calls).toEqual([]);
  });
});

test('what a dialog has asked about is not asked again', async () => {
  inFrame();
  const store = hosting();
  await store.muteAll();
  await store.suspend();
  await store.endCall();
  await store.remove('a', { deleteMessages: false });
  expect(calls).toHaveLength(4);
});

test('room settings are saved, and people allowed back, by a second click in a frame', async () => {
  inFrame();
  const settings = new RoomSettingsStore(signal('abc'), api, () => undefined);
  const open = { lobby: false };
  expect(await settings.save(open)).toBe('click_again');
  expect(await settings.allowBack('a')).toBe('click_again');
  expect(await settings.save(open)).toBe('click_again');
  expect(calls).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(await settings.save(open)).toBeUndefined();
  expect(await settings.allowBack('a')).toBe('click_again');
  vi.advanceTimersByTime(500);
  expect(await settings.allowBack('a')).toBeUndefined();
  expect(calls).toHaveLength(2);
});
