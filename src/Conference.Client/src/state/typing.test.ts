import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expireTyping, nextExpiry, startTyping, stopTyping } from './typing';
import { TypingStore } from './TypingStore';

describe('typing', () => {
  it('ends five seconds after the last sign of it', () => {
    const once = startTyping(new Map(), 'tomas', 0);
    const twice = startTyping(once, 'tomas', 3_000);
    expect(nextExpiry(twice)).toBe(8_000);
    expect([...expireTyping(twice, 7_999).keys()]).toEqual(['tomas']);
    expect([...expireTyping(twice, 8_000).keys()]).toEqual([]);
  });

  it('stops for one person alone', () => {
    const both = startTyping(startTyping(new Map(), 'tomas', 0), 'yuki', 1_000);
    expect([...stopTyping(both, 'tomas').keys()]).toEqual(['yuki']);
    expect(stopTyping(both, 'nobody')).toBe(both);
    expect(nextExpiry(new Map())).toBeUndefined();
  });
});

describe('TypingStore', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('forgets who went silent', () => {
    const store = new TypingStore(() => Promise.resolve());
    store.start('tomas');
    vi.advanceTimersByTime(3_000);
    store.start('yuki');
    vi.advanceTimersByTime(2_000);
    expect([...store.typing.value.keys()]).toEqual(['yuki']);
    vi.advanceTimersByTime(3_000);
    expect(store.typing.value.size).toBe(0);
  });

  it('tells at most every three seconds that oneself is writing, and again after sending', () => {
    const tell = vi.fn(() => Promise.resolve());
    const store = new TypingStore(tell);
    store.write();
    store.write();
    expect(tell).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(3_000);
    store.write();
    expect(tell).toHaveBeenCalledTimes(2);
    store.finish();
    store.write();
    expect(tell).toHaveBeenCalledTimes(3);
  });

  it('does not mind when nobody can be told', async () => {
    const store = new TypingStore(() => Promise.reject(new Error('offline')));
    store.write();
    await vi.runAllTimersAsync();
    expect(store.typing.value.size).toBe(0);
  });

  it('leaves no timer behind', () => {
    const store = new TypingStore(() => Promise.resolve());
    store.start('tomas');
    store.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
