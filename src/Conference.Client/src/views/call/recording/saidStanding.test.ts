import { describe, expect, test } from 'vitest';
import { someConference } from '../testing/someConference';
import { someParticipant } from '../../../state/someParticipant';
import { SaidStanding, standingOf } from './saidStanding';

const said = { isInCall: true, mayRecord: true, isTold: true, wasTold: true, wasAway: false };

describe('what becomes of a recording', () => {
  test.each([
    ['goesOn', {}],
    ['goesOn', { isTold: false, wasTold: false }],
    ['over', { isTold: false }],
    ['sayAgain', { isTold: false, wasAway: true }],
    ['over', { isTold: false, wasAway: true, mayRecord: false }],
    ['over', { mayRecord: false }],
    ['over', { isInCall: false }],
  ] as const)('%s: %o', (standing, change) => {
    expect(standingOf({ ...said, ...change })).toBe(standing);
  });
});

describe('what the room says of it', () => {
  const told = someParticipant({ info: { recordingSince: '2026-03-02T09:00:00Z' } });
  const untold = someParticipant();

  function scene() {
    const conference = someConference();
    const standing = new SaidStanding(conference.model);
    const read = (local: typeof told) => {
      conference.local.value = local;
      return standing.read();
    };
    return { conference, read };
  }

  test('is obeyed when a host ends it', () => {
    const { read } = scene();
    expect([read(untold), read(told), read(untold)]).toEqual(['goesOn', 'goesOn', 'over']);
  });

  test('is said again, once, to a server that forgot it', () => {
    const { conference, read } = scene();
    read(told);
    conference.serverLink.value = 'reconnecting';
    expect(read(untold)).toBe('goesOn');
    conference.serverLink.value = 'back';
    expect([read(untold), read(untold), read(told), read(untold)]).toEqual([
      'sayAgain',
      'goesOn',
      'goesOn',
      'over',
    ]);
  });

  test('goes on where the server still knows it', () => {
    const { conference, read } = scene();
    read(told);
    conference.serverLink.value = 'away';
    read(told);
    conference.serverLink.value = 'back';
    expect([read(told), read(untold)]).toEqual(['goesOn', 'over']);
  });
});
