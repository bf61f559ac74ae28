import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePage, fakeTime, info, joining, realTime } from './FakePage';
import { seat } from './samples';

describe('ConferenceStore with a host link', () => {
  let page: FakePage;
  const at = '2026-03-02T09:00:00Z';
  const asked: string[] = [];
  let answerUse: () => Response;

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
    page.store.close();
    asked.length = 0;
    answerUse = () => new Response(null, { status: 204 });
    page.roomAnswer = (url, init) => {
      const isUse = url.endsWith('/host-link/use');
      asked.push(isUse ? (init?.body as string) : url);
      return isUse ? answerUse() : Response.json({ ...info, isHost: true });
    };
    page.hostSecret = 'secret';
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  it('is a host before it sees the room', async () => {
    page.open();
    expect(page.store.phase.value).toEqual({ kind: 'loading' });
    await page.settle();
    expect(asked).toEqual(['{"secret":"secret"}', '/api/rooms/abc-defg-hij']);
    expect(page.store.isHost.value).toBe(true);
    expect(page.kept()).not.toContain('secret');
  });

  it('is a guest when the link is not good any more', async () => {
    answerUse = () => Response.json({ code: 'host_link_invalid' }, { status: 400 });
    page.open();
    await page.settle();
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    expect(page.store.joinProblem.value).toBe('hostLinkInvalid');
  });

  it('tries until there is an answer, and stops when it is closed', async () => {
    answerUse = () => new Response('', { status: 503 });
    page.open();
    await page.settle(10_000);
    expect(page.store.phase.value).toEqual({ kind: 'loading' });
    answerUse = () => new Response(null, { status: 204 });
    await page.settle(5_000);
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    answerUse = () => new Response('', { status: 503 });
    page.followHostLink('another');
    await page.settle();
    page.store.close();
    await page.settle(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('passes the lobby in which it waits', async () => {
    page.hostSecret = undefined;
    page.open();
    page.answerJoin({
      status: 'waiting',
      lobby: { title: '', message: '', hostPresent: false, since: at, serverTime: at },
    });
    await page.settle();
    await page.store.join(joining);
    await page.settle();
    expect(page.store.phase.value.kind).toBe('waiting');
    page.answerJoin({ status: 'joined', seat: seat() });
    page.followHostLink('secret');
    await page.settle(100);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });
});
