import { describe, expect, test } from 'vitest';
import { someParticipant } from '../../../state/someParticipant';
import { screenName, tileName } from './tileName';
import { tilesOf } from '../../../state/tilesOf';

describe('the name of a tile', () => {
  test.each([
    [someParticipant(), 'Tomás, microphone on, good connection'],
    [
      someParticipant({ isLocal: true, info: { isHost: true } }),
      'You, host, microphone on, good connection',
    ],
    [
      someParticipant({
        info: { isHost: true, media: { microphone: 'muted', camera: 'off', screen: 'off' } },
        handPlace: 1,
      }),
      'Tomás, host, muted, camera off, hand raised, good connection',
    ],
    [
      someParticipant({ speaking: true, quality: 'poor' }),
      'Tomás, microphone on, speaking, poor connection',
    ],
    [
      someParticipant({ info: { media: { microphone: 'none', camera: 'none', screen: 'off' } } }),
      'Tomás, muted, camera off, good connection',
    ],
    [
      someParticipant({
        info: { mutedByHost: true, media: { microphone: 'muted', camera: 'on', screen: 'off' } },
      }),
      'Tomás, muted by a host, good connection',
    ],
    [someParticipant({ tileState: 'connecting' }), 'Tomás, microphone on, connecting'],
    [someParticipant({ tileState: 'repairing' }), 'Tomás, microphone on, reconnecting'],
    [someParticipant({ tileState: 'lost' }), 'Tomás, microphone on, connection lost'],
  ])('says what is to be seen: %#', (participant, name) => {
    expect(tileName(participant)).toBe(name);
  });
});

test('The name of a tile in the spotlight says so', () => {
  expect(tileName(someParticipant(), { spotlit: true })).toBe(
    'Tomás, microphone on, spotlight, good connection',
  );
});

test('The name of a pinned tile says so', () => {
  expect(tileName(someParticipant({ handPlace: 2 }), { pinned: true })).toBe(
    'Tomás, microphone on, hand raised, pinned, good connection',
  );
});

test.each([
  [false, false, false, 'Screen of Tomás'],
  [true, false, false, 'Your screen'],
  [false, true, true, 'Screen of Tomás, paused, pinned'],
])('A screen is called by who shares it: %#', (isLocal, paused, pinned, name) => {
  const sharer = someParticipant({ isLocal, screen: { stream: undefined, paused } });
  expect(screenName(sharer, pinned)).toBe(name);
});

describe('the tiles of a call', () => {
  test('end with the own one and leave out who only writes', () => {
    const own = someParticipant({ isLocal: true, info: { id: 'own' } });
    const writer = someParticipant({ info: { id: 'writer', chatOnly: true } });
    const other = someParticipant({ info: { id: 'other' } });
    expect(tilesOf([own, writer, other])).toEqual([other, own]);
  });

  test('are those of others alone for somebody who only writes', () => {
    const own = someParticipant({ isLocal: true, info: { id: 'own', chatOnly: true } });
    const other = someParticipant({ info: { id: 'other' } });
    expect(tilesOf([own, other])).toEqual([other]);
  });
});
