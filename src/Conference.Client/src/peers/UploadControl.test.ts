import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readSendingStats, type SendingStats } from './readSendingStats';
import { UploadControl, type UploadChoice } from './UploadControl';

const sources = { camera: { width: 1280, height: 720, frameRate: 30 }, screen: undefined };
const wish = {
  camera: { width: 1280, height: 720, frameRate: 30, pinned: false, speaking: false },
};
const well: SendingStats = {
  pictures: [
    {
      id: 'x',
      active: true,
      framesPerSecond: 30,
      sourceRate: 30,
      encodeSeconds: 0,
      limitedBy: 'none',
    },
  ],
  carried: 300_000,
};
const limitedBy = (reason: string): SendingStats => ({
  ...well,
  pictures: well.pictures.map((picture) => ({ ...picture, limitedBy: reason })),
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('UploadControl', () => {
  const create = (ids: readonly string[]) => {
    const control = new UploadControl({ cores: 8, phone: false }, vi.fn());
    ids.forEach((id) => control.hear(id, wish));
    const measure = (seconds: number, ...sending: readonly SendingStats[]) => {
      for (let second = 0; second < seconds; second++) {
        now += 1_000;
        control.measure(new Map(ids.map((id, index) => [id, sending[index] ?? well])), now);
        control.plan(ids, sources);
      }
    };
    let now = 0;
    const bits = () =>
      [...control.plan(ids, sources).values()].reduce(
        (sum, { camera }) => sum + (camera.active ? camera.maxBitrate : 0),
        0,
      );
    return { control, measure, bits };
  };

  it('keeps below the limit that a person set', () => {
    const { control, bits } = create(['a', 'b', 'c', 'd', 'e']);
    expect(bits()).toBeGreaterThan(1_500_000);
    control.choose({ limit: 1_500_000, video: 'auto' });
    expect(bits()).toBeLessThan(1_500_000);
    expect(bits()).toBeGreaterThan(900_000);
  });

  it.each<[UploadChoice['video'], (whole: number) => [number, number]]>([
    ['saver', (whole) => [100_000, whole / 2]],
    ['audioOnly', () => [0, 0]],
  ])('sends less with %s', (video, expected) => {
    const { control, bits } = create(['a', 'b']);
    const [least, most] = expected(bits());
    control.choose({ limit: undefined, video });
    expect(bits()).toBeGreaterThanOrEqual(least);
    expect(bits()).toBeLessThanOrEqual(most);
  });

  it('follows a network that carries less to most receivers, not the poor one of a single receiver', () => {
    const { measure, bits } = create(['a', 'b', 'c']);
    const whole = bits();
    measure(20, limitedBy('bandwidth'));
    expect(bits()).toBe(whole);
    measure(20, limitedBy('bandwidth'), limitedBy('bandwidth'));
    expect(bits()).toBeLessThan(900_000);
  });

  it('does not take the first seconds of a connection for its network', () => {
    const { measure, bits } = create(['a']);
    const whole = bits();
    measure(4, limitedBy('bandwidth'));
    expect(bits()).toBe(whole);
  });

  it.each<[string, Partial<SendingStats['pictures'][number]>]>([
    ['the browser says so', { limitedBy: 'cpu' }],
    ['pictures are left out', { framesPerSecond: 12 }],
  ])('sends smaller pictures when the machine cannot keep up: %s', (_, change) => {
    const { control, measure } = create(['a']);
    const scale = () => control.plan(['a'], sources).get('a')?.camera.scaleResolutionDownBy;
    expect(scale()).toBe(1);
    measure(8, { ...well, pictures: well.pictures.map((picture) => ({ ...picture, ...change })) });
    expect(scale()).toBeGreaterThan(1);
  });

  it('does not blame the machine for a camera that brings few pictures', () => {
    const { measure, bits } = create(['a', 'b', 'c']);
    const whole = bits();
    const dark = {
      ...well,
      pictures: well.pictures.map((picture) => ({
        ...picture,
        framesPerSecond: 10,
        sourceRate: 10,
      })),
    };
    measure(20, dark, dark, dark);
    expect(bits()).toBe(whole);
  });

  it('blames the machine for a camera that brings few pictures while they take long to encode', () => {
    const { control } = create(['a']);
    const scale = () => control.plan(['a'], sources).get('a')?.camera.scaleResolutionDownBy;
    expect(scale()).toBe(1);
    for (let second = 1; second <= 8; second++) {
      const slow = { framesPerSecond: 10, sourceRate: 10, encodeSeconds: second * 2 };
      const pictures = well.pictures.map((picture) => ({ ...picture, ...slow }));
      control.measure(new Map([['a', { ...well, pictures }]]), second * 1_000);
      control.plan(['a'], sources);
    }
    expect(scale()).toBeGreaterThan(1);
  });

  it('does not blame the machine for a screen that is sent more rarely than the camera beside it', () => {
    const control = new UploadControl({ cores: 8, phone: false }, vi.fn());
    const both = { ...sources, screen: { width: 1280, height: 720, frameRate: 12 } };
    control.hear('a', { ...wish, screen: wish.camera });
    const scale = () => control.plan(['a'], both).get('a')?.camera.scaleResolutionDownBy;
    const before = scale();
    const [picture] = well.pictures;
    const rates = [30, 12].map((framesPerSecond) => ({ ...picture, framesPerSecond }));
    for (let second = 0; second < 20; second++) {
      control.measure(
        new Map([['a', { ...well, pictures: rates as SendingStats['pictures'] }]]),
        second * 1_000,
      );
      control.plan(['a'], both);
    }
    expect(scale()).toBe(before);
  });

  it('counts how long encoding takes over all connections', () => {
    const { control } = create(['a', 'b', 'c']);
    const ids = ['a', 'b', 'c'];
    const scale = () => control.plan(ids, sources).get('a')?.camera.scaleResolutionDownBy;
    for (let second = 0; second < 10; second++) {
      const busy = {
        ...well,
        pictures: well.pictures.map((picture) => ({ ...picture, encodeSeconds: second * 1.5 })),
      };
      control.measure(new Map(ids.map((id) => [id, busy])), second * 1_000);
    }
    expect(scale()).toBeGreaterThan(1);
  });

  it('forgets what somebody wished who left', () => {
    const { control } = create([]);
    control.hear('a', {});
    expect(control.plan(['a'], sources).get('a')?.camera.active).toBe(false);
    control.forget('a');
    expect(control.plan(['a'], sources).get('a')?.camera.active).toBe(true);
  });
});

it('Statistics of sending are read as the browser writes them', () => {
  const report = new Map(
    [
      { id: 'M', type: 'media-source', framesPerSecond: 25 },
      {
        id: 'O',
        type: 'outbound-rtp',
        kind: 'video',
        mediaSourceId: 'M',
        active: true,
        framesPerSecond: 24,
        totalEncodeTime: 1.5,
        qualityLimitationReason: 'cpu',
      },
      { id: 'A', type: 'outbound-rtp', kind: 'audio' },
      { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
      { id: 'F', type: 'candidate-pair', availableOutgoingBitrate: 1 },
      { id: 'P', type: 'candidate-pair', availableOutgoingBitrate: 500_000 },
    ].map((entry) => [entry.id, entry]),
  );
  expect(readSendingStats(report)).toEqual({
    pictures: [
      {
        id: 'O',
        active: true,
        framesPerSecond: 24,
        sourceRate: 25,
        encodeSeconds: 1.5,
        limitedBy: 'cpu',
      },
    ],
    carried: 500_000,
  });
});
