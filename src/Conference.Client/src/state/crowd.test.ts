import { expect, test, vi } from 'vitest';
import type { ParticipantInfo } from '../signaling/protocol.generated';
import { pages, staysOnFirstPage } from './layout';
import { LobbyStore } from './LobbyStore';
import { participantModels, type ParticipantSources } from './participantModels';
import { reuse } from './reuse';
import type { RosterEvent } from './roster';
import { RosterStore } from './RosterStore';
import { participantInfo, snapshot } from './samples';

// Whatever a server sends: ten thousand people with media, all with raised hands, twenty times as many as a room has.
const many = 10_000;

const since = (index: number) => new Date(Date.UTC(2026, 2, 2) + index).toISOString();
const crowd = (count: number): readonly ParticipantInfo[] =>
  Array.from({ length: count }, (_, index) =>
    participantInfo(`p${index}`, { handRaisedAt: since(count - index) }),
  );

const sources = (participants: readonly ParticipantInfo[]): ParticipantSources => ({
  participants,
  localId: 'p0',
  local: {
    media: { microphone: 'on', camera: 'on', screen: 'off' },
    speaking: false,
    stream: undefined,
    screen: undefined,
    quality: 'good',
  },
  connections: new Map(),
  speaking: new Set(),
  reactions: new Map(),
});

const models = (participants: readonly ParticipantInfo[]) =>
  participantModels(sources(participants));

function rosterOf(count: number) {
  const store = new RosterStore({
    isHeard: () => true,
    isLocal: (id) => id === 'p0',
    onMissed: vi.fn(),
    onNotice: vi.fn(),
  });
  store.take(snapshot({ version: 0, participants: crowd(count) }));
  return store;
}

/** Somebody comes, raises a hand, and goes. */
function events(version: number): readonly RosterEvent[] {
  const participant = participantInfo('new');
  const raised = { ...participant, handRaisedAt: since(version) };
  return [
    { kind: 'joined', version: version + 1, participant },
    { kind: 'updated', version: version + 2, participant: raised },
    { kind: 'left', version: version + 3, participantId: 'new', reason: 'left' },
  ];
}

/** Milliseconds of ten times the same, prepared outside of the measure. */
function cost<Prepared>(prepared: Prepared, act: (prepared: Prepared, turn: number) => void) {
  act(prepared, 0);
  const start = performance.now();
  for (let turn = 1; turn <= 10; turn++) {
    act(prepared, turn);
  }
  return performance.now() - start;
}

// Sixteen times as long for four times as many would be the square; far less than a frame is fast enough however it grew.
const expectLinear = (few: number, all: number) =>
  expect(all).toBeLessThan(Math.max(few * 10, 100));

const update = (store: RosterStore, turn: number) =>
  events(turn * 3).forEach((event) => {
    store.apply(event);
    store.participants.peek();
  });

test('each change of a huge roster takes linear time', () => {
  expectLinear(cost(rosterOf(many / 4), update), cost(rosterOf(many), update));
  const store = rosterOf(many);
  update(store, 0);
  expect(store.participants.value).toHaveLength(many);
});

test('what the views get of a huge roster takes linear time, and what is as before is the same', () => {
  const draw = (participants: readonly ParticipantInfo[]) => {
    const next = models(participants);
    pages(
      reuse(next, models(participants), ({ info }) => info.id),
      25,
      staysOnFirstPage,
    );
  };
  expectLinear(cost(crowd(many / 4), draw), cost(crowd(many), draw));
  const participants = crowd(many);
  const former = models(participants);
  const raised = participants.map((one) => (one.id === 'p5' ? { ...one, name: 'Other' } : one));
  const next = reuse(former, models(raised), ({ info }) => info.id);
  expect(next.filter((model, index) => model !== former[index])).toHaveLength(1);
  expect(next[0]?.handPlace).toBe(many);
});

test('each knock at a crowded lobby takes linear time, and everybody stands where they came', () => {
  const lobbyOf = (count: number) => {
    const lobby = new LobbyStore();
    const guest = (index: number) => ({
      id: `g${index}`,
      personId: `person ${index}`,
      name: `Guest ${index}`,
      since: since(index * 2),
    });
    lobby.show(Array.from({ length: count }, (_, index) => guest(count - index)));
    return { lobby, guest, count };
  };
  const knock = ({ lobby, guest, count }: ReturnType<typeof lobbyOf>, turn: number) => {
    for (let index = 0; index < 50; index++) {
      lobby.add(guest(count + 1 + turn * 50 + index));
    }
  };
  expectLinear(cost(lobbyOf(many / 4), knock), cost(lobbyOf(many), knock));
  const { lobby, guest } = lobbyOf(3);
  expect(lobby.add({ ...guest(0), id: 'between', since: since(5) })).toBe(true);
  expect(lobby.guests.value.map(({ id }) => id)).toEqual(['g1', 'g2', 'between', 'g3']);
  expect(lobby.add({ ...guest(3) })).toBe(false);
  expect(lobby.guests.value).toHaveLength(4);
});
