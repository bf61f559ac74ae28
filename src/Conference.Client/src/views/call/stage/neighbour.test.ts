import { describe, expect, test } from 'vitest';
import { gridBoxes } from '../../../state/layout';
import { neighbour } from './neighbour';

// Three above, two centred below:  0 1 2
//                                   3 4
const five = gridBoxes(5, 1408, 772);

describe('the tile next to another', () => {
  test.each([
    [0, 'ArrowRight', 1],
    [2, 'ArrowRight', 2],
    [1, 'ArrowLeft', 0],
    [0, 'ArrowLeft', 0],
    [0, 'ArrowDown', 3],
    [2, 'ArrowDown', 4],
    [3, 'ArrowUp', 0],
    [4, 'ArrowRight', 4],
    [3, 'ArrowRight', 4],
    [0, 'ArrowUp', 0],
    [0, 'a', 0],
    [9, 'ArrowLeft', 9],
  ])('from %i with %s is %i', (index, key, expected) => {
    expect(neighbour(five, index, key)).toBe(expected);
  });

  test('leads to every tile of a full stage', () => {
    const boxes = gridBoxes(16, 390, 712);
    const reached = new Set([0]);
    for (const index of reached) {
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
        reached.add(neighbour(boxes, index, key));
      }
    }
    expect(reached.size).toBe(16);
  });
});
