import { describe, expect, test } from 'vitest';
import { someParticipant } from '../testing/someParticipant';
import { stageLayout } from './stageLayout';

const tiles = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    someParticipant({ isLocal: index === count - 1, info: { id: `p${index}` } }),
  );

const layoutOf = (count: number, spotlightId: string | undefined) =>
  stageLayout({
    tiles: tiles(count),
    size: { width: 1408, height: 772 },
    spotlightId,
    page: 0,
    pageSize: 25,
    corner: 'bottomRight',
  });

const ids = ({ shown }: ReturnType<typeof layoutOf>) => shown.map(({ info }) => info.id);

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
});
