import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../signaling/FakeHub';
import type { RoomInfo } from '../signaling/protocol.generated';
import { FakePage, fakeTime, info, joining, realTime } from './FakePage';

const encode = (payload: object) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(payload))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const token = `eyJhbGciOiJIUzI1NiJ9.${encode({ name: 'Zoë Ångström?' })}.c2ln`;

describe('ConferenceStore with a join token', () => {
  let page: FakePage;

  const open = (change: Partial<RoomInfo> = {}, joinToken: string | null = token) => {
    page.store.close();
    page.roomAnswer = () => Response.json({ ...info, ...change });
    page.joinToken = joinToken ?? undefined;
    page.open();
    return page.settle();
  };

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  it('knows the name and joins with the token, which nothing keeps', async () => {
    await open();
    expect(page.store.rememberedName).toBe('Zoë Ångström?');
    await page.join();
    expect(page.joins()[0]?.joinToken).toBe(token);
    expect(page.kept()).not.toContain(token);
  });

  it('does not send it again when there was a seat', async () => {
    await open();
    await page.join();
    page.hub.link.break();
    await page.settle(5_000);
    expect(page.joins().length).toBeGreaterThan(1);
    expect(page.joins().at(-1)).not.toHaveProperty('joinToken');
  });

  it.each(['lobby', 'locked', 'denied'] as const)('passes the door: %s', async (entry) => {
    await open({ entry, needsPassword: true });
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    expect(page.store.vouched.value).toBe(true);
  });

  it('does not pass where it was removed', async () => {
    await open({ entry: 'removed' });
    expect(page.store.phase.value).toEqual({ kind: 'deadEnd', end: { reason: 'removed' } });
  });

  it('opens a locked door when the link is followed later', async () => {
    await open({ entry: 'locked' }, null);
    expect(page.store.phase.value.kind).toBe('deadEnd');
    page.followJoinLink(token);
    await page.settle();
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
  });

  it('says when it is not good, and goes on without', async () => {
    await open({ entry: 'lobby' });
    page.hub.answers['JoinRoom'] = () => {
      throw refusal('JoinRoom', 'join_token_invalid');
    };
    await page.store.join(joining);
    expect(page.store.joinProblem.value).toBe('joinTokenInvalid');
    expect(page.store.vouched.value).toBe(false);
  });

  it.each(['', 'a.b.c', 'a', `a.${encode({ name: 7 })}.c`])(
    'takes the own name where the token has none: %j',
    async (nameless) => {
      await open({}, nameless);
      expect(page.store.rememberedName).toBe('');
    },
  );
});
