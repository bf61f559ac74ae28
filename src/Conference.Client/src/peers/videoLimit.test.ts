import { expect, it } from 'vitest';
import { videoLimit } from './videoLimit';

it.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [7, 3],
  [8, 4],
  [15, 4],
])('scales the picture for %i receivers down by %i', (receivers, scale) => {
  expect(videoLimit(receivers).scaleResolutionDownBy).toBe(scale);
});

it('never sends more in all because one more joins than twice what one gets', () => {
  for (let receivers = 1; receivers <= 15; receivers += 1) {
    const { maxBitrate } = videoLimit(receivers);
    expect(maxBitrate * receivers).toBeLessThanOrEqual(2 * videoLimit(1).maxBitrate);
  }
});
