import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReactionsStore } from './ReactionsStore';
import { reuse } from './reuse';
import { ServerLinkStore } from './ServerLinkStore';
import { wireMedia } from './wireMedia';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('ServerLinkStore', () => {
  it('says nothing about a break of less than a second', () => {
    const store = new ServerLinkStore();
    const told: string[] = [];
    store.link.subscribe((link) => told.push(link));
    store.up();
    store.down();
    vi.advanceTimersByTime(900);
    store.up();
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual(['connecting', 'online']);
  });

  it('goes from reconnecting to away, back for two seconds, and online', () => {
    const store = new ServerLinkStore();
    store.up();
    store.down();
    vi.advanceTimersByTime(1_000);
    expect(store.link.value).toBe('reconnecting');
    vi.advanceTimersByTime(28_900);
    expect(store.link.value).toBe('reconnecting');
    vi.advanceTimersByTime(100);
    expect(store.link.value).toBe('away');
    store.up();
    expect(store.link.value).toBe('back');
    vi.advanceTimersByTime(2_000);
    expect(store.link.value).toBe('online');
  });

  it('does not count the thirty seconds anew with every failed try', () => {
    const store = new ServerLinkStore();
    store.up();
    store.down();
    vi.advanceTimersByTime(20_000);
    store.down();
    vi.advanceTimersByTime(10_000);
    expect(store.link.value).toBe('away');
  });

  it('has nothing to say after a call', () => {
    const store = new ServerLinkStore();
    store.up();
    store.reset();
    store.down();
    vi.advanceTimersByTime(60_000);
    expect(store.link.value).toBe('connecting');
  });
});

describe('ReactionsStore', () => {
  it('shows each reaction for four seconds, the newest of a person', () => {
    const store = new ReactionsStore();
    store.show('a', 'heart');
    vi.advanceTimersByTime(3_000);
    store.show('a', 'clap');
    vi.advanceTimersByTime(3_000);
    expect(store.shown.value.get('a')?.kind).toBe('clap');
    vi.advanceTimersByTime(1_000);
    expect(store.shown.value.size).toBe(0);
  });

  it('tells one clap from the next', () => {
    const store = new ReactionsStore();
    store.show('a', 'clap');
    const first = store.shown.value.get('a')?.key;
    store.show('a', 'clap');
    expect(store.shown.value.get('a')?.key).not.toBe(first);
    store.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('reuse', () => {
  it('keeps what did not change', () => {
    const former = [
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ];
    const next = reuse(
      former,
      [
        { key: 'b', value: 3 },
        { key: 'a', value: 1 },
        { key: 'c', value: 1 },
      ],
      ({ key }) => key,
    );
    expect(next[1]).toBe(former[0]);
    expect(next.map(({ value }) => value)).toEqual([3, 1, 1]);
  });
});

it.each([
  ['off', 'off', 'off', { microphone: 'none', camera: 'off', screen: 'off' }],
  ['starting', 'starting', 'starting', { microphone: 'on', camera: 'on', screen: 'off' }],
  ['on', 'on', 'on', { microphone: 'on', camera: 'on', screen: 'on' }],
  ['muted', 'none', 'paused', { microphone: 'muted', camera: 'none', screen: 'paused' }],
  ['none', 'off', 'off', { microphone: 'none', camera: 'off', screen: 'off' }],
] as const)(
  'tells the others of a microphone that is %s, a camera that is %s and a screen that is %s',
  (microphone, camera, screen, told) => {
    expect(wireMedia(microphone, camera, screen)).toEqual(told);
  },
);
