import { describe, expect, it } from 'vitest';
import { deviceProblem } from './deviceProblem';
import { loudness, loudnessOfAmplitude } from './loudness';
import { MutedSpeech } from './MutedSpeech';
import { SpeakingDetector } from './SpeakingDetector';
import { testSound } from './testSound';

it.each([
  [0, 0],
  [0.001, 0],
  [0.0316, 0.5],
  [1, 1],
  [2, 1],
])('hears an amplitude of %f as %f', (amplitude, expected) => {
  expect(loudnessOfAmplitude(amplitude)).toBeCloseTo(expected, 2);
  expect(loudness(new Float32Array(64).fill(amplitude))).toBeCloseTo(expected, 2);
});

describe('SpeakingDetector', () => {
  const speaks = (levels: readonly number[]) => {
    const detector = new SpeakingDetector();
    levels.forEach((level, index) => detector.listen(level, index * 50));
    return detector.speaking.value;
  };

  it.each([
    ['a quiet room', Array.from({ length: 40 }, () => 0.2), false],
    ['a cough', [0, 0.8, 0.8, 0, 0, 0, 0], false],
    ['speech', [0, 0.8, 0.8, 0.8, 0.8], true],
    ['a pause between words', [0.8, 0.8, 0.8, 0.8, 0, 0, 0, 0.8, 0, 0], true],
    ['silence after speech', [0.8, 0.8, 0.8, 0.8, ...Array.from({ length: 14 }, () => 0)], false],
  ])('tells %s', (_, levels, expected) => {
    expect(speaks(levels)).toBe(expected);
  });
});

describe('MutedSpeech', () => {
  it('waits for a second of speech, and starts anew after a pause', () => {
    const muted = new MutedSpeech();
    expect(muted.listen(true, 0)).toBe(false);
    expect(muted.listen(true, 900)).toBe(false);
    expect(muted.listen(false, 950)).toBe(false);
    expect(muted.listen(true, 1_000)).toBe(false);
    expect(muted.listen(true, 2_000)).toBe(true);
    expect(muted.listen(true, 2_050)).toBe(false);
  });
});

it('makes a WAV file that players know', async () => {
  const bytes = new Uint8Array(await testSound().arrayBuffer());
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.slice(from, to));
  expect([text(0, 4), text(8, 16), text(36, 40)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
  expect(new DataView(bytes.buffer).getUint32(40, true)).toBe(bytes.length - 44);
  expect(bytes.slice(44).some((byte) => byte !== 0)).toBe(true);
});

it.each([
  [new DOMException('', 'NotAllowedError'), 'denied'],
  [new DOMException('', 'SecurityError'), 'denied'],
  [new DOMException('', 'NotFoundError'), 'notFound'],
  [new DOMException('', 'NotReadableError'), 'inUse'],
  [new TypeError('anything'), 'inUse'],
  ['text', 'inUse'],
])('reads a refusal', (cause, problem) => {
  expect(deviceProblem(cause)).toBe(problem);
});
