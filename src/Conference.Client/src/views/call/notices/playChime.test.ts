import { expect, test, vi } from 'vitest';
import { playChime } from './playChime';

test('a crowd is heard as one', () => {
  vi.useFakeTimers();
  const made = vi.fn(function () {
    return { currentTime: 0 };
  });
  const node = class {
    readonly gain = { setTargetAtTime: vi.fn() };
    connect = vi.fn();
    start = vi.fn();
    stop = vi.fn();
    addEventListener = vi.fn();
  };
  vi.stubGlobal('GainNode', node);
  vi.stubGlobal('OscillatorNode', node);
  vi.stubGlobal('ConstantSourceNode', node);
  vi.stubGlobal('AudioContext', made);
  for (let count = 0; count < 500; count++) {
    playChime('joined');
  }
  expect(made).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(500);
  playChime('left');
  expect(made).toHaveBeenCalledTimes(2);
});
