import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refusal } from '../signaling/FakeHub';
import type { JoinRoomResult } from '../signaling/protocol.generated';
import { FakePage, fakeTime, realTime } from './FakePage';
import { participantInfo, seat, snapshot } from './samples';

const bert = participantInfo('bert');

describe('ConferenceStore in a call', () => {
  let page: FakePage;

  beforeEach(async () => {
    fakeTime();
    page = new FakePage();
    await page.join('bert');
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  it('follows who page.joins and leaves, and tells', () => {
    page.push('ParticipantJoined', { version: 2, participant: participantInfo('cleo') });
    expect(page.store.notice.value).toEqual({ kind: 'joined', name: 'Name of cleo' });
    page.push('ParticipantLeft', { version: 3, participantId: 'bert', reason: 'vanished' });
    expect(page.store.notice.value).toEqual({
      kind: 'left',
      name: 'Name of bert',
      reason: 'vanished',
    });
    expect(page.store.participants.value.map(({ info: one }) => one.id)).toEqual(['me', 'cleo']);
    expect(page.connections[0]?.closed).toBe(true);
  });

  it('tells of raised hands and shows their order', () => {
    page.push('ParticipantUpdated', {
      version: 2,
      participant: { ...bert, handRaisedAt: '2026-01-01T00:00:00Z' },
    });
    expect(page.store.notice.value).toEqual({ kind: 'handRaised', name: 'Name of bert' });
    expect(page.store.participants.value[1]?.handPlace).toBe(1);
  });

  it('keeps the models of those who did not change', () => {
    const [me, other] = page.store.participants.value;
    page.push('ParticipantUpdated', { version: 2, participant: { ...bert, isHost: true } });
    expect(page.store.participants.value[0]).toBe(me);
    expect(page.store.participants.value[1]).not.toBe(other);
  });

  it('fetches a snapshot when it missed something', async () => {
    page.answerJoin({
      status: 'joined',
      seat: seat({ resumed: true, room: page.seatWith('bert').room }),
    });
    page.push('RoomUpdated', { version: 5, title: 'Too early' });
    await page.settle(300);
    expect(page.joins()).toHaveLength(2);
    expect(page.joins()[1]).toMatchObject({
      resumeToken: 'token 1',
      instanceId: 'this page',
      lastSequence: 0,
    });
    expect(page.connections.map(({ closed }) => closed)).toEqual([false]);
  });

  it('keeps pictures and sound through a break, and comes back to its seat', async () => {
    page.connections[0]?.connect('connected');
    page.hub.up = false;
    page.hub.link.break();
    await page.settle(20_000);
    expect(page.store.serverLink.value).toBe('reconnecting');
    expect(page.store.participants.value[1]?.tileState).toBe('connected');
    page.hub.up = true;
    page.answerJoin({
      status: 'joined',
      seat: seat({ resumed: true, room: page.seatWith('bert').room }),
    });
    await page.settle(5_000);
    expect(page.store.serverLink.value).toBe('back');
    await page.settle(2_000);
    expect(page.store.serverLink.value).toBe('online');
    expect(page.connections.map(({ closed }) => closed)).toEqual([false]);
    expect(page.store.notice.value).toBeUndefined();
  });

  it('makes new page.connections when the others were told that it left', async () => {
    page.connections[0]?.connect('connected');
    page.hub.link.break();
    await page.settle(300);
    expect(page.connections.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('keeps those it hears when a restarted server does not know them yet', async () => {
    page.connections[0]?.connect('connected');
    page.answerJoin({ status: 'joined', seat: seat({ room: snapshot({ epoch: 'second' }) }) });
    page.hub.link.break();
    await page.settle(300);
    expect(page.store.participants.value.map(({ info: one }) => one.id)).toEqual(['me', 'bert']);
    page.push('ParticipantJoined', { version: 2, participant: bert });
    expect(page.connections.map(({ closed }) => closed)).toEqual([false]);
    expect(page.store.notice.value).toBeUndefined();
    await page.settle(130_000);
    expect(page.store.participants.value.map(({ info: one }) => one.id)).toEqual(['me', 'bert']);
  });

  it('lets those go who come back to a restarted server and leave', async () => {
    page.connections[0]?.connect('connected');
    page.answerJoin({ status: 'joined', seat: seat({ room: snapshot({ epoch: 'second' }) }) });
    page.hub.link.break();
    await page.settle(300);
    page.push('ParticipantJoined', { version: 2, participant: bert });
    page.push('ParticipantLeft', { version: 3, participantId: 'bert', reason: 'left' });
    expect(page.store.participants.value.map(({ info: one }) => one.id)).toEqual(['me']);
    expect(page.connections[0]?.closed).toBe(true);
  });

  it('lets those go whom neither the server knows nor anybody hears', async () => {
    page.connections[0]?.connect('connected');
    page.answerJoin({ status: 'joined', seat: seat({ room: snapshot({ epoch: 'second' }) }) });
    page.hub.link.break();
    await page.settle(300);
    page.connections[0]?.connect('disconnected');
    expect(page.store.participants.value.map(({ info: one }) => one.id)).toEqual(['me']);
    expect(page.connections[0]?.closed).toBe(true);
  });

  it('applies what overtakes the answer to joining after it', async () => {
    let answer: (result: JoinRoomResult) => void = () => undefined;
    page.hub.answers['JoinRoom'] = () =>
      new Promise<JoinRoomResult>((resolve) => (answer = resolve));
    page.hub.link.break();
    await page.settle(300);
    page.push('ParticipantUpdated', {
      version: 1,
      participant: participantInfo('bert', { name: 'Old news' }),
    });
    page.push('ParticipantJoined', { version: 2, participant: participantInfo('cleo') });
    answer({ status: 'joined', seat: seat({ resumed: true, room: page.seatWith('bert').room }) });
    await page.settle();
    expect(page.store.participants.value.map(({ info: one }) => one.name)).toEqual([
      'Name of me',
      'Name of bert',
      'Name of cleo',
    ]);
    expect(page.joins()).toHaveLength(2);
  });

  it('tells the server what the devices do, and shows it before the server answers', async () => {
    await page.store.toggleCamera();
    await page.store.toggleMicrophone();
    expect(page.store.local.value?.info.media).toEqual({
      microphone: 'muted',
      camera: 'off',
      screen: 'off',
    });
    expect(page.hub.callsOf('SetMedia').at(-1)).toEqual({
      media: { microphone: 'muted', camera: 'off', screen: 'off' },
    });
    expect(page.connections[0]?.getTransceivers()[1]?.sender.track).toBeNull();
  });

  it('shows reactions, also the own ones', async () => {
    await page.store.react('heart');
    page.push('ReactionReceived', { participantId: 'bert', reaction: 'clap' });
    expect(page.store.participants.value.map(({ reaction }) => reaction?.kind)).toEqual([
      'heart',
      'clap',
    ]);
  });

  it('shows who writes', () => {
    page.push('TypingReceived', { participantId: 'bert' });
    expect(page.store.chat.typing.value).toEqual(['Name of bert']);
  });

  it('rings the tile of one who speaks', async () => {
    const answer = JSON.stringify({
      type: 'answer',
      sdp: '{"fragment":"f","kinds":["audio","video"]}',
    });
    page.push('SignalReceived', {
      from: 'bert',
      fromInstance: 'page of bert',
      signal: { description: answer },
    });
    Object.assign(page.connections[0]?.getTransceivers()[0] ?? {}, { level: 0.5 });
    page.connections[0]?.connect('connected');
    await page.settle(250);
    expect(page.store.participants.value[1]?.speaking).toBe(true);
  });

  it('says so when it is too fast, and is silent about what the network lost', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    page.hub.answers['RaiseHand'] = () => {
      throw refusal('RaiseHand', 'too_fast');
    };
    await page.store.raiseHand();
    expect(page.store.notice.value).toEqual({ kind: 'tooFast' });
    page.hub.answers['LowerHand'] = () => {
      throw new Error('Invocation canceled.');
    };
    await expect(page.store.lowerHand()).resolves.toBeUndefined();
  });

  it('ends when another page takes the seat', () => {
    page.push('SeatTaken', undefined);
    expect(page.store.phase.value).toEqual({ kind: 'deadEnd', end: { reason: 'seatTaken' } });
    expect(page.connections[0]?.closed).toBe(true);
    expect(page.platform.machine.live('audio')).toEqual([]);
  });

  it('leaves at once, and lets everything go', async () => {
    await page.store.leave();
    expect(page.store.phase.value).toEqual({ kind: 'left', how: 'left' });
    expect(page.hub.callsOf('LeaveRoom')).toHaveLength(1);
    expect(page.connections[0]?.closed).toBe(true);
    expect(page.platform.machine.live('video')).toEqual([]);
    expect(page.store.title.value).toBe('Design');
    page.hub.link.break();
    await page.settle(1_000);
    expect(page.joins()).toHaveLength(1);
  });

  it('leaves although the server is away', async () => {
    page.hub.up = false;
    page.hub.link.break();
    await page.settle();
    await page.store.leave();
    expect(page.store.phase.value).toEqual({ kind: 'left', how: 'left' });
  });

  it('can come back after leaving, in a new seat', async () => {
    await page.store.leave();
    await page.store.rejoin();
    await page.settle(100);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
    expect(page.joins()[1]).not.toHaveProperty('resumeToken');
    expect(page.connections.map(({ closed }) => closed)).toEqual([true, false]);
    expect(page.store.media.camera.value).toBe('on');
  });

  it('returns to its seat after a reload, as it was and without a question', async () => {
    await page.store.toggleCamera();
    page.hidePage();
    page.open(true);
    expect(page.store.phase.value).toEqual({ kind: 'joining' });
    await page.settle(100);
    expect(page.joins()[1]).toMatchObject({
      name: 'Ada',
      resumeToken: 'token 1',
      media: { microphone: 'on', camera: 'off', screen: 'off' },
    });
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
    expect(page.store.media.camera.value).toBe('off');
    expect(page.store.media.microphone.value).toBe('on');
  });

  it('waits for the server to return to its seat, however long', async () => {
    page.hidePage();
    page.hub.up = false;
    page.open(true);
    await page.settle(60_000);
    expect(page.store.phase.value).toEqual({ kind: 'joining' });
    page.hub.up = true;
    await page.settle(5_000);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });

  it('asks again when it left before the reload', async () => {
    await page.store.leave();
    page.hidePage();
    page.store.close();
    page.open(true);
    await page.settle();
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
  });

  it('asks for the seat again when the server could not give it back', async () => {
    let tries = 0;
    page.hub.answers['JoinRoom'] = () => {
      if (++tries < 3) {
        throw refusal('JoinRoom', 'server_fault');
      }
      return { status: 'joined', seat: seat({ resumed: true, room: page.seatWith('bert').room }) };
    };
    page.hub.link.break();
    await page.settle(5_000);
    expect(tries).toBe(3);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });

  it('says goodbye when it is closed, and leaves nothing running', async () => {
    page.store.close();
    await page.settle();
    expect(page.hub.callsOf('LeaveRoom')).toHaveLength(1);
    expect(page.hub.link.stopped).toBe(true);
    await page.settle(10_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
