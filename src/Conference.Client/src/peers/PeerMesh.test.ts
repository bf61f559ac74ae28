import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ParticipantInfo, SendSignalRequest } from '../signaling/protocol.generated';
import { asReal, FakePeerConnection, FakeStream, FakeTrack } from './FakePeerConnection';
import { PeerMesh } from './PeerMesh';
import type { Wish } from './wish';

function participant(id: string, change: Partial<ParticipantInfo> = {}): ParticipantInfo {
  return {
    id,
    personId: `person ${id}`,
    name: id,
    instanceId: `page of ${id}`,
    isHost: false,
    chatOnly: false,
    connected: true,
    media: { microphone: 'on', camera: 'on', screen: 'off' },
    ...change,
  };
}

function turn(version: number) {
  return { urls: ['turn:turn.example'], username: `until ${version}`, credential: 'c' };
}

describe('PeerMesh', () => {
  let made: FakePeerConnection[];
  let sent: SendSignalRequest[];
  let refuse: boolean;
  let mesh: PeerMesh;
  let renewals: number;
  const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
  const roster = (...participants: ParticipantInfo[]) => ({
    localId: 'me',
    relayOnly: false,
    participants: [participant('me'), ...participants],
  });

  beforeEach(() => {
    vi.useFakeTimers();
    made = [];
    sent = [];
    refuse = false;
    renewals = 0;
    mesh = new PeerMesh({
      send: (request) => {
        sent.push(request);
        return refuse ? Promise.reject(new Error('Unknown')) : Promise.resolve();
      },
      renewIceServers: () => Promise.resolve({ iceServers: [turn(++renewals)], iceLifetime: 600 }),
      createConnection: (configuration) => {
        const connection = new FakePeerConnection(configuration);
        made.push(connection);
        return asReal(connection);
      },
      createStream: (tracks) => asReal(new FakeStream(asReal(tracks))),
      machine: { cores: 8, phone: false },
      certificate: Promise.resolve(undefined),
    });
  });

  afterEach(() => {
    mesh.close();
    vi.useRealTimers();
  });

  it('offers to everybody who is there on arrival, but to no chat-only participant', async () => {
    void mesh.arrive(
      roster(participant('a'), participant('b'), participant('c', { chatOnly: true })),
      [],
    );
    await settle();
    expect(sent.map(({ to, toInstance }) => [to, toInstance])).toEqual([
      ['a', 'page of a'],
      ['b', 'page of b'],
    ]);
  });

  it('waits for the offer of a newcomer', async () => {
    void mesh.arrive(roster(), []);
    mesh.follow(roster(participant('a')));
    await settle();
    expect(made).toHaveLength(1);
    expect(sent).toEqual([]);
  });

  it('hands the server’s ICE servers to every connection', () => {
    const server = { urls: ['turn:turn.example'], username: 'u', credential: 'c' };
    void mesh.arrive(roster(participant('a')), [server]);
    expect(made[0]?.configuration?.iceServers).toEqual([server]);
  });

  it('renews credentials in time, for the connections that are there and those to come', async () => {
    void mesh.arrive(roster(participant('a')), [turn(0)], 600);
    await settle(479_000);
    expect(made[0]?.configuration?.iceServers).toEqual([turn(0)]);
    await settle(1_000);
    expect(made[0]?.configuration?.iceServers).toEqual([turn(1)]);
    mesh.follow(roster(participant('a'), participant('b')));
    expect(made[1]?.configuration?.iceServers).toEqual([turn(1)]);
    await settle(480_000);
    expect(made.map(({ configuration }) => configuration?.iceServers)).toEqual([
      [turn(2)],
      [turn(2)],
    ]);
  });

  it('sets the credentials of a new seat on the connections that go on', () => {
    void mesh.arrive(roster(participant('a')), [turn(0)], 600);
    void mesh.arrive(roster(participant('a')), [turn(7)], 600);
    expect(made).toHaveLength(1);
    expect(made[0]?.configuration?.iceServers).toEqual([turn(7)]);
  });

  it('restarts ICE with credentials that are good, after the machine slept', async () => {
    void mesh.arrive(roster(participant('a')), [turn(0)], 600);
    await settle();
    mesh.receive({
      from: 'a',
      fromInstance: 'page of a',
      signal: {
        description: JSON.stringify({ type: 'answer', sdp: made[0]?.localDescription?.sdp }),
      },
    });
    await settle();
    made[0]?.connect('connected');
    vi.setSystemTime(Date.now() + 3_600_000);
    made[0]?.connect('failed');
    await settle();
    expect(made[0]?.restarts).toBe(1);
    expect(renewals).toBe(1);
    expect(made[0]?.configuration?.iceServers).toEqual([turn(1)]);
  });

  it('takes relays only where the room says so, with new connections when that changes', async () => {
    const policies = () => made.map(({ configuration }) => configuration?.iceTransportPolicy);
    const zoe = roster(participant('zoe'));
    void mesh.arrive({ ...zoe, relayOnly: true }, []);
    await settle();
    expect(policies()).toEqual(['relay']);
    mesh.follow({ ...zoe, relayOnly: true });
    expect(made).toHaveLength(1);
    mesh.follow(zoe);
    await settle();
    expect(policies()).toEqual(['relay', 'all']);
    expect(made.map(({ closed }) => closed)).toEqual([true, false]);
    expect(sent.map(({ to }) => to)).toEqual(['zoe', 'zoe']);
  });

  it('waits for the offer of the other side where this one is polite', async () => {
    void mesh.arrive(roster(participant('a')), []);
    await settle();
    mesh.follow({ ...roster(participant('a')), relayOnly: true });
    await settle();
    expect(made.map(({ closed }) => closed)).toEqual([true, false]);
    expect(sent).toHaveLength(1);
  });

  it('asks for nothing more when the call is over', async () => {
    void mesh.arrive(roster(participant('a')), [turn(0)], 600);
    mesh.dropAll();
    await settle(3_600_000);
    expect(renewals).toBe(0);
  });

  it('keeps connections over a return to the same seat', () => {
    void mesh.arrive(roster(participant('a')), []);
    void mesh.arrive(roster(participant('a')), []);
    expect(made).toHaveLength(1);
    expect(made[0]?.closed).toBe(false);
  });

  it('keeps the connection of one whom the server lost', () => {
    void mesh.arrive(roster(participant('a')), []);
    mesh.follow(roster(participant('a', { connected: false })));
    expect(made[0]?.closed).toBe(false);
  });

  it('closes the connection of one who left', () => {
    void mesh.arrive(roster(participant('a')), []);
    mesh.follow(roster());
    expect(made[0]?.closed).toBe(true);
    expect(mesh.connections.value.size).toBe(0);
  });

  it('replaces the connection of one who comes back on another page, and waits for the offer', async () => {
    void mesh.arrive(roster(participant('a')), []);
    await settle();
    mesh.follow(roster(participant('a', { instanceId: 'reloaded' })));
    await settle();
    expect(made.map(({ closed }) => closed)).toEqual([true, false]);
    expect(sent).toHaveLength(1);
  });

  it('starts anew in another seat', async () => {
    void mesh.arrive(roster(participant('a')), []);
    void mesh.arrive(
      { localId: 'me again', relayOnly: false, participants: [participant('a')] },
      [],
    );
    await settle();
    expect(made.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('takes signals from the page it knows, and from no other', async () => {
    void mesh.arrive(roster(participant('a')), []);
    await settle();
    const answer = JSON.stringify({
      type: 'answer',
      sdp: '{"fragment":"f","kinds":["audio","video"]}',
    });
    mesh.receive({ from: 'a', fromInstance: 'another page', signal: { description: answer } });
    mesh.receive({ from: 'stranger', fromInstance: 'page', signal: { description: answer } });
    await settle();
    expect(made[0]?.signalingState).toBe('have-local-offer');
    mesh.receive({ from: 'a', fromInstance: 'page of a', signal: { description: answer } });
    await settle();
    expect(made[0]?.signalingState).toBe('stable');
  });

  it('makes no connection for whoever is not in the roster, or came for the chat only', async () => {
    const offer = { description: '{"type":"offer","sdp":"{}"}' };
    void mesh.arrive(roster(participant('a', { chatOnly: true })), []);
    mesh.receive({ from: 'a', fromInstance: 'page of a', signal: offer });
    mesh.receive({ from: 'eve', fromInstance: 'page of eve', signal: offer });
    mesh.receive({ from: 'me', fromInstance: 'page of me', signal: offer });
    await settle();
    expect(made).toEqual([]);
    expect(mesh.connections.value.size).toBe(0);
  });

  it('sends again when a participant can be reached again', async () => {
    refuse = true;
    void mesh.arrive(roster(participant('a', { connected: false })), []);
    await settle();
    refuse = false;
    mesh.follow(roster(participant('a', { connected: false })));
    await settle();
    expect(sent).toHaveLength(1);
    mesh.follow(roster(participant('a')));
    await settle();
    expect(sent).toHaveLength(2);
  });

  it('gives present and later connections the same tracks', async () => {
    void mesh.arrive(roster(participant('a')), []);
    const video = new FakeTrack('video');
    mesh.setTracks(asReal({ audio: undefined, video }));
    void mesh.arrive(roster(participant('a'), participant('b')), []);
    await settle();
    const sending = made.map((pc) => pc.getTransceivers().map(({ sender }) => sender.track));
    expect(sending).toEqual([
      [null, video, null, null],
      [null, video, null, null],
    ]);
  });

  describe('with wishes', () => {
    const sentTo = (index: number) =>
      made[index]?.getTransceivers()[1]?.sender.parameters.encodings[0];
    const open = (index: number) => made[index]?.channels[0]?.open();
    const wishFrom = (from: string, camera: object | undefined) =>
      mesh.receive({
        from,
        fromInstance: `page of ${from}`,
        signal: { note: JSON.stringify({ wish: { camera } }) },
      });
    const wishesTo = (index: number) =>
      made[index]?.channels[0]?.sent.filter((note) => note.startsWith('{"wish"'));
    const view = { width: 320, height: 180, frameRate: 20, pinned: false, speaking: false };

    it('sends smaller pictures when one more receives them', async () => {
      void mesh.arrive(roster(participant('a')), []);
      await settle();
      expect(sentTo(0)).toMatchObject({ active: true, scaleResolutionDownBy: 1 });
      mesh.follow(roster(participant('a'), participant('b')));
      await settle();
      expect(sentTo(0)).toMatchObject({ active: true, scaleResolutionDownBy: 2 });
    });

    it('sends each receiver what it wishes, and nothing to one that shows nothing', async () => {
      void mesh.arrive(roster(participant('a'), participant('b')), []);
      await settle();
      wishFrom('a', view);
      wishFrom('b', undefined);
      await settle();
      expect(sentTo(0)).toMatchObject({ active: true, scaleResolutionDownBy: 4, maxFramerate: 20 });
      expect(sentTo(1)).toMatchObject({ active: false });
    });

    it('sends a screen whole and sharp to who shows it, often only when it moves', async () => {
      const screen = new FakeTrack('video');
      const share = (contentHint: string) => {
        screen.contentHint = contentHint;
        mesh.setTracks(asReal({ audio: undefined, video: undefined, screen }));
        return made[0]?.getTransceivers()[2]?.sender.parameters;
      };
      void mesh.arrive(roster(participant('a')), []);
      await settle();
      const whole = { active: true, scaleResolutionDownBy: 1, maxFramerate: 15 };
      expect(share('detail')?.encodings[0]).toMatchObject(whole);
      mesh.receive({
        from: 'a',
        fromInstance: 'page of a',
        signal: {
          note: JSON.stringify({
            wish: { screen: { ...view, width: 1280, height: 720, frameRate: 30 } },
          }),
        },
      });
      await settle();
      expect(share('motion')?.encodings[0]).toMatchObject({ ...whole, maxFramerate: 30 });
      expect(share('detail')?.encodings[0]).toMatchObject(whole);
      await settle(1_000);
      wishFrom('a', view);
      await settle();
      expect(share('detail')?.encodings[0]).toMatchObject({ active: false });
    });

    it('takes no wish from another page than the one it is connected to', async () => {
      void mesh.arrive(roster(participant('a')), []);
      await settle();
      mesh.receive({
        from: 'a',
        fromInstance: 'another page',
        signal: { note: JSON.stringify({ wish: {} }) },
      });
      await settle();
      expect(sentTo(0)).toMatchObject({ active: true });
    });

    it('tells every sender what is shown of it, straight to its page', async () => {
      void mesh.arrive(roster(participant('a'), participant('b'), participant('c')), []);
      await settle();
      open(0);
      open(1);
      open(2);
      mesh.show(
        new Map<string, Wish>([
          ['a', { camera: view }],
          ['b', {}],
        ]),
      );
      await settle(100);
      expect(wishesTo(0)).toEqual([JSON.stringify({ wish: { camera: view } })]);
      expect(wishesTo(1)).toEqual([JSON.stringify({ wish: {} })]);
      expect(wishesTo(2), 'of whom nothing is known yet').toEqual([]);
    });

    it('tells nobody the same twice, and a newcomer at once', async () => {
      void mesh.arrive(roster(participant('a')), []);
      await settle();
      open(0);
      mesh.show(new Map([['a', { camera: view }]]));
      await settle(100);
      mesh.follow(roster(participant('a'), participant('b')));
      mesh.show(new Map([['a', { camera: view }]]));
      open(1);
      await settle(100);
      expect(wishesTo(0)).toHaveLength(1);
    });
  });

  it('tells of connections only when they change', () => {
    void mesh.arrive(roster(participant('a')), []);
    const before = mesh.connections.value;
    mesh.follow(roster(participant('a', { connected: false })));
    expect(mesh.connections.value).toBe(before);
  });
});
