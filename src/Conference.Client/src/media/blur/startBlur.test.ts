import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BlurAnswer } from './messages';
import { startBlur } from './startBlur';

class FakeWorker extends EventTarget {
  readonly terminate = vi.fn();
  readonly postMessage = vi.fn();

  say(data: BlurAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const workers = vi.hoisted((): unknown[] => []);
const opened = () => workers as FakeWorker[];

vi.mock('./openWorker', () => ({
  openWorker: () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  },
}));

const generated = { stop: vi.fn(), writable: {} };
const source = { getSettings: () => ({ frameRate: 30 }) } as unknown as MediaStreamTrack;
const onTrouble = vi.fn();
let ending = new AbortController();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  workers.length = 0;
  ending = new AbortController();
  vi.stubGlobal('MediaStreamTrackProcessor', vi.fn());
  vi.stubGlobal(
    'MediaStreamTrackGenerator',
    vi.fn(function () {
      return generated;
    }),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const start = () => startBlur(source, onTrouble, ending.signal);

it('opens nothing when it was turned off while its script was fetched', async () => {
  ending.abort();
  await expect(start()).rejects.toThrow();
  expect(workers).toEqual([]);
});

it('ends its worker when it is turned off before it is ready', async () => {
  const started = start();
  ending.abort();
  await expect(started).rejects.toThrow('The blur is not wanted any more.');
  expect(opened()[0]?.terminate).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

it('ends its worker and its track when it is turned off', async () => {
  const started = start();
  opened()[0]?.say({ kind: 'ready' });
  await expect(started).resolves.toBe(generated);
  expect(generated.stop).not.toHaveBeenCalled();
  ending.abort();
  expect(generated.stop).toHaveBeenCalledOnce();
  expect(opened()[0]?.terminate).toHaveBeenCalledOnce();
});

it('tells of a picture that failed, while it is wanted', async () => {
  vi.spyOn(console, 'warn').mockReturnValue();
  const started = start();
  opened()[0]?.say({ kind: 'ready' });
  await started;
  opened()[0]?.say({ kind: 'failed', reason: 'No mask' });
  ending.abort();
  opened()[0]?.say({ kind: 'failed', reason: 'No mask' });
  expect(onTrouble).toHaveBeenCalledExactlyOnceWith('failed');
});

it.each<[string, (worker: FakeWorker) => void, string]>([
  [
    'says that it failed',
    (worker) => worker.say({ kind: 'failed', reason: 'No model' }),
    'No model',
  ],
  [
    'cannot be loaded',
    (worker) => worker.dispatchEvent(new Event('error')),
    'The blur cannot be loaded.',
  ],
  ['says nothing', () => vi.advanceTimersByTime(30_000), 'The blur did not load in time.'],
])('does not start when its worker %s', async (_, happen, reason) => {
  const started = start();
  opened().forEach(happen);
  await expect(started).rejects.toThrow(reason);
});
