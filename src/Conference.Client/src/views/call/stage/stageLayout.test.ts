import { describe, expect, test } from 'vitest';
import { someParticipant } from '../../../state/someParticipant';
import { stageLayout } from './stageLayout';
import { sceneOf, type StageWishes } from '../../../state/stageTiles';

const people = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    someParticipant({ isLocal: index === count - 1, info: { id: `p${index}` } }),
  );

const nothingWished: StageWishes = {
  layout: 'automatic',
  hideOwnTile: false,
  pinned: undefined,
  spotlightId: undefined,
  activeSpeakerId: undefined,
};

const layoutOf = (
  participants: ReturnType<typeof people> | number,
  spotlightId?: string,
  wishes: Partial<StageWishes> & { ratio?: number; screens?: readonly string[] } = {},
) =>
  stageLayout({
    scene: sceneOf(
      typeof participants === 'number' ? people(participants) : participants,
      wishes.screens ?? [],
      { ...nothingWished, spotlightId, ...wishes },
    ),
    size: { width: 1408, height: 772 },
    pinned: wishes.pinned,
    ratio: wishes.ratio,
    page: 0,
    pageSize: 25,
    corner: 'bottomRight',
  });

const ids = ({ shown }: ReturnType<typeof layoutOf>) => shown.map(({ key }) => key);

const sharing = (...sharers: readonly string[]) =>
  people(9).map((one) =>
    sharers.includes(one.info.id) ? { ...one, screen: { stream: undefined, paused: false } } : one,
  );

describe('the stage', () => {
  test('is a grid while nobody is in the spotlight, or who is has no tile', () => {
    expect(layoutOf(5, undefined)).toEqual(layoutOf(5, 'gone'));
    expect(layoutOf(5, undefined)).toMatchObject({ more: undefined, pages: 1 });
  });

  test('starts with who is in the spotlight, others in their order', () => {
    const layout = layoutOf(4, 'p2');
    expect(ids(layout)).toEqual(['p2', 'p0', 'p1', 'p3']);
    expect(layout.boxes).toHaveLength(4);
    expect(layout.more).toBeUndefined();
  });

  test('ends a full strip with how many more there are, and keeps the own tile', () => {
    const layout = layoutOf(9, 'p2');
    expect(ids(layout)).toContain('p8');
    expect(layout.boxes).toHaveLength(layout.shown.length);
    expect(layout.shown.length + (layout.more?.count ?? 0)).toBe(9);
    expect(layout.more?.box).not.toEqual(layout.boxes.at(-1));
  });

  test('shows a spotlight of one as a grid', () => {
    expect(layoutOf(1, 'p0')).toEqual(layoutOf(1, undefined));
  });

  test('puts the pinned tile of a grid first, and keeps it on the first page', () => {
    expect(ids(layoutOf(4, undefined, { layout: 'grid', pinned: 'p2' }))).toEqual([
      'p2',
      'p0',
      'p1',
      'p3',
    ]);
    const speakers = people(60).map((one) => ({ ...one, speaking: true }));
    const crowd = speakers.map((one, index) => (index < 30 ? { ...one, speaking: false } : one));
    expect(ids(layoutOf(crowd, undefined, { layout: 'grid', pinned: 'p3' }))).toContain('p3');
  });

  test('gives a screen its own ratio, and another screen the first place of the strip', () => {
    const screens = ['p4', 'p1'];
    const layout = layoutOf(sharing('p1', 'p4'), undefined, { ratio: 1.6, screens });
    expect(ids(layout).slice(0, 3)).toEqual(['p4:screen', 'p1:screen', 'p0']);
    const [main] = layout.boxes;
    expect((main?.width ?? 0) / (main?.height ?? 1)).toBeCloseTo(1.6, 2);
  });

  test('never floats over a screen', () => {
    const two = [
      someParticipant({ info: { id: 'a' }, screen: { stream: undefined, paused: false } }),
    ];
    const layout = layoutOf(two, undefined, { layout: 'grid', screens: ['a'] });
    expect(layout.floats).toBe(false);
    expect(ids(layout)).toEqual(['a:screen', 'a']);
  });
});
