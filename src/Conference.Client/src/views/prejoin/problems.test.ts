import { describe, expect, it } from 'vitest';
import { findProblems, hasNoDevices, problemSentence } from './problems';

describe('findProblems', () => {
  it.each([
    [undefined, undefined, []],
    ['denied', 'denied', [{ kind: 'denied', devices: 'both' }]],
    ['inUse', undefined, [{ kind: 'inUse', devices: 'camera' }]],
    [undefined, 'notFound', [{ kind: 'notFound', devices: 'microphone' }]],
    [
      'notFound',
      'denied',
      [
        { kind: 'notFound', devices: 'camera' },
        { kind: 'denied', devices: 'microphone' },
      ],
    ],
  ] as const)('camera %s, microphone %s', (camera, microphone, expected) => {
    expect(findProblems(camera, microphone)).toEqual(expected);
  });
});

describe('hasNoDevices', () => {
  it.each([
    [undefined, undefined, false],
    ['notFound', undefined, false],
    ['notFound', 'notFound', true],
    ['notFound', 'denied', true],
  ] as const)('camera %s, microphone %s: %s', (camera, microphone, expected) => {
    expect(hasNoDevices(findProblems(camera, microphone))).toBe(expected);
  });
});

it('has a sentence of its own for each problem', () => {
  const kinds = ['denied', 'notFound', 'inUse'] as const;
  const devices = ['both', 'camera', 'microphone'] as const;
  const sentences = kinds.flatMap((kind) =>
    devices.map((device) => problemSentence({ kind, devices: device })),
  );
  expect(new Set(sentences).size).toBe(9);
});
