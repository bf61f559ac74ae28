import { describe, expect, test } from 'vitest';
import { someParticipant } from '../../state/someParticipant';
import { personState } from './personState';
import { roster } from './roster';

const tomas = someParticipant({ info: { id: 'a', name: 'Tomás Rivera' } });
const yuki = someParticipant({ info: { id: 'b', name: 'Yuki Tanaka' } });
const mara = someParticipant({ info: { id: 'c', name: 'Mara Lindqvist' }, isLocal: true });

describe('the roster', () => {
  test('starts with oneself and keeps the order of joining', () => {
    expect(roster([tomas, yuki, mara], '')).toEqual([mara, tomas, yuki]);
  });

  test.each([
    ['tomas', [tomas]],
    ['  TANAKA ', [yuki]],
    ['r', [mara, tomas].filter(({ info }) => info.name.toLowerCase().includes('r'))],
    ['nobody', []],
  ])('finds %o by name', (searched, found) => {
    expect(roster([tomas, yuki, mara], searched)).toEqual(found);
  });
});

describe('the line under a name', () => {
  test.each([
    [someParticipant(), undefined],
    [someParticipant({ speaking: true }), 'people.speaking'],
    [someParticipant({ speaking: true, quality: 'poor' }), 'people.poorConnection'],
    [someParticipant({ info: { chatOnly: true } }), 'people.chatOnly'],
    [someParticipant({ info: { chatOnly: true, connected: false } }), 'people.reconnecting'],
    [someParticipant({ tileState: 'lost' }), 'people.reconnecting'],
  ])('says the one thing most worth knowing: %#', (participant, phrase) => {
    expect(personState(participant)).toBe(phrase);
  });
});
