const delays = [0, 300, 1000, 2000];
const cap = 5000;
const jitter = 0.3;

/**
 * How long to wait before a try, in milliseconds. The first is at once; later ones are spread, so that a restarted server does not meet
 * everybody in the same instant. There is no last try.
 */
export function reconnectDelay(attempt: number, random: number): number {
  const delay = delays[attempt] ?? cap;
  return Math.round(delay * (1 - jitter * random));
}
