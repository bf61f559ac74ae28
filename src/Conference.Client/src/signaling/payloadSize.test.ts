import { expect, it } from 'vitest';
import { checkPayloadSize } from './payloadSize';

it.each([
  ['of ASCII', 'x'.repeat(64_500)],
  ['of two bytes each', 'é'.repeat(32_000)],
])('lets text %s through that fits', (_, text) => {
  expect(() => checkPayloadSize([{ text }])).not.toThrow();
});

it.each([
  ['of ASCII', 'x'.repeat(65_100)],
  ['of two bytes each', 'é'.repeat(33_000)],
  ['that JSON writes longer', '\n'.repeat(33_000)],
])('refuses text %s that does not fit', (_, text) => {
  expect(() => checkPayloadSize([{ text }])).toThrow(
    expect.objectContaining({ code: 'too_large' }),
  );
});
