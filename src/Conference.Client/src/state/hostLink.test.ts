import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hostLink, watchHostLinks } from './hostLink';

const page = { hash: '', pathname: '/r/abc-defg-hij', search: '', origin: 'https://meet.example' };
const replaceState = vi.fn((_: unknown, __: string, address: string) => {
  page.hash = address.includes('#') ? page.hash : '';
});
let listening: EventTarget;
let taken: string[];
let closing: AbortController;

beforeEach(() => {
  listening = new EventTarget();
  taken = [];
  closing = new AbortController();
  replaceState.mockClear();
  vi.stubGlobal('location', page);
  vi.stubGlobal('history', { replaceState });
  vi.stubGlobal('addEventListener', listening.addEventListener.bind(listening));
});
afterEach(() => void vi.unstubAllGlobals());

const open = (hash: string) => {
  page.hash = hash;
  watchHostLinks((secret) => taken.push(secret), closing.signal);
};
const follow = (hash: string) => {
  page.hash = hash;
  listening.dispatchEvent(new Event('hashchange'));
};

it('takes the secret that its own links carry, and takes it out of the address', () => {
  open(new URL(hostLink('abc-defg-hij', 's-e_cret')).hash);
  expect(taken).toEqual(['s-e_cret']);
  expect(page.hash).toBe('');
  expect(replaceState.mock.calls).toEqual([[null, '', '/r/abc-defg-hij']]);
});

it('takes one out of a link that is followed later, until it is closed', () => {
  open('');
  follow('#host=later');
  expect(taken).toEqual(['later']);
  closing.abort();
  follow('#host=too-late');
  expect(taken).toEqual(['later']);
});

it.each(['', '#m12', '#hosts', '#xhost=a'])('leaves %j alone', (hash) => {
  open(hash);
  expect(taken).toEqual([]);
  expect(replaceState).not.toHaveBeenCalled();
});

it('takes an empty secret out of the address as well', () => {
  open('#host=');
  expect(taken).toEqual([]);
  expect(page.hash).toBe('');
});
