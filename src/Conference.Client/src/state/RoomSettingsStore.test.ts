import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomSettingsInfo } from '../signaling/protocol.generated';
import { RoomsApi } from '../signaling/RoomsApi';
import { BrowserStorage } from './BrowserStorage';
import { FakeStorage } from './FakeStorage';
import { RoomSettingsStore } from './RoomSettingsStore';
import { RoomsStore } from './RoomsStore';
import { openSettings } from './samples';

const info: RoomSettingsInfo = {
  title: 'Design',
  settings: openSettings,
  hasPassword: false,
  keepDays: 0,
  lobbyMessage: '',
  removed: [
    { personId: 'a', name: 'A', removedAt: '2026-01-01T00:00:00Z' },
    { personId: 'b', name: 'B', removedAt: '2026-01-01T00:00:00Z' },
  ],
};

describe('RoomSettingsStore', () => {
  let answer: () => Response | Promise<Response>;
  let asked: unknown[];
  let store: RoomSettingsStore;

  beforeEach(() => {
    vi.stubGlobal('location', { origin: 'https://meet.example' });
    asked = [];
    answer = () => Response.json(info);
    const api = new RoomsApi((url, init) => {
      asked.push([init?.method, url, init?.body]);
      return init?.signal?.aborted
        ? Promise.reject(new DOMException('Stop', 'AbortError'))
        : Promise.resolve(answer());
    });
    const code = signal('abc');
    store = new RoomSettingsStore(code, api, (changed) => (code.value = changed));
  });
  afterEach(() => void vi.unstubAllGlobals());

  const refuse = (code: string) => {
    answer = () => Response.json({ code, detail: 'No.' }, { status: 400 });
  };
  const done = () => {
    answer = () => new Response(null, { status: 204 });
  };

  it('loads, and says when it cannot', async () => {
    answer = () => Promise.reject(new TypeError());
    await store.load();
    expect([store.info.value, store.unreachable.value]).toEqual([undefined, true]);
    answer = () => Response.json(info);
    await store.load();
    expect([store.info.value, store.unreachable.value]).toEqual([info, false]);
  });

  it('saves and shows what the server made of it', async () => {
    answer = () => Response.json({ ...info, hasPassword: true });
    expect(await store.save({ password: 'open sesame' })).toBeUndefined();
    expect(asked).toEqual([['PATCH', '/api/rooms/abc/settings', '{"password":"open sesame"}']]);
    expect(store.info.value?.hasPassword).toBe(true);
  });

  it.each(['password_invalid', 'lobby_message_invalid', 'title_too_long', 'not_allowed'])(
    'keeps what there was when it is refused: %s',
    async (code) => {
      await store.load();
      refuse(code);
      expect(await store.save({ title: 'x' })).toBe(code);
      expect(await store.allowBack('a')).toBe(code);
      expect(await store.deleteRoom()).toBe(code);
      expect(await store.makeHostLink()).toBeUndefined();
      expect(store.info.value).toEqual(info);
    },
  );

  it('allows one back, and the other not', async () => {
    await store.load();
    done();
    expect(await store.allowBack('a')).toBeUndefined();
    expect(store.info.value?.removed.map(({ personId }) => personId)).toEqual(['b']);
  });

  it('reads what hosts did when asked to, and again after a failure', async () => {
    const entries = [{ at: '2026-01-01T00:00:00Z', by: 'Ada', action: 'locked' }];
    refuse('server_fault');
    await store.loadAudit();
    expect(store.audit.value).toBeUndefined();
    answer = () => Response.json({ entries });
    await store.loadAudit();
    expect(store.audit.value).toEqual(entries);
  });

  it('deletes', async () => {
    done();
    expect(await store.deleteRoom()).toBeUndefined();
    expect(asked).toEqual([['DELETE', '/api/rooms/abc', null]]);
  });

  it('makes a whole link, whose secret no server sees in an address', async () => {
    const expiresAt = '2026-01-02T00:00:00Z';
    answer = () => Response.json({ secret: 'secret', expiresAt });
    expect(await store.makeHostLink()).toEqual({
      link: 'https://meet.example/r/abc#host=secret',
      expiresAt,
    });
  });

  it('has no problem to tell of when it is closed', async () => {
    store.close();
    await store.load();
    expect([store.info.value, store.unreachable.value]).toEqual([undefined, false]);
  });

  it('is made from the list of rooms', async () => {
    const api = new RoomsApi(() => Promise.resolve(answer()));
    const rooms = new RoomsStore(api, new BrowserStorage(() => new FakeStorage()));
    const settings = rooms.createSettings('abc');
    await settings.load();
    expect(settings.link.value).toBe('https://meet.example/r/abc');
    expect(settings.info.value).toEqual(info);
  });
});
