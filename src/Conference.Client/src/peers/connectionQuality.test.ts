import { describe, expect, it } from 'vitest';
import { lossBetween, rateQuality, steadilyGood, steady, type Quality } from './connectionQuality';
import { isPolite } from './isPolite';
import { asReal } from './FakePeerConnection';
import { readPathStats } from './readPathStats';
import { entriesOf, type StatsEntry } from './statsEntries';

it.each<[number, number, Quality]>([
  [0, 0, 'good'],
  [0.019, 199, 'good'],
  [0.02, 0, 'fair'],
  [0, 200, 'fair'],
  [0.079, 399, 'fair'],
  [0.08, 0, 'poor'],
  [0, 400, 'poor'],
])('rates %f lost and %i ms as %s', (loss, delay, quality) => {
  expect(rateQuality({ loss, delay })).toBe(quality);
});

it.each([
  [{ received: 0, lost: 0 }, { received: 0, lost: 0 }, 0],
  [{ received: 100, lost: 0 }, { received: 190, lost: 10 }, 0.1],
  [{ received: 100, lost: 10 }, { received: 200, lost: 8 }, 0],
  [{ received: 500, lost: 50 }, { received: 0, lost: 0 }, 0],
])('counts what was lost between two looks', (before, after, loss) => {
  expect(lossBetween(before, after)).toBeCloseTo(loss);
});

describe('steady', () => {
  const shown = (...measured: readonly [number, Quality][]) =>
    measured.reduce((state, [now, quality]) => steady(state, quality, now), steadilyGood).shown;

  it('does not show what passes within three seconds', () => {
    expect(shown([0, 'poor'], [2_900, 'poor'])).toBe('good');
    expect(shown([0, 'poor'], [2_000, 'good'], [3_500, 'poor'])).toBe('good');
  });

  it('shows what lasts', () => {
    expect(shown([0, 'poor'], [3_000, 'poor'])).toBe('poor');
    expect(shown([0, 'poor'], [3_000, 'fair'])).toBe('fair');
  });

  it('is good again after a second', () => {
    expect(shown([0, 'poor'], [3_000, 'poor'], [3_500, 'good'])).toBe('fair');
    expect(shown([0, 'poor'], [3_000, 'poor'], [3_500, 'good'], [4_500, 'good'])).toBe('good');
  });
});

describe('readPathStats', () => {
  const report = (...entries: readonly StatsEntry[]) =>
    entriesOf(asReal(new Map(entries.map((entry) => [entry.id, entry]))));
  const pair = { id: 'pair', type: 'candidate-pair', currentRoundTripTime: 0.12 };
  const other = { id: 'other', type: 'candidate-pair', currentRoundTripTime: 9 };

  it('adds up what arrived and takes the delay of the pair in use', () => {
    const stats = readPathStats(
      report(
        { id: 'audio', type: 'inbound-rtp', packetsReceived: 10, packetsLost: 1 },
        { id: 'video', type: 'inbound-rtp', packetsReceived: 20 },
        { id: 'transport', type: 'transport', selectedCandidatePairId: 'pair' },
        other,
        pair,
      ),
    );
    expect(stats).toMatchObject({ packets: { received: 30, lost: 1 }, delay: 120 });
  });

  it('finds the pair without transport statistics', () => {
    const nominated = { ...pair, nominated: true, state: 'succeeded' };
    expect(readPathStats(report(other, nominated)).delay).toBe(120);
  });

  it('knows no delay before there is a pair', () => {
    expect(readPathStats(report()).delay).toBeUndefined();
  });
});

it.each([
  ['a', 'b'],
  ['b', 'a'],
  ['0f', 'f0'],
])('makes exactly one of %s and %s polite', (one, other) => {
  expect(isPolite(one, other)).not.toBe(isPolite(other, one));
});
