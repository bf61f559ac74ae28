import { describe, expect, test } from 'vitest';
import type { Corner } from '../../../state/layout';
import { cornerAt, cornerTowards, nextCorner } from './corner';

const area = { width: 1000, height: 600 };

describe('the corner of the floating tile', () => {
  test.each([
    [{ x: 10, y: 10 }, 'topLeft'],
    [{ x: 990, y: 10 }, 'topRight'],
    [{ x: 499, y: 301 }, 'bottomLeft'],
    [{ x: 500, y: 300 }, 'bottomRight'],
    [{ x: -40, y: 900 }, 'bottomLeft'],
  ] as const)('is the one nearest to %o', (point, corner) => {
    expect(cornerAt(point, area)).toBe(corner);
  });

  test.each([
    ['bottomRight', 'ArrowUp', 'topRight'],
    ['bottomRight', 'ArrowLeft', 'bottomLeft'],
    ['topLeft', 'ArrowDown', 'bottomLeft'],
    ['topLeft', 'ArrowRight', 'topRight'],
    ['topLeft', 'ArrowUp', 'topLeft'],
    ['topLeft', 'Enter', 'topLeft'],
  ] as const)('%s and %s give %s', (corner, key, expected) => {
    expect(cornerTowards(corner, key)).toBe(expected);
  });

  test('comes round to where it was after four steps', () => {
    const seen = new Set<Corner>(['topLeft']);
    for (const corner of seen) {
      seen.add(nextCorner(corner));
    }
    expect(seen.size).toBe(4);
    expect(nextCorner([...seen].at(-1) ?? 'topLeft')).toBe('topLeft');
  });
});
