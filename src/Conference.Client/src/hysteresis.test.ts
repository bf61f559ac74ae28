import { expect, it } from 'vitest';
import { follow, off } from './hysteresis';

const delays = { rise: 150, fall: 600 };

function run(inputs: readonly (readonly [number, boolean])[]): boolean {
  return inputs.reduce((state, [now, input]) => follow(state, input, now, delays), off).on;
}

it.each<[string, readonly (readonly [number, boolean])[], boolean]>([
  [
    'stays off in silence',
    [
      [0, false],
      [1_000, false],
    ],
    false,
  ],
  [
    'does not turn on for a click',
    [
      [0, true],
      [100, true],
      [149, false],
      [200, true],
    ],
    false,
  ],
  [
    'turns on after a while',
    [
      [0, true],
      [150, true],
    ],
    true,
  ],
  [
    'counts anew after a gap',
    [
      [0, true],
      [100, false],
      [110, true],
      [250, true],
    ],
    false,
  ],
  [
    'stays on over a short pause',
    [
      [0, true],
      [150, true],
      [200, false],
      [799, false],
    ],
    true,
  ],
  [
    'forgets a pause that ended',
    [
      [0, true],
      [150, true],
      [200, false],
      [700, true],
      [900, false],
      [1_400, false],
    ],
    true,
  ],
  [
    'turns off after a long pause',
    [
      [0, true],
      [150, true],
      [200, false],
      [800, false],
    ],
    false,
  ],
])('%s', (_, inputs, expected) => {
  expect(run(inputs)).toBe(expected);
});
