import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startNoiseSuppression } from './startNoiseSuppression';

const node = vi.hoisted(() => ({
  connect: vi.fn((next: unknown) => next),
  addEventListener: vi.fn(),
  destroy: vi.fn(),
}));

vi.mock('@sapphi-red/web-noise-suppressor', () => ({
  RnnoiseWorkletNode: vi.fn(function () {
    return node;
  }),
}));

const track = { stop: vi.fn() };
const context = {
  currentTime: 0,
  audioWorklet: { addModule: () => Promise.resolve() },
  resume: vi.fn(() => Promise.resolve()),
  close: vi.fn(() => Promise.resolve()),
  createMediaStreamDestination: () => ({ stream: { getAudioTracks: () => [track] } }),
  createMediaStreamSource: () => ({ connect: (next: unknown) => next }),
};
const open = vi.fn(function () {
  return context;
});
let ending = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  ending = new AbortController();
  vi.stubGlobal('AudioContext', open);
  vi.stubGlobal('MediaStream', vi.fn());
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('wasm')));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const start = () => startNoiseSuppression({} as MediaStreamTrack, vi.fn(), ending.signal);

it('opens nothing when it was turned off while its script was fetched', async () => {
  ending.abort();
  await expect(start()).rejects.toThrow();
  expect(open).not.toHaveBeenCalled();
});

it('closes its sound when it is turned off while it starts', async () => {
  const started = start();
  ending.abort();
  await expect(started).rejects.toThrow();
  expect(context.close).toHaveBeenCalledOnce();
  expect(node.connect).not.toHaveBeenCalled();
});

it('releases everything when it is turned off', async () => {
  await expect(start()).resolves.toBe(track);
  expect(context.close).not.toHaveBeenCalled();
  ending.abort();
  expect(context.close).toHaveBeenCalledOnce();
  expect(node.destroy).toHaveBeenCalledOnce();
  expect(track.stop).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});
