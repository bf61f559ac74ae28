// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserStorage } from './BrowserStorage';
import { Draft } from './Draft';

const storage = new BrowserStorage(() => localStorage);

beforeEach(() => localStorage.clear());

describe('Draft', () => {
  it('survives a reload, for its room alone', () => {
    new Draft('one', storage).set('Not finished\nyet');
    expect(new Draft('one', storage).text.value).toBe('Not finished\nyet');
    expect(new Draft('two', storage).text.value).toBe('');
  });

  it('leaves nothing behind when it is sent', () => {
    const draft = new Draft('one', storage);
    draft.set('Hello');
    draft.set('');
    expect(localStorage.length).toBe(0);
  });

  it.each(['{', '17', '{"text":"x"}'])('takes what it did not write (%j) for nothing', (stored) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    new Draft('one', storage).set('x');
    localStorage.setItem(localStorage.key(0) ?? '', stored);
    expect(new Draft('one', storage).text.value).toBe('');
  });
});
