import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../signaling/FakeHub';
import type { JoinRoomResult } from '../signaling/protocol.generated';
import { code, FakePage, fakeTime, info, joining, realTime } from './FakePage';

describe('ConferenceStore', () => {
  let page: FakePage;

  beforeEach(() => {
    fakeTime();
    page = new FakePage();
  });

  afterEach(() => {
    page.store.close();
    realTime();
  });

  it('shows the room before joining and has its connection open already', async () => {
    expect(page.store.phase.value).toEqual({ kind: 'loading' });
    await page.settle();
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    expect(page.store.title.value).toBe('Design');
    expect(page.store.link.value).toBe(`https://meet.example/r/${code}`);
    expect(page.hub.links).toHaveLength(1);
    expect(page.joins()).toEqual([]);
  });

  it('keeps who is in the room fresh until one joins', async () => {
    await page.settle();
    page.roomAnswer = () => Response.json({ ...info, title: 'Renamed' });
    await page.settle(10_000);
    expect(page.store.info.value?.title).toBe('Renamed');
  });

  it.each(['room_not_found', 'invalid_code'])(
    'ends where there is no room: %s',
    async (problem) => {
      page.store.close();
      page.roomAnswer = () => Response.json({ code: problem }, { status: 404 });
      page.open();
      await page.settle();
      expect(page.store.phase.value).toEqual({ kind: 'deadEnd', end: { reason: 'notFound' } });
    },
  );

  it('loads when the server comes', async () => {
    page.store.close();
    const works = page.roomAnswer;
    page.roomAnswer = () => new Response('', { status: 503 });
    page.open();
    await page.settle(20_000);
    expect(page.store.phase.value).toEqual({ kind: 'loading' });
    page.roomAnswer = works;
    await page.settle(5_000);
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
  });

  it('joins with one call, with devices that are still starting, and offers at once', async () => {
    await page.join('bert');
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
    expect(page.joins()).toEqual([
      {
        code,
        name: 'Ada',
        chatOnly: false,
        instanceId: 'this page',
        media: { microphone: 'on', camera: 'on', screen: 'off' },
      },
    ]);
    expect(page.hub.callsOf('SendSignal')).toHaveLength(1);
    expect(page.connections[0]?.getTransceivers().map(({ sender }) => sender.track?.kind)).toEqual([
      'audio',
      'video',
      undefined,
      undefined,
    ]);
    expect(
      page.store.participants.value.map((one) => [one.info.id, one.isLocal, one.tileState]),
    ).toEqual([
      ['me', true, 'connected'],
      ['bert', false, 'connecting'],
    ]);
    expect(page.store.serverLink.value).toBe('online');
    expect(page.store.isHost.value).toBe(true);
  });

  it('draws the call when the offers are out', async () => {
    page.answerJoin({ status: 'joined', seat: page.seatWith('bert') });
    await page.settle();
    await page.store.join(joining);
    await page.settle();
    expect(page.store.phase.value).toEqual({ kind: 'joining' });
    page.connections[0]?.gather('own address');
    await page.settle(5);
    expect(page.hub.callsOf('SendSignal')).toHaveLength(2);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });

  it('tells of no device with chat only, also where the preview is still starting them', async () => {
    page.answerJoin({ status: 'joined', seat: page.seatWith() });
    await page.settle();
    const starting = page.store.media.start();
    await page.store.join({ ...joining, chatOnly: true });
    await starting;
    await page.settle(100);
    expect(page.joins()[0]?.media).toEqual({ microphone: 'none', camera: 'off', screen: 'off' });
    expect(page.hub.callsOf('SetMedia')).toEqual([]);
  });

  it('joins with chat only without asking for a device or making a connection', async () => {
    page.answerJoin({ status: 'joined', seat: page.seatWith('bert') });
    await page.settle();
    await page.store.join({ ...joining, chatOnly: true });
    await page.settle();
    expect(page.platform.machine.asked).toEqual([]);
    expect(page.connections).toEqual([]);
    expect(page.store.phase.value).toEqual({ kind: 'inCall' });
  });

  it('joins without devices and takes them later', async () => {
    page.answerJoin({ status: 'joined', seat: page.seatWith() });
    await page.settle();
    await page.store.join({ ...joining, withoutDevices: true });
    expect(page.joins()[0]?.media).toEqual({ microphone: 'none', camera: 'off', screen: 'off' });
    await page.store.toggleMicrophone();
    await page.settle();
    expect(page.hub.callsOf('SetMedia').at(-1)).toEqual({
      media: { microphone: 'on', camera: 'off', screen: 'off' },
      unmute: true,
    });
  });

  it.each([
    ['  ', 'nameRequired'],
    ['x'.repeat(65), 'nameTooLong'],
    ['a\u202eb', 'nameInvalid'],
  ])('does not ask the server about the name %j', async (name, problem) => {
    await page.settle();
    await page.store.join({ ...joining, name });
    expect(page.store.joinProblem.value).toBe(problem);
    expect(page.joins()).toEqual([]);
  });

  it.each([
    ['name_invalid', 'nameInvalid'],
    ['too_fast', 'tooFast'],
    ['server_fault', 'unreachable'],
  ])('goes back to pre-join when the server says %s', async (refused, problem) => {
    page.hub.answers['JoinRoom'] = () => {
      throw refusal('JoinRoom', refused);
    };
    await page.settle();
    await page.store.join(joining);
    await page.settle();
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    expect(page.store.joinProblem.value).toBe(problem);
  });

  it('gives up joining when the server stays away', async () => {
    page.hub.up = false;
    page.hub.link.break();
    await page.settle();
    await page.store.join(joining);
    expect(page.store.phase.value).toEqual({ kind: 'joining' });
    await page.settle(8_000);
    expect(page.store.phase.value).toEqual({ kind: 'preJoin' });
    expect(page.store.joinProblem.value).toBe('unreachable');
  });

  it.each<[JoinRoomResult, object]>([
    [
      { status: 'full', participantLimit: 16 },
      { reason: 'full', limit: 16 },
    ],
    [{ status: 'notFound' }, { reason: 'notFound' }],
  ])('ends at %j', async (answer, end) => {
    page.answerJoin(answer);
    await page.settle();
    await page.store.join(joining);
    expect(page.store.phase.value).toEqual({ kind: 'deadEnd', end });
    expect(page.platform.machine.live('video')).toEqual([]);
  });

  it('remembers the name', async () => {
    await page.join();
    expect(page.open().rememberedName).toBe('Ada');
  });
});
