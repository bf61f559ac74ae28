import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CandidateBatch } from './CandidateBatch';

let sent: (readonly string[])[];
let batch: CandidateBatch;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  batch = new CandidateBatch((candidates) => sent.push(candidates));
});

afterEach(() => vi.useRealTimers());

it('sends what comes within a moment together', () => {
  batch.add('a');
  vi.advanceTimersByTime(4);
  batch.add('b');
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([['a', 'b']]);
  batch.add('c');
  vi.advanceTimersByTime(19);
  batch.add('d');
  vi.advanceTimersByTime(1);
  expect(sent).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

it('tells when the first ones went out', async () => {
  batch.add('a');
  vi.advanceTimersByTime(5);
  await expect(batch.firstSent).resolves.toBeUndefined();
});

it('never sends more at once than the server takes', () => {
  for (let count = 0; count < 70; count++) {
    batch.add(String(count));
  }
  vi.advanceTimersByTime(20);
  expect(sent.map(({ length }) => length)).toEqual([32, 32, 6]);
});

it('forgets what is of no use any more', () => {
  batch.add('a');
  batch.clear();
  vi.advanceTimersByTime(20);
  expect(sent).toEqual([]);
});
