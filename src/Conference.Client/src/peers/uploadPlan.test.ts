import { describe, expect, it } from 'vitest';
import { planUpload, soundBitrate, type UploadDemand } from './uploadPlan';
import type { PictureWish } from './wish';

const camera = { width: 1280, height: 720, frameRate: 30 };
const small: PictureWish = {
  width: 240,
  height: 135,
  frameRate: 15,
  pinned: false,
  speaking: false,
};
const large: PictureWish = { ...small, width: 640, height: 360, frameRate: 24 };
const whole: PictureWish = { ...small, width: 1280, height: 720, frameRate: 30 };
const plenty = {
  upload: 100_000_000,
  pixelRate: 1_000_000_000,
  frameRate: Infinity,
  camera,
  screen: undefined,
};

function plan(wishes: Record<string, PictureWish | undefined>, change: Partial<UploadDemand> = {}) {
  const demand = {
    ...plenty,
    wishes: new Map(Object.entries(wishes).map(([id, wish]) => [id, { camera: wish }])),
    ...change,
  };
  const plans = planUpload(demand);
  return (id: string) => plans.get(id)?.camera ?? expect.fail(`Nothing is planned for ${id}.`);
}

const bitsOf = (...encodings: readonly { active: boolean; maxBitrate: number }[]) =>
  encodings.reduce((sum, { active, maxBitrate }) => sum + (active ? maxBitrate : 0), 0);

describe('With enough of everything', () => {
  it.each([
    ['as large as it can be', whole, 1, 30],
    ['larger than the camera', { ...whole, width: 4096, height: 4096 }, 1, 30],
    ['half as large', large, 2, 24],
    ['between two sizes', { ...small, width: 432, height: 243 }, 8 / 3, 15],
    ['small', { ...small, width: 320, height: 180 }, 4, 15],
    ['tiny', { ...small, width: 16, height: 16, frameRate: 1 }, 8, 5],
  ])('a picture shown %s is sent so', (_, wish, scale, frameRate) => {
    const { active, scaleResolutionDownBy, maxFramerate } = plan({ a: wish })('a');
    expect(active).toBe(true);
    expect(scaleResolutionDownBy).toBeCloseTo(scale);
    expect(maxFramerate).toBe(frameRate);
  });

  it('no picture moves faster than this machine may encode', () => {
    const of = plan({ a: whole, b: small }, { frameRate: 16 });
    expect([of('a').maxFramerate, of('b').maxFramerate]).toEqual([16, 15]);
    expect(of('a').scaleResolutionDownBy).toBe(1);
  });

  it('every receiver gets its own', () => {
    const of = plan({ a: whole, b: small, c: undefined });
    expect(of('a').scaleResolutionDownBy).toBe(1);
    expect(of('b').scaleResolutionDownBy).toBeGreaterThan(4);
    expect(of('c').active).toBe(false);
  });
});

describe('With too little upload', () => {
  it.each([1, 2, 3, 5, 8, 12, 24])('%i receivers and their sound stay below it', (count) => {
    const ids = Array.from({ length: count }, (_, index) => String(index));
    for (const upload of [100_000, 300_000, 1_000_000, 1_500_000, 5_000_000]) {
      const of = plan(Object.fromEntries(ids.map((id) => [id, whole])), { upload });
      const pictures = bitsOf(...ids.map(of));
      expect(pictures).toBeLessThanOrEqual(Math.max(0, upload - count * soundBitrate));
    }
  });

  it('a pinned picture gets at least three times what others get', () => {
    const of = plan(
      { a: { ...whole, pinned: true }, b: whole, c: whole, d: whole, e: whole },
      { upload: 1_500_000 },
    );
    expect(of('a').maxBitrate).toBeGreaterThanOrEqual(3 * of('b').maxBitrate);
    expect(of('b').active).toBe(true);
  });

  it('speaking counts as much as pinned, large more than small', () => {
    const of = plan(
      {
        a: { ...large, speaking: true },
        b: { ...large, pinned: true },
        c: large,
        d: { ...large, height: 299 },
      },
      { upload: 700_000 },
    );
    expect(of('a').maxBitrate).toBe(of('b').maxBitrate);
    expect(of('c').maxBitrate).toBeLessThan(of('a').maxBitrate);
    expect(of('d').maxBitrate).toBeLessThan(of('c').maxBitrate);
  });

  it('what one has no use for goes to the others', () => {
    const alone = plan({ a: whole, b: whole }, { upload: 900_000 })('a').maxBitrate;
    const besideTiny = plan(
      { a: whole, b: { ...small, width: 16, height: 16 } },
      { upload: 900_000 },
    );
    expect(besideTiny('a').maxBitrate).toBeGreaterThan(alone * 1.5);
  });

  it('a picture becomes smaller before it becomes slower', () => {
    const { scaleResolutionDownBy, maxFramerate } = plan({ a: whole }, { upload: 300_000 })('a');
    expect(scaleResolutionDownBy).toBeGreaterThan(2);
    expect(maxFramerate).toBe(30);
  });

  it('and slower before it ends', () => {
    const { active, maxFramerate } = plan({ a: whole }, { upload: soundBitrate + 45_000 })('a');
    expect(active).toBe(true);
    expect(maxFramerate).toBeLessThan(20);
    expect(plan({ a: whole }, { upload: soundBitrate + 10_000 })('a').active).toBe(false);
  });
});

describe('With too little machine', () => {
  it('pictures become smaller, not slower', () => {
    const of = plan({ a: large, b: large, c: large }, { pixelRate: 4_000_000 });
    expect(of('a').scaleResolutionDownBy).toBeGreaterThan(2);
    expect(of('a').maxFramerate).toBe(24);
  });

  it('what is not encoded needs no upload', () => {
    const rich = plan({ a: whole })('a').maxBitrate;
    expect(plan({ a: whole }, { pixelRate: 2_000_000 })('a').maxBitrate).toBeLessThan(rich / 3);
  });
});

it('Without a camera there is nothing to send', () => {
  expect(plan({ a: whole }, { camera: undefined })('a').active).toBe(false);
});

it('A screen is sent beside the camera, and never below half its size', () => {
  const plans = planUpload({
    ...plenty,
    upload: 600_000,
    screen: { width: 1920, height: 1080, frameRate: 15 },
    wishes: new Map([
      ['a', { camera: small, screen: { ...whole, width: 1920, height: 1080, frameRate: 15 } }],
    ]),
  });
  const { camera: face, screen } = plans.get('a') ?? expect.fail('Nothing is planned.');
  expect(face.active).toBe(true);
  expect(screen.active).toBe(true);
  expect(screen.scaleResolutionDownBy).toBeLessThanOrEqual(2);
});
