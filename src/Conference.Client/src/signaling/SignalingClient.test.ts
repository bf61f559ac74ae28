import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeHub, refusal } from './FakeHub';
import type { ParticipantLeftEvent } from './protocol.generated';
import { SignalingClient, type ServerEvents } from './SignalingClient';

const nothing = () => undefined;
const noEvents: ServerEvents = {
  ParticipantJoined: nothing,
  ParticipantUpdated: nothing,
  ParticipantLeft: nothing,
  RoomUpdated: nothing,
  MessagesAdded: nothing,
  SignalReceived: nothing,
  ReactionReceived: nothing,
  TypingReceived: nothing,
  SeatTaken: nothing,
  SeatEnded: nothing,
  HostActed: nothing,
  LobbyAnswered: nothing,
  LobbyUpdated: nothing,
  GuestWaiting: nothing,
  GuestGone: nothing,
  LobbyShown: nothing,
  MessagesDeleted: nothing,
};

describe('SignalingClient', () => {
  let hub: FakeHub;
  let connections: number;
  let client: SignalingClient;
  let left: ParticipantLeftEvent[];

  beforeEach(() => {
    vi.useFakeTimers();
    hub = new FakeHub();
    connections = 0;
    left = [];
    client = new SignalingClient(
      { ...noEvents, ParticipantLeft: (event) => left.push(event) },
      {
        createLink: hub.createLink,
        watchNetwork: hub.watchNetwork,
        onConnected: () => connections++,
        random: () => 0,
      },
    );
  });

  afterEach(() => {
    client.close();
    vi.useRealTimers();
  });

  const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

  it('connects over a WebSocket', async () => {
    client.open();
    await settle();
    expect(client.connected.value).toBe(true);
    expect(hub.links.map(({ transport }) => transport)).toEqual(['webSocket']);
  });

  it('falls back to long polling where WebSockets are blocked', async () => {
    hub.webSockets = false;
    client.open();
    await settle();
    expect(client.connected.value).toBe(true);
    expect(hub.link.transport).toBe('longPolling');
  });

  it('does not try long polling any more once a WebSocket has worked', async () => {
    client.open();
    await settle();
    hub.webSockets = false;
    hub.link.break();
    await settle(10_000);
    expect(hub.links.every(({ transport }) => transport === 'webSocket')).toBe(true);
  });

  it('never gives up while it is open', async () => {
    hub.up = false;
    client.open();
    await settle(10 * 60_000);
    expect(client.connected.value).toBe(false);
    hub.up = true;
    await settle(5_000);
    expect(client.connected.value).toBe(true);
  });

  it('comes back at once after a break and says so', async () => {
    client.open();
    await settle();
    hub.link.break();
    await settle();
    expect(client.connected.value).toBe(true);
    expect(connections).toBe(2);
  });

  it('pauses between connections that the server closes at once', async () => {
    client.open();
    for (let breaks = 0; breaks < 5; breaks++) {
      await settle();
      hub.link.break();
    }
    await settle(250);
    expect(connections).toBeLessThan(4);
  });

  it('does not wait when the page is seen again', async () => {
    client.open();
    await settle();
    hub.up = false;
    hub.link.break();
    await settle(30_000);
    hub.up = true;
    hub.network?.again();
    await settle();
    expect(client.connected.value).toBe(true);
  });

  it('replaces a link that looks alive when the network has changed', async () => {
    client.open();
    await settle();
    const first = hub.link;
    hub.network?.moved();
    await settle();
    expect(first.stopped).toBe(true);
    expect(hub.link).not.toBe(first);
    expect(client.connected.value).toBe(true);
  });

  it('does not wait for ever for a connection that hangs', async () => {
    hub.hangs = true;
    client.open();
    await settle(4_000);
    hub.hangs = false;
    expect(client.connected.value).toBe(false);
    await settle(2_000);
    expect(client.connected.value).toBe(true);
  });

  it('hands on what the server tells, of the present link only', async () => {
    client.open();
    await settle();
    const old = hub.link;
    old.push('ParticipantLeft', { version: 1, participantId: 'a', reason: 'left' });
    client.reconnect();
    await settle();
    old.push('ParticipantLeft', { version: 2, participantId: 'b', reason: 'left' });
    expect(left.map(({ participantId }) => participantId)).toEqual(['a']);
  });

  it('passes calls on with their answers', async () => {
    hub.answers['SendMessage'] = () => ({ sequence: 7, sentAt: '2026-01-01T00:00:00Z' });
    client.open();
    await settle();
    const answer = await client.server.SendMessage({ id: 'a', text: 'Hello' });
    expect(answer.sequence).toBe(7);
    expect(hub.callsOf('SendMessage')).toEqual([{ id: 'a', text: 'Hello' }]);
  });

  it('turns a refusal into its code', async () => {
    hub.answers['RaiseHand'] = () => {
      throw refusal('RaiseHand', 'too_fast');
    };
    client.open();
    await settle();
    await expect(client.server.RaiseHand()).rejects.toMatchObject({ code: 'too_fast' });
  });

  it('refuses calls while there is no connection', async () => {
    await expect(client.server.LeaveRoom()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('does not send what would cost it the connection', async () => {
    client.open();
    await settle();
    const call = client.server.SendMessage({ id: 'a', text: 'x'.repeat(65_536) });
    await expect(call).rejects.toMatchObject({ code: 'too_large' });
    expect(hub.link.calls).toEqual([]);
  });

  it('has every method of the hub, each under its own name', async () => {
    client.open();
    await settle();
    for (const [name, call] of Object.entries(client.server)) {
      await (call as (request: object) => Promise<unknown>)({});
      expect(hub.link.calls.at(-1)?.method).toBe(name);
    }
  });

  it('stays closed', async () => {
    client.open();
    await settle();
    client.close();
    await settle(60_000);
    expect(hub.links).toHaveLength(1);
    expect(hub.link.stopped).toBe(true);
    expect(client.connected.value).toBe(false);
  });
});
