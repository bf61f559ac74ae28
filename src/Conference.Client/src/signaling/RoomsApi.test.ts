import { describe, expect, it } from 'vitest';
import { RoomsApi } from './RoomsApi';

interface Asked {
  readonly url: string;
  readonly method: string | undefined;
  readonly body: unknown;
}

function apiAnswering(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = [];
  const api = new RoomsApi((url, init) => {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    asked.push({ url: url as string, method: init?.method, body });
    return Promise.resolve(answer());
  });
  return { api, asked };
}

const ok = () => Response.json({});

describe('RoomsApi', () => {
  it.each<[string, (api: RoomsApi) => Promise<unknown>, Asked]>([
    [
      'creates',
      (api) => api.create('Design'),
      { method: 'POST', url: '/api/rooms', body: { title: 'Design' } },
    ],
    ['lists', (api) => api.list(), { method: 'GET', url: '/api/rooms', body: undefined }],
    [
      'asks about a room',
      (api) => api.info('a/b'),
      { method: 'GET', url: '/api/rooms/a%2Fb', body: undefined },
    ],
    [
      'asks who is signed in',
      (api) => api.session(),
      { method: 'GET', url: '/api/session', body: undefined },
    ],
    [
      'signs out',
      (api) => api.signOut(),
      { method: 'POST', url: '/api/session/sign-out', body: undefined },
    ],
    [
      'renames',
      (api) => api.rename('abc', ''),
      { method: 'PATCH', url: '/api/rooms/abc', body: { title: '' } },
    ],
    [
      'reads history',
      (api) => api.history('abc'),
      { method: 'GET', url: '/api/rooms/abc/history', body: undefined },
    ],
    [
      'reads messages',
      (api) =>
        api.messages('abc', { before: 7, person: undefined, from: '2026-01-01T00:00:00.000Z' }),
      {
        method: 'GET',
        url: '/api/rooms/abc/messages?before=7&from=2026-01-01T00%3A00%3A00.000Z',
        body: undefined,
      },
    ],
    [
      'asks for days',
      (api) => api.days('abc', { year: 2026, month: 2, timeZone: 'Europe/Berlin' }),
      {
        method: 'GET',
        url: '/api/rooms/abc/messages/days?year=2026&month=2&timeZone=Europe%2FBerlin',
        body: undefined,
      },
    ],
    [
      'searches',
      (api) => api.search('abc', { text: 'a & b' }),
      { method: 'GET', url: '/api/rooms/abc/search?text=a+%26+b', body: undefined },
    ],
    [
      'reads settings',
      (api) => api.settings('abc'),
      { method: 'GET', url: '/api/rooms/abc/settings', body: undefined },
    ],
    [
      'changes settings',
      (api) => api.changeSettings('abc', { locked: true, password: '' }),
      {
        method: 'PATCH',
        url: '/api/rooms/abc/settings',
        body: { locked: true, password: '' },
      },
    ],
    [
      'deletes',
      (api) => api.delete('abc'),
      { method: 'DELETE', url: '/api/rooms/abc', body: undefined },
    ],
    [
      'allows one back',
      (api) => api.allowBack('abc', 'a/b'),
      { method: 'DELETE', url: '/api/rooms/abc/removed/a%2Fb', body: undefined },
    ],
    [
      'reads what hosts did',
      (api) => api.audit('abc'),
      { method: 'GET', url: '/api/rooms/abc/audit', body: undefined },
    ],
    [
      'makes a host link',
      (api) => api.makeHostLink('abc'),
      { method: 'POST', url: '/api/rooms/abc/host-link', body: undefined },
    ],
    [
      'uses a host link, whose secret is in no address',
      (api) => api.becomeHost('abc', 'secret'),
      { method: 'POST', url: '/api/rooms/abc/host-link/use', body: { secret: 'secret' } },
    ],
  ])('%s', async (_, call, expected) => {
    const { api, asked } = apiAnswering(ok);
    await call(api);
    expect(asked).toEqual([expected]);
  });

  it('takes an answer without a body', async () => {
    const { api } = apiAnswering(() => new Response(null, { status: 204 }));
    await expect(api.delete('abc')).resolves.toBeUndefined();
  });

  it('reads the code out of problem details', async () => {
    const problem = { status: 404, detail: 'There is no such room.', code: 'room_not_found' };
    const { api } = apiAnswering(() => Response.json(problem, { status: 404 }));
    await expect(api.info('abc')).rejects.toMatchObject({
      code: 'room_not_found',
      message: 'There is no such room.',
    });
  });

  it.each([
    [429, 'too_fast'],
    [502, 'server_fault'],
  ])('makes sense of a bare status %i', async (status, code) => {
    const { api } = apiAnswering(() => new Response('<html>', { status }));
    await expect(api.list()).rejects.toMatchObject({ code });
  });

  it('says when the server cannot be reached', async () => {
    const { api } = apiAnswering(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(api.list()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('lets an abort be an abort', async () => {
    const { api } = apiAnswering(() => Promise.reject(new DOMException('Stop', 'AbortError')));
    await expect(api.list(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});
