import { expect, test } from 'vitest';
import { clipped, fitted } from './drawScene';

const box = { left: 10, top: 20, width: 160, height: 90 };
const wide = { videoWidth: 320, videoHeight: 180 };
const square = { videoWidth: 100, videoHeight: 100 };
const upright = { videoWidth: 90, videoHeight: 180 };

test.each([
  ['a face fills its tile', square, false, { left: 10, top: -15, width: 160, height: 160 }],
  ['a screen is seen whole', square, true, { left: 45, top: 20, width: 90, height: 90 }],
  ['so is what is upright', upright, false, { left: 67.5, top: 20, width: 45, height: 90 }],
  ['the same ratio fits', wide, false, box],
])('%s', (_, picture, isScreen, place) => {
  expect(fitted(box, picture, isScreen)).toEqual(place);
});

test('as much of a name is written as there is room for', () => {
  const canvas = { measureText: (text: string) => ({ width: text.length * 10 }) as TextMetrics };
  expect(clipped(canvas, 'Mara', 40)).toBe('Mara');
  expect(clipped(canvas, 'Mara Lindqvist', 60)).toBe('Mara …');
});
