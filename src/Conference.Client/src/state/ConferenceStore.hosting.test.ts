import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../signaling/FakeHub';
import type { ParticipantInfo, WaitingGuest } from '../signaling/protocol.generated';
import { FakePage, fakeTime, joining, realTime } from './FakePage';
import { participantInfo, seat, snapshot } from './samples';

const guest = (id: string, minute = 0): WaitingGuest => ({
  id,
  personId: `person ${id}`,
  name: `Name of ${id}`,
  since: `2026-03-02T09:0${minute}:00Z`,
});

describe('ConferenceStore as a host', () => {
  let page: FakePage;
  let version: number;

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
    version = 1;
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  const seatOf = (isHost: boolean, lobby?: readonly WaitingGuest[]) =>
    seat({
      isHost,
      room: snapshot({
        participants: [participantInfo('me', { isHost }), participantInfo('bert')],
      }),
      ...(lobby && { lobby }),
    });
  const sit = async (isHost: boolean, lobby?: readonly WaitingGuest[]) => {
    page.answerJoin({ status: 'joined', seat: seatOf(isHost, lobby) });
    await page.settle();
    await page.store.join(joining);
    await page.settle(100);
  };
  const update = (change: Partial<ParticipantInfo>) =>
    page.push('ParticipantUpdated', {
      version: ++version,
      participant: participantInfo('me', change),
    });
  const ids = () => page.store.lobby.value.map(({ id }) => id);

  it('sees who waits, the one first who has waited longest', async () => {
    await sit(true, [guest('b', 2), guest('a', 1)]);
    expect(ids()).toEqual(['a', 'b']);
    page.push('GuestWaiting', { guest: guest('c', 0) });
    expect(page.store.notice.value).toEqual({ kind: 'guestWaiting', guest: guest('c', 0) });
    page.push('GuestWaiting', { guest: guest('c', 0) });
    expect(ids()).toEqual(['c', 'a', 'b']);
    page.push('GuestGone', { guestId: 'a' });
    page.push('GuestGone', { guestId: 'nobody' });
    expect(ids()).toEqual(['c', 'b']);
  });

  it('sees the lobby when it becomes one, in whatever order it hears of it', async () => {
    await sit(false);
    page.push('LobbyShown', { guests: [guest('a')] });
    expect(ids()).toEqual([]);
    update({ isHost: true });
    expect(page.store.isHost.value).toBe(true);
    expect(ids()).toEqual(['a']);
  });

  it('sees nobody any more when it is none', async () => {
    await sit(true);
    page.push('GuestWaiting', { guest: guest('a') });
    update({ isHost: false });
    expect(page.store.isHost.value).toBe(false);
    expect(ids()).toEqual([]);
    update({ isHost: true });
    expect(ids()).toEqual([]);
  });

  it('would be told of nobody if it were none', async () => {
    await sit(false);
    page.push('GuestWaiting', { guest: guest('a') });
    expect(ids()).toEqual([]);
    expect(page.store.notice.value).toBeUndefined();
  });

  it('does to others what it says', async () => {
    await sit(true);
    const { hosting } = page.store;
    await hosting.admit('g');
    await hosting.deny('g');
    await hosting.admitAll();
    await hosting.mute('bert');
    await hosting.muteAll();
    await hosting.stopVideo('bert');
    await hosting.askToUnmute('bert');
    await hosting.lowerHand('bert');
    await hosting.spotlight('bert');
    await hosting.spotlight(undefined);
    await hosting.setHost('bert', true);
    await hosting.remove('bert', { deleteMessages: true });
    await hosting.suspend();
    await hosting.endCall();
    const calls = page.hub.link.calls.filter(({ method }) => !/JoinRoom|Signal/.test(method));
    expect(calls.map(({ method, values }) => [method, ...values])).toEqual([
      ['AdmitGuest', { guest: 'g' }],
      ['DenyGuest', { guest: 'g' }],
      ['AdmitAll'],
      ['MuteParticipant', { to: 'bert' }],
      ['MuteAll'],
      ['StopVideo', { to: 'bert' }],
      ['AskToUnmute', { to: 'bert' }],
      ['LowerHandOf', { to: 'bert' }],
      ['SetSpotlight', { to: 'bert' }],
      ['SetSpotlight', {}],
      ['SetHost', { to: 'bert', host: true }],
      ['RemoveParticipant', { to: 'bert', deleteMessages: true }],
      ['SuspendRoom'],
      ['EndCall'],
    ]);
  });

  it('locks the room over HTTP', async () => {
    await sit(true);
    const asked: unknown[] = [];
    page.roomAnswer = (url, init) => {
      asked.push([init?.method, url, init?.body]);
      return Response.json({});
    };
    await page.store.hosting.setLocked(true);
    expect(asked).toEqual([['PATCH', '/api/rooms/abc-defg-hij/settings', '{"locked":true}']]);
  });

  it.each(['not_waiting', 'last_host', 'own_seat', 'not_allowed'])(
    'hears why nothing happened: %s',
    async (code) => {
      await sit(true);
      page.hub.answers['AdmitGuest'] = () => {
        throw refusal('AdmitGuest', code);
      };
      await page.store.hosting.admit('g');
      expect(page.store.notice.value).toEqual({ kind: 'hostActionFailed', code });
    },
  );

  it('hears that the server was away', async () => {
    await sit(true);
    page.hub.up = false;
    page.hub.link.break();
    await page.settle();
    await page.store.hosting.muteAll();
    expect(page.store.notice.value).toEqual({ kind: 'hostActionFailed', code: 'unreachable' });
  });
});
