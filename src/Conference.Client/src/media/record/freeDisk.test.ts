import { expect, test } from 'vitest';
import { freeDiskOf } from './freeDisk';

const megabytes = (count: number) => count * 1_000_000;

test.each([
  [500, 'plenty'],
  [499, 'scarce'],
  [100, 'scarce'],
  [99, 'full'],
  [-1, 'full'],
] as const)('with %s MB left it is %s', (left, free) => {
  const usage = megabytes(300);
  expect(freeDiskOf({ usage, quota: usage + megabytes(left) })).toBe(free);
});

test('a browser that does not say how much there is has enough', () => {
  expect(freeDiskOf({})).toBe('plenty');
});
