import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ParticipantInfo, SendSignalRequest } from '../signaling/protocol.generated';
import { asReal, FakePeerConnection, FakeStream, FakeTrack } from './FakePeerConnection';
import { PeerMesh } from './PeerMesh';
import { videoLimit } from './videoLimit';

function participant(id: string, change: Partial<ParticipantInfo> = {}): ParticipantInfo {
  return {
    id,
    personId: `person ${id}`,
    name: id,
    instanceId: `page of ${id}`,
    isHost: false,
    chatOnly: false,
    connected: true,
    media: { microphone: 'on', camera: 'on' },
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
    vi.setSystemTime(Date.now() + 3_600_000);
    made[0]?.connect('failed');
    await settle();
    expect(made[0]?.restarts).toBe(1);
    expect(renewals).toBe(1);
    expect(made[0]?.configuration?.iceServers).toEqual([turn(1)]);
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
    void mesh.arrive({ localId: 'me again', participants: [participant('a')] }, []);
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
      [null, video],
      [null, video],
    ]);
  });

  it('sends smaller pictures when one more receives them', async () => {
    void mesh.arrive(roster(participant('a')), []);
    mesh.follow(roster(participant('a'), participant('b')));
    await settle();
    const [, video] = made[0]?.getTransceivers() ?? [];
    expect(video?.sender.parameters.encodings).toEqual([{ ...videoLimit(2) }]);
  });

  it('tells of connections only when they change', () => {
    void mesh.arrive(roster(participant('a')), []);
    const before = mesh.connections.value;
    mesh.follow(roster(participant('a', { connected: false })));
    expect(mesh.connections.value).toBe(before);
  });
});
