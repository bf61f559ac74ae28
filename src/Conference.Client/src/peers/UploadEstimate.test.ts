import { expect, it } from 'vitest';
import { UploadEstimate } from './UploadEstimate';

const look = (estimate: UploadEstimate, limited: boolean, carried: number, times = 1) => {
  for (let second = 0; second < times; second++) {
    estimate.follow({ limited, carried });
  }
  return estimate.bitsPerSecond;
};

it('What connections estimate does not count while it limits nothing', () => {
  expect(look(new UploadEstimate(), false, 300_000, 20)).toBeGreaterThan(10_000_000);
});

it('A network that carries less is followed within seconds, but not at once', () => {
  const estimate = new UploadEstimate();
  expect(look(estimate, true, 1_000_000)).toBeGreaterThan(10_000_000);
  expect(look(estimate, true, 1_000_000, 10)).toBeCloseTo(950_000, -2);
});

it('It comes back slowly', () => {
  const estimate = new UploadEstimate();
  look(estimate, true, 1_000_000, 10);
  expect(look(estimate, false, 1_000_000)).toBeLessThan(1_100_000);
  expect(look(estimate, false, 1_000_000, 60)).toBeGreaterThan(10_000_000);
});

it('There is always enough for a voice, and a limit without a figure changes nothing', () => {
  const estimate = new UploadEstimate();
  expect(look(estimate, true, 1, 100)).toBe(150_000);
  const other = new UploadEstimate();
  const before = other.bitsPerSecond;
  other.follow({ limited: true, carried: undefined });
  expect(other.bitsPerSecond).toBe(before);
});
