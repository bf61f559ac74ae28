import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal } from '../signaling/FakeHub';
import type { JoinRoomResult, LobbyPlace, RoomEntry } from '../signaling/protocol.generated';
import { FakePage, fakeTime, info, joining, realTime } from './FakePage';

const place: LobbyPlace = {
  title: 'Design',
  message: 'A moment.',
  hostPresent: true,
  since: '2026-03-02T09:00:00Z',
  serverTime: '2026-03-02T09:00:30Z',
};
const waiting: JoinRoomResult = { status: 'waiting', lobby: place };

describe('ConferenceStore at the door', () => {
  let page: FakePage;

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  const ask = async (answer: JoinRoomResult = waiting) => {
    page.answerJoin(answer);
    await page.settle();
    await page.store.join(joining);
    await page.settle();
  };
  const end = () => {
    const phase = page.store.phase.value;
    return phase.kind === 'deadEnd' ? phase.end.reason : phase.kind;
  };
  const lobby = () => {
    const phase = page.store.phase.value;
    return phase.kind === 'waiting' ? phase.lobby : undefined;
  };
  const answerInfo = (entry: RoomEntry) => {
    page.roomAnswer = () => Response.json({ ...info, entry });
  };
  const reopen = (isReload = false) => {
    page.store.close();
    page.open(isReload);
    return page.settle();
  };

  it('waits in the lobby, for as long as it takes', async () => {
    await ask();
    expect(lobby()).toEqual({
      title: 'Design',
      name: 'Ada',
      message: 'A moment.',
      hostPresent: true,
      since: Date.now() - 30_000,
    });
    await page.settle(60_000);
    expect(page.store.phase.value.kind).toBe('waiting');
    expect(page.joins()).toHaveLength(1);
    expect(page.connections).toEqual([]);
  });

  it('hears what hosts tell who waits', async () => {
    await ask();
    page.push('LobbyUpdated', { hostPresent: false, message: 'Back at ten.' });
    expect(lobby()).toMatchObject({ hostPresent: false, message: 'Back at ten.', name: 'Ada' });
  });

  it('keeps what overtakes the news that it waits', async () => {
    page.hub.answers['JoinRoom'] = () => {
      page.push('LobbyUpdated', { hostPresent: false, message: '' });
      return waiting;
    };
    await page.settle();
    await page.store.join(joining);
    await page.settle();
    expect(lobby()).toMatchObject({ hostPresent: false, message: '' });
  });

  it('takes its seat when a host lets it in, with the devices that run already', async () => {
    await ask();
    page.answerJoin({ status: 'joined', seat: page.seatWith('bert') });
    page.push('LobbyAnswered', { admitted: true });
    await page.settle(100);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
    expect(page.joins()).toHaveLength(2);
    expect(page.joins()[1]).toEqual(page.joins()[0]);
    expect(page.platform.machine.asked).toHaveLength(1);
    expect(page.platform.machine.live('video')).toHaveLength(1);
  });

  it('takes one seat, however often it is let in', async () => {
    await ask();
    let tries = 0;
    page.hub.answers['JoinRoom'] = () => {
      if (++tries > 1) {
        throw refusal('JoinRoom', 'already_joined');
      }
      return { status: 'joined', seat: page.seatWith() };
    };
    page.push('LobbyAnswered', { admitted: true });
    page.push('LobbyAnswered', { admitted: true });
    await page.settle(100);
    page.push('LobbyAnswered', { admitted: true });
    page.push('LobbyAnswered', { admitted: false });
    await page.settle(100);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
    expect(tries).toBe(2);
  });

  it('waits on when it was let in a moment too late', async () => {
    await ask();
    page.push('LobbyAnswered', { admitted: true });
    await page.settle(100);
    expect(page.store.phase.value.kind).toBe('waiting');
    expect(page.joins()).toHaveLength(2);
  });

  it('is let in before it hears that it waits', async () => {
    let tries = 0;
    page.hub.answers['JoinRoom'] = () => {
      if (++tries > 1) {
        return { status: 'joined', seat: page.seatWith() };
      }
      page.push('LobbyAnswered', { admitted: true });
      return waiting;
    };
    await page.settle();
    await page.store.join(joining);
    await page.settle(100);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });

  it('asks again on every new connection, and goes on through a fault', async () => {
    await ask();
    page.hub.link.break();
    await page.settle(300);
    expect(page.joins()).toHaveLength(2);
    page.hub.answers['JoinRoom'] = () => {
      throw refusal('JoinRoom', 'server_fault');
    };
    page.hub.link.break();
    await page.settle(1_000);
    expect(page.store.phase.value.kind).toBe('waiting');
    page.answerJoin({ status: 'joined', seat: page.seatWith() });
    await page.settle(5_000);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });

  it('is told no, and may ask again when a while has passed', async () => {
    await ask();
    answerInfo('denied');
    page.push('LobbyAnswered', { admitted: false });
    await page.settle();
    expect(end()).toBe('denied');
    expect(page.platform.machine.live('video')).toEqual([]);
    await page.settle(20_000);
    expect(end()).toBe('denied');
    answerInfo('lobby');
    await page.settle(10_000);
    expect(end()).toBe('preJoin');
    await ask();
    expect(end()).toBe('waiting');
  });

  it('leaves the lobby for the preview, and asks again if it likes', async () => {
    await ask();
    await page.store.leaveLobby();
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    expect(page.hub.callsOf('LeaveRoom')).toHaveLength(1);
    expect(page.platform.machine.live('video')).toHaveLength(1);
    page.push('LobbyAnswered', { admitted: true });
    page.push('LobbyUpdated', { hostPresent: true, message: 'Late.' });
    page.hub.link.break();
    await page.settle(1_000);
    expect(page.joins()).toHaveLength(1);
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    await ask();
    expect(lobby()?.message).toBe('A moment.');
  });

  it('gives its place up when it is closed', async () => {
    await ask();
    page.store.close();
    await page.settle();
    expect(page.hub.callsOf('LeaveRoom')).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has to wait again when its seat is void', async () => {
    await page.join('bert');
    page.answerJoin(waiting);
    page.hub.link.break();
    await page.settle(300);
    expect(page.store.phase.value.kind).toBe('waiting');
    expect(page.connections.map(({ closed }) => closed)).toEqual([true]);
    expect(page.store.participants.value).toEqual([]);
  });

  it.each(['locked', 'removed', 'denied'] as const)(
    'is told that the door is %s',
    async (status) => {
      answerInfo(status);
      await ask({ status });
      expect(end()).toBe(status);
      expect(page.platform.machine.live('audio')).toEqual([]);
    },
  );

  it('sees a closed door before it asks, and enters when it opens', async () => {
    answerInfo('locked');
    await reopen();
    expect(end()).toBe('locked');
    await page.settle(20_000);
    expect(end()).toBe('locked');
    answerInfo('open');
    await page.settle(10_000);
    expect(end()).toBe('preJoin');
    answerInfo('locked');
    await page.settle(10_000);
    expect(end()).toBe('locked');
    expect(page.joins()).toEqual([]);
  });

  it('does not open again for who was removed', async () => {
    answerInfo('removed');
    await reopen();
    expect(end()).toBe('removed');
    answerInfo('open');
    await page.settle(60_000);
    expect(end()).toBe('removed');
  });

  it('does not look at the door when it comes back to its seat', async () => {
    await page.join();
    page.hidePage();
    answerInfo('locked');
    page.open(true);
    await page.settle(100);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });

  it.each(['passwordRequired', 'passwordWrong'] as const)(
    'asks for a password: %s',
    async (status) => {
      await ask({ status });
      expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
      expect(page.store.joinProblem.value).toBe(status);
      expect(page.platform.machine.live('video')).toHaveLength(1);
    },
  );

  it('keeps a password in memory alone, to come back with', async () => {
    page.answerJoin({ status: 'joined', seat: page.seatWith() });
    await page.settle();
    await page.store.join({ ...joining, password: 'open sesame' });
    await page.settle(100);
    await page.store.leave();
    await page.store.rejoin();
    await page.settle(100);
    expect(page.joins().map(({ password }) => password)).toEqual(['open sesame', 'open sesame']);
    expect(page.kept()).not.toContain('sesame');
    page.hidePage();
    page.open(true);
    await page.settle(100);
    expect(page.joins()[2]).not.toHaveProperty('password');
  });

  it('says how many seats there are when the lobby is full', async () => {
    await ask({ status: 'full' });
    expect(page.store.phase.value).toEqual({
      kind: 'deadEnd',
      end: { reason: 'full', limit: info.participantLimit },
    });
  });

  describe('when a host ends it', () => {
    it('is out for good', async () => {
      await page.join('bert');
      page.push('SeatEnded', { reason: 'removed' });
      expect(end()).toBe('removed');
      expect(page.connections[0]?.closed).toBe(true);
      expect(page.platform.machine.live('audio')).toEqual([]);
      await page.settle(60_000);
      expect(page.joins()).toHaveLength(1);
      page.hidePage();
      await reopen(true);
      expect(page.joins()).toHaveLength(1);
    });

    it('may come back to a call that was ended', async () => {
      await page.join('bert');
      page.push('SeatEnded', { reason: 'callEnded' });
      expect(page.store.phase.value).toEqual({ kind: 'left', how: 'callEnded' });
      expect(page.connections[0]?.closed).toBe(true);
      page.hub.link.break();
      await page.settle(1_000);
      expect(page.joins()).toHaveLength(1);
      await page.store.rejoin();
      await page.settle(100);
      expect(page.store.phase.value).toEqual({ kind: 'inCall' });
      expect(page.joins()[1]).not.toHaveProperty('resumeToken');
    });

    it.each(['in the call', 'in the lobby'])('has no room any more: %s', async (where) => {
      await (where === 'in the lobby' ? ask() : page.join());
      page.push('SeatEnded', { reason: 'roomDeleted' });
      page.roomAnswer = () => Response.json({ code: 'room_not_found' }, { status: 404 });
      await page.settle(20_000);
      expect(page.store.phase.value).toEqual({ kind: 'left', how: 'roomDeleted' });
      expect(page.hub.link.stopped).toBe(true);
    });

    it('does not care without a seat', async () => {
      await page.settle();
      page.push('SeatEnded', { reason: 'removed' });
      expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    });
  });
});
