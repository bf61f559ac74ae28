// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { parseRoute } from './routing';

describe('parseRoute', () => {
  it.each([
    ['/', '', { page: 'home' }],
    ['/r/kmr-vxtd-hpe', '', { page: 'room', code: 'kmr-vxtd-hpe' }],
    ['/r/KMRVXTDHPE/', '', { page: 'room', code: 'kmr-vxtd-hpe' }],
    ['/r/kmr-vxtd-hpe', '#m12', { page: 'room', code: 'kmr-vxtd-hpe' }],
    ['/r/kmr-vxtd-hpe/history', '', { page: 'history', code: 'kmr-vxtd-hpe' }],
    ['/r/kmr-vxtd-hpe/history', '#m12', { page: 'history', code: 'kmr-vxtd-hpe', sequence: 12 }],
    ['/r/kmr-vxtd-hpe/history', '#m12x', { page: 'history', code: 'kmr-vxtd-hpe' }],
    ['/r/', '', { page: 'unknown' }],
    ['/r/kmr-vxtd-hpe/other', '', { page: 'unknown' }],
    ['/elsewhere', '', { page: 'unknown' }],
  ])('%s%s', (pathname, hash, expected) => {
    expect(parseRoute(pathname, hash)).toEqual(expected);
  });

  it('leaves it to the room to say that a code is none', () => {
    expect(parseRoute('/r/nonsense', '')).toEqual({ page: 'room', code: 'nonsense' });
  });
});
