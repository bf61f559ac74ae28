import { describe, expect, it } from 'vitest';
import { screenEncoding } from './screenEncoding';

describe('the encoding of a screen', () => {
  it.each([
    [0, 2_500_000],
    [1, 2_500_000],
    [3, 2_500_000],
    [4, 1_875_000],
    [15, 500_000],
    [100, 500_000],
  ])('for %i receivers has at most %i bits a second each', (receivers, bitrate) => {
    expect(screenEncoding(receivers, 'detail').maxBitrate).toBe(bitrate);
  });

  it.each([
    ['detail', 15],
    ['', 15],
    ['motion', 30],
  ])('for “%s” has %i pictures a second, never smaller ones', (hint, frames) => {
    expect(screenEncoding(2, hint)).toMatchObject({
      maxFramerate: frames,
      scaleResolutionDownBy: 1,
    });
  });
});
