import { describe, expect, it } from 'vitest';
import { handPlaces } from './hands';
import { onThisClock } from './pageClock';
import { applyRosterEvent, rosterOf, type RosterEvent } from './roster';
import { openSettings, participantInfo, snapshot } from './samples';

const roster = rosterOf(
  snapshot({ version: 4, participants: [participantInfo('a'), participantInfo('b')] }),
);
const roomEvent = (version: number): RosterEvent => ({
  kind: 'room',
  version,
  code: 'new-code-abc',
  title: 'Weekly',
  settings: { ...openSettings, locked: true },
  spotlightId: 'b',
});
const changed = participantInfo('a', { name: 'New name' });

describe('applyRosterEvent', () => {
  it.each<[string, RosterEvent, readonly string[], string]>([
    [
      'adds whoever joins at the end',
      { kind: 'joined', version: 5, participant: participantInfo('c') },
      ['Name of a', 'Name of b', 'Name of c'],
      'Design',
    ],
    [
      'puts one who joins twice in place',
      { kind: 'joined', version: 5, participant: changed },
      ['New name', 'Name of b'],
      'Design',
    ],
    [
      'changes one in place',
      { kind: 'updated', version: 5, participant: changed },
      ['New name', 'Name of b'],
      'Design',
    ],
    [
      'takes whoever left out',
      { kind: 'left', version: 5, participantId: 'a', reason: 'left' },
      ['Name of b'],
      'Design',
    ],
    [
      'takes the title over',
      { kind: 'room', version: 5, code: 'abc-defg-hij', title: 'Weekly', settings: openSettings },
      ['Name of a', 'Name of b'],
      'Weekly',
    ],
  ])('%s', (_, event, names, title) => {
    const next = applyRosterEvent(roster, event);
    expect(next?.version).toBe(5);
    expect(next?.title).toBe(title);
    expect(next?.participants.map(({ name }) => name)).toEqual(names);
  });

  it('takes over what hosts decided', () => {
    const next = applyRosterEvent(roster, roomEvent(5));
    expect(next?.settings.locked).toBe(true);
    expect(next?.spotlightId).toBe('b');
    expect(next?.code).toBe('new-code-abc');
    const later = applyRosterEvent(next ?? roster, {
      kind: 'room',
      version: 6,
      code: 'abc-defg-hij',
      title: '',
      settings: openSettings,
    });
    expect(later?.spotlightId).toBeUndefined();
  });

  it.each([1, 4])('knows the news of version %i already', (version) => {
    expect(applyRosterEvent(roster, roomEvent(version))).toBe(roster);
  });

  it('notices that something was missed', () => {
    expect(applyRosterEvent(roster, roomEvent(6))).toBeUndefined();
  });
});

describe('handPlaces', () => {
  it('counts hands by when they were raised, not by who sits where', () => {
    const places = handPlaces([
      participantInfo('a', { handRaisedAt: '2026-01-01T10:00:02Z' }),
      participantInfo('b'),
      participantInfo('c', { handRaisedAt: '2026-01-01T11:00:01+01:00' }),
    ]);
    expect([...places]).toEqual([
      ['c', 1],
      ['a', 2],
    ]);
  });
});

describe('onThisClock', () => {
  it.each([
    ['2026-03-02T09:00:00Z', '2026-03-02T09:03:00Z', 180_000],
    ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z', 0],
    ['2026-03-02T09:00:01Z', '2026-03-02T09:00:00Z', 0],
  ])('tells by this clock how long ago %s was at %s', (instant, serverTime, ago) => {
    expect(onThisClock(instant, serverTime, 1_000_000)).toBe(1_000_000 - ago);
  });
});
