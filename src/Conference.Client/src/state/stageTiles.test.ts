import { describe, expect, test } from 'vitest';
import { someParticipant } from './someParticipant';
import { sceneOf, sharing, type StageWishes } from './stageTiles';

const screen = { stream: undefined, paused: false };
const anna = someParticipant({ info: { id: 'anna' } });
const ben = someParticipant({ info: { id: 'ben' } });
const annaSharing = { ...anna, screen };
const benSharing = { ...ben, screen };
const own = someParticipant({ isLocal: true, info: { id: 'own' } });
const writer = someParticipant({ info: { id: 'writer', chatOnly: true } });

const nothing: StageWishes = {
  layout: 'automatic',
  hideOwnTile: false,
  pinned: undefined,
  spotlightId: undefined,
  activeSpeakerId: undefined,
};

const plain = [own, anna, writer, ben];
const shared = [own, annaSharing, writer, benSharing];

/** Layout, the large tile, all tiles. */
const told = (participants: typeof plain, wishes: Partial<StageWishes>) => {
  const scene = sceneOf(participants, sharing(['anna'], participants), { ...nothing, ...wishes });
  return [scene.layout, scene.main?.key, scene.tiles.map(({ key }) => key).join(' ')];
};

describe('what is to be seen', () => {
  test.each<readonly [string, typeof plain, Partial<StageWishes>, readonly string[]]>([
    ['nobody matters more than others', plain, {}, ['grid', 'anna', 'anna ben own']],
    ['somebody is pinned', plain, { pinned: 'ben' }, ['spotlight', 'ben', 'ben anna own']],
    ['a host chose', plain, { spotlightId: 'ben' }, ['spotlight', 'ben', 'anna ben own']],
    ['a host chose oneself', plain, { spotlightId: 'own' }, ['spotlight', 'own', 'anna ben own']],
    [
      'one pinned another than a host chose',
      plain,
      { spotlightId: 'ben', pinned: 'anna' },
      ['spotlight', 'anna', 'anna ben own'],
    ],
    ['a grid is wished', plain, { layout: 'grid', pinned: 'ben' }, ['grid', 'ben', 'ben anna own']],
    [
      'a spotlight is wished, and somebody speaks',
      plain,
      { layout: 'spotlight', activeSpeakerId: 'ben' },
      ['spotlight', 'ben', 'anna ben own'],
    ],
    [
      'a spotlight is wished before anybody spoke',
      plain,
      { layout: 'spotlight' },
      ['spotlight', 'anna', 'anna ben own'],
    ],
    ['somebody only speaks', plain, { activeSpeakerId: 'ben' }, ['grid', 'ben', 'anna ben own']],
    ['the own tile is hidden', plain, { hideOwnTile: true }, ['grid', 'anna', 'anna ben']],
    [
      'one tile is left',
      [own, anna],
      { hideOwnTile: true, layout: 'spotlight' },
      ['grid', 'anna', 'anna'],
    ],
    [
      'two share: the newest is large',
      shared,
      { activeSpeakerId: 'anna' },
      ['spotlight', 'ben:screen', 'ben:screen anna:screen anna ben own'],
    ],
    [
      'the older screen is pinned',
      shared,
      { pinned: 'anna:screen' },
      ['spotlight', 'anna:screen', 'anna:screen ben:screen anna ben own'],
    ],
    [
      'who is in the spotlight shares',
      shared,
      { spotlightId: 'anna' },
      ['spotlight', 'anna:screen', 'ben:screen anna:screen anna ben own'],
    ],
    [
      'who is in the spotlight has no tile',
      plain,
      { spotlightId: 'writer' },
      ['grid', 'anna', 'anna ben own'],
    ],
  ])('%s', (_, participants, wishes, expected) => {
    expect(told(participants, wishes)).toEqual(expected);
  });

  test('is nothing where nobody is', () => {
    expect(sceneOf([], [], nothing)).toEqual({ tiles: [], main: undefined, layout: 'grid' });
  });
});

describe('who shares', () => {
  test('stands with the newest first, whoever joined first', () => {
    const first = sharing([], [anna, benSharing]);
    expect(first).toEqual(['ben']);
    expect(sharing(first, [annaSharing, benSharing])).toEqual(['anna', 'ben']);
  });

  test('is the newest again after a pause without', () => {
    const both = ['anna', 'ben'];
    const one = sharing(both, [annaSharing, ben]);
    expect(sharing(one, [annaSharing, benSharing])).toEqual(['ben', 'anna']);
  });
});
