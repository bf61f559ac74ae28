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
  vi.advanceTimersByTime(10);
  batch.add('b');
  vi.advanceTimersByTime(10);
  batch.add('c');
  vi.advanceTimersByTime(20);
  expect(sent).toEqual([['a', 'b'], ['c']]);
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
