import { describe, expect, it } from 'vitest';
import { firstNameOf, hueOf, initialsOf } from './person';

describe('initialsOf', () => {
  it.each([
    ['Mara Lindqvist', 'ML'],
    ['  yuki  ', 'Y'],
    ['Anna Maria von der Heide', 'AH'],
    ['😀 Smile', '😀S'],
    ['Priya 1:1', 'P1'],
    ['', ''],
  ])('%j is %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('hueOf', () => {
  it('is always the same and inside the circle', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `person-${index}`);
    const hues = ids.map(hueOf);
    expect(hues).toEqual(ids.map(hueOf));
    expect(hues.every((hue) => Number.isInteger(hue) && hue >= 0 && hue < 360)).toBe(true);
    expect(new Set(hues).size).toBeGreaterThan(100);
  });
});

describe('firstNameOf', () => {
  it.each([
    ['Mara Lindqvist', 'Mara'],
    ['  yuki  ', 'yuki'],
    ['', ''],
  ])('%j is %j', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});
