import { describe, expect, it } from 'vitest';
import { followSpeakers, keepPresent, nobodySpeaks, takeOverIn } from './activeSpeaker';

/** Who speaks from which moment on, and whose turn it is at that moment. */
type Step = readonly [at: number, speaking: string, active: string | undefined];

describe('the active speaker', () => {
  it.each<readonly [string, readonly Step[]]>([
    ['is nobody before somebody speaks', [[0, '', undefined]]],
    ['is at once who speaks first', [[0, 'a', 'a']]],
    [
      'stays when falling silent',
      [
        [0, 'a', 'a'],
        [500, '', 'a'],
        [9_000, '', 'a'],
      ],
    ],
    [
      'is not who only says a word',
      [
        [0, 'a', 'a'],
        [1_000, 'b', 'a'],
        [2_900, '', 'a'],
      ],
    ],
    [
      'becomes who speaks for 2 s',
      [
        [0, 'a', 'a'],
        [1_000, 'b', 'a'],
        [3_000, 'b', 'b'],
      ],
    ],
    [
      'is not taken over while speaking',
      [
        [0, 'a', 'a'],
        [1_000, 'ab', 'a'],
        [60_000, 'ab', 'a'],
        [60_001, 'b', 'b'],
      ],
    ],
    [
      'becomes the one who has spoken longest',
      [
        [0, 'a', 'a'],
        [1_000, 'ac', 'a'],
        [2_000, 'abc', 'a'],
        [5_000, 'bc', 'c'],
      ],
    ],
    [
      'begins to count anew after a silence',
      [
        [0, 'a', 'a'],
        [1_000, 'b', 'a'],
        [2_500, '', 'a'],
        [2_600, 'b', 'a'],
        [4_599, 'b', 'a'],
        [4_600, 'b', 'b'],
      ],
    ],
  ])('%s', (_, steps) => {
    let turn = nobodySpeaks;
    for (const [at, speaking, active] of steps) {
      turn = followSpeakers(turn, new Set(speaking), at);
      expect([at, turn.activeId]).toEqual([at, active]);
    }
  });

  it('tells when the next look is due', () => {
    const alone = followSpeakers(nobodySpeaks, new Set('a'), 0);
    expect(takeOverIn(alone, 0)).toBeUndefined();
    const over = followSpeakers(alone, new Set('ab'), 500);
    expect(takeOverIn(over, 600)).toBeUndefined();
    const silent = followSpeakers(over, new Set('b'), 1_000);
    expect(takeOverIn(silent, 1_000)).toBe(1_500);
    expect(takeOverIn(silent, 9_000)).toBe(0);
  });

  it('has no turn when gone: the next one need not wait', () => {
    const turn = keepPresent(followSpeakers(nobodySpeaks, new Set('a'), 0), (id) => id !== 'a');
    expect(followSpeakers(turn, new Set('b'), 10).activeId).toBe('b');
    expect(keepPresent(turn, () => true)).toBe(turn);
  });
});
