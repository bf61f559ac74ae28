import { expect, it } from 'vitest';
import { reconnectDelay } from './reconnectDelay';

it.each([
  { attempt: 0, random: 0, delay: 0 },
  { attempt: 0, random: 1, delay: 0 },
  { attempt: 1, random: 0, delay: 300 },
  { attempt: 2, random: 0, delay: 1_000 },
  { attempt: 3, random: 0.5, delay: 1_700 },
  { attempt: 4, random: 0, delay: 5_000 },
  { attempt: 4, random: 1, delay: 3_500 },
  { attempt: 1_000_000, random: 0, delay: 5_000 },
])('waits $delay ms before try $attempt at $random', ({ attempt, random, delay }) => {
  expect(reconnectDelay(attempt, random)).toBe(delay);
});
