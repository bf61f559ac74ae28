import { describe, expect, it } from 'vitest';
import {
  gridBoxes,
  pageSize,
  pages,
  pairBoxes,
  spotlightBoxes,
  staysOnFirstPage,
  type Box,
} from './layout';
import type { ParticipantModel } from './model';
import { participantInfo } from './samples';

const stages = [
  [1440, 772],
  [1080, 772],
  [960, 540],
  [390, 640],
  [844, 260],
  [320, 568],
] as const;

const overlap = (one: Box, other: Box) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height;

describe('gridBoxes', () => {
  it.each(stages)(
    'keeps every tile on a stage of %i x %i, apart from the others',
    (width, height) => {
      for (let count = 1; count <= 25; count++) {
        const boxes = gridBoxes(count, width, height);
        expect(boxes).toHaveLength(count);
        boxes.forEach((box, index) => {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.top).toBeGreaterThanOrEqual(-1);
          expect(box.left + box.width).toBeLessThanOrEqual(width + 1);
          expect(box.top + box.height).toBeLessThanOrEqual(height + 1);
          expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
        });
      }
    },
  );

  it.each([
    [1, 1440, 772, { left: 34, top: 0, width: 1372, height: 772 }],
    [4, 1440, 772, { left: 37, top: 0, width: 679, height: 382 }],
    [9, 1440, 772, { left: 40, top: 0, width: 448, height: 252 }],
    [3, 390, 640, { left: 11, top: 0, width: 369, height: 208 }],
  ])('places %i tiles on %i x %i as large as they can be', (count, width, height, first) => {
    expect(gridBoxes(count, width, height)[0]).toEqual(first);
  });

  it('centres the last row', () => {
    const boxes = gridBoxes(5, 1440, 772);
    const last = boxes.at(-1);
    const row = boxes.filter(({ top }) => top === last?.top);
    expect(row).toHaveLength(2);
    const left = Math.min(...row.map((box) => box.left));
    const right = Math.max(...row.map((box) => box.left + box.width));
    expect(Math.abs(left - (1440 - right))).toBeLessThanOrEqual(1);
  });

  it('has nothing to place for nobody, and nothing to break on no stage', () => {
    expect(gridBoxes(0, 1440, 772)).toEqual([]);
    expect(gridBoxes(3, 0, 0).every(({ width }) => width === 0)).toBe(true);
  });
});

describe('pairBoxes', () => {
  it('lets the own tile float where the other one gains by it', () => {
    const { boxes, floats } = pairBoxes(1440, 772, 'bottomRight');
    expect(floats).toBe(true);
    expect(boxes[0]).toEqual(gridBoxes(1, 1440, 772)[0]);
    expect(boxes[1]).toEqual({ left: 1135, top: 614, width: 259, height: 146 });
  });

  it('stacks two equal tiles on an upright phone', () => {
    const { boxes, floats } = pairBoxes(390, 640, 'bottomRight');
    expect(floats).toBe(false);
    expect(boxes).toEqual(gridBoxes(2, 390, 640));
  });

  it.each([
    ['bottomRight', 'bottomLeft', 'left'],
    ['bottomRight', 'topRight', 'top'],
    ['bottomLeft', 'topLeft', 'top'],
  ] as const)('moves the own tile from %s to %s', (from, to, side) => {
    const before = pairBoxes(1440, 772, from).boxes[1];
    const after = pairBoxes(1440, 772, to).boxes[1];
    expect(after[side]).toBeLessThan(before[side]);
  });

  it.each([
    [700, 160],
    [4000, 280],
  ])('keeps the own tile useful on a stage %i wide', (width, own) => {
    expect(pairBoxes(width, width / 2.4, 'bottomRight').boxes[1].width).toBe(own);
  });
});

describe('pages', () => {
  const tile = (id: string, change: Partial<ParticipantModel> = {}): ParticipantModel => ({
    info: participantInfo(id),
    isLocal: false,
    handPlace: undefined,
    speaking: false,
    tileState: 'connected',
    stream: undefined,
    quality: 'good',
    reaction: undefined,
    ...change,
  });
  const ids = (tiles: readonly ParticipantModel[], size: number) =>
    pages(tiles, size, staysOnFirstPage).map((page) => page.map(({ info }) => info.id).join(''));

  it('knows how many tiles a page takes', () => {
    expect([pageSize(false), pageSize(true)]).toEqual([25, 16]);
  });

  it.each<[string, readonly ParticipantModel[], readonly string[]]>([
    ['keeps the joining order', [tile('a'), tile('b'), tile('c')], ['ab', 'c']],
    ['shows one page when all fit', [tile('a'), tile('b')], ['ab']],
    [
      'brings a speaker forward',
      [tile('a'), tile('b'), tile('c', { speaking: true })],
      ['ac', 'b'],
    ],
    ['brings a hand forward', [tile('a'), tile('b'), tile('c', { handPlace: 1 })], ['ac', 'b']],
    [
      'keeps the own tile in front',
      [tile('a'), tile('b'), tile('c', { isLocal: true })],
      ['ac', 'b'],
    ],
    [
      'moves nobody on the first page for one who speaks there',
      [tile('a'), tile('b', { speaking: true }), tile('c')],
      ['ab', 'c'],
    ],
    [
      'does not exchange one speaker for another',
      [tile('a', { speaking: true }), tile('b', { isLocal: true }), tile('c', { speaking: true })],
      ['ab', 'c'],
    ],
  ])('%s', (_, tiles, expected) => {
    expect(ids(tiles, 2)).toEqual(expected);
  });

  it('has no page for nobody', () => {
    expect(pages([], 25, staysOnFirstPage)).toEqual([]);
  });
});

describe('spotlightBoxes', () => {
  it.each([
    ['wide', 1408, 772, 4],
    ['upright', 374, 712, 3],
    ['crowded', 1408, 772, 40],
  ])('stand side by side inside the stage: %s', (_, width, height, count) => {
    const { boxes, hidden } = spotlightBoxes(count, width, height);
    expect(boxes.length - 1 + Math.max(0, hidden - 1)).toBe(count - 1);
    boxes.forEach((box, index) => {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.top).toBeGreaterThanOrEqual(0);
      expect(box.left + box.width).toBeLessThanOrEqual(width);
      expect(box.top + box.height).toBeLessThanOrEqual(height);
      expect(boxes.slice(index + 1).some((other) => overlap(box, other))).toBe(false);
    });
  });

  it('gives the main tile the ratio of its content', () => {
    const [wide] = spotlightBoxes(3, 1408, 772, 2).boxes;
    const [upright] = spotlightBoxes(3, 1408, 772, 0.5).boxes;
    expect([wide?.width, wide?.height]).toEqual([1165, 583]);
    expect([upright?.width, upright?.height]).toEqual([386, 772]);
  });

  it('keeps the strip in its bounds, on the right or below', () => {
    const [, aside] = spotlightBoxes(3, 1200, 800).boxes;
    const [, below] = spotlightBoxes(3, 390, 640).boxes;
    expect([aside?.left, aside?.width]).toEqual([1000, 200]);
    expect([below?.width, (below?.top ?? 0) > 200]).toEqual([136, true]);
  });

  it.each([
    ['a wide screen', 1408, 772, 1.6],
    ['a screen as wide as two', 1408, 772, 3.2],
    ['an upright phone', 1408, 772, 9 / 19],
    ['on an upright stage', 374, 712, 1.6],
  ])('gives the main tile the ratio of its content: %s', (_, width, height, ratio) => {
    const { boxes } = spotlightBoxes(5, width, height, ratio);
    const [main, ...strip] = boxes;
    expect((main?.width ?? 0) / (main?.height ?? 1)).toBeCloseTo(ratio, 1);
    expect(strip.some((box) => main && overlap(box, main))).toBe(false);
    expect(Math.min(...boxes.flatMap(({ left, top }) => [left, top]))).toBeGreaterThanOrEqual(0);
    expect((main?.left ?? 0) + (main?.width ?? 0)).toBeLessThanOrEqual(width);
  });
});
