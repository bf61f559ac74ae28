import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePlatform, fakeOptions, type FakeEffect } from './FakeMedia';
import { LocalMedia } from './LocalMedia';
import type { DeviceNews, Effect } from './LocalMediaModel';
import { afterPicture, afterSound, steady } from './pace';

describe('pace', () => {
  const tooSlow = (seconds: number, took: number, interval: number) => {
    let pace = steady;
    for (let now = 0; now <= seconds * 1_000; now += Math.max(took, interval)) {
      pace = afterPicture(pace, took, interval, now);
    }
    return pace.behind.on;
  };

  it.each([
    ['in time', 20, 20, 33, false],
    ['every second picture of a quick camera', 20, 60, 33, false],
    ['a slide show of a quick camera', 20, 90, 33, true],
    ['in time for a slow camera', 20, 150, 200, false],
    ['too late for a slow camera', 20, 250, 200, true],
    ['too late, but not for long', 4, 250, 200, false],
  ])('of pictures %s', (_, seconds, took, interval, expected) => {
    expect(tooSlow(seconds, took, interval)).toBe(expected);
  });

  it('is not saved by one quick picture, but by many', () => {
    let pace = steady;
    const work = (took: (now: number) => number, from: number, to: number) => {
      for (let now = from; now <= to; now += 100) {
        pace = afterPicture(pace, took(now), 50, now);
      }
    };
    work((now) => (now % 500 === 0 ? 10 : 100), 0, 10_000);
    expect(pace.behind.on).toBe(true);
    work(() => 10, 10_100, 11_000);
    expect(pace.behind.on).toBe(true);
    work(() => 10, 11_100, 14_000);
    expect(pace.behind.on).toBe(false);
  });

  it('is not lost by one slow picture', () => {
    let pace = steady;
    for (let now = 0; now <= 20_000; now += 100) {
      pace = afterPicture(pace, now % 1_000 === 0 ? 300 : 20, 50, now);
    }
    expect(pace.behind.on).toBe(false);
  });

  it.each([
    [1_000, false],
    [980, false],
    [900, true],
    [0, true],
  ])('of %i ms of sound a second', (sound, expected) => {
    let pace = steady;
    for (let now = 0; now <= 8_000; now += 1_000) {
      pace = afterSound(pace, sound, 1_000, now);
    }
    expect(pace.behind.on).toBe(expected);
  });
});

describe('effects', () => {
  let platform: FakePlatform;
  let media: LocalMedia;
  let news: DeviceNews[];
  const wanted = { blur: signal(false), noiseSuppression: signal(false) };
  const settle = () => vi.advanceTimersByTimeAsync(0);
  const last = (name: Effect): FakeEffect => {
    const effect = platform.effects[name].at(-1);
    if (!effect) {
      throw new Error(`No ${name} was started.`);
    }
    return effect;
  };
  const idOf = (track: MediaStreamTrack | undefined) => track?.getSettings().deviceId;

  beforeEach(async () => {
    vi.useFakeTimers();
    vi.spyOn(console, 'warn').mockReturnValue();
    platform = new FakePlatform();
    news = [];
    wanted.blur.value = false;
    wanted.noiseSuppression.value = false;
    media = new LocalMedia({
      ...fakeOptions(platform),
      effects: wanted,
      onEffectWanted: (effect, on) => (wanted[effect].value = on),
      onNews: (one) => news.push(one),
    });
    await media.start();
  });

  afterEach(() => {
    media.close();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('are off, and nothing is loaded for them', () => {
    expect(platform.effects).toEqual({ blur: [], noiseSuppression: [] });
    expect(idOf(media.tracks.value.video)).toBe('cam 1');
  });

  describe('blur', () => {
    it('shows nothing until it runs, then its own picture', async () => {
      wanted.blur.value = true;
      expect(media.camera.value).toBe('starting');
      expect(media.tracks.value.video).toBeUndefined();
      expect(media.cameraStream.value).toBeUndefined();
      last('blur').run();
      await settle();
      expect(media.camera.value).toBe('on');
      expect(idOf(media.tracks.value.video)).toBe('cam 1 with effect');
    });

    it('gives the plain picture back when it is not wanted any more', async () => {
      wanted.blur.value = true;
      last('blur').run();
      await settle();
      wanted.blur.value = false;
      expect(idOf(media.tracks.value.video)).toBe('cam 1');
      expect(last('blur').closed).toBe(true);
    });

    it('goes on with the next camera', async () => {
      wanted.blur.value = true;
      last('blur').run();
      await settle();
      platform.machine.plugIn({ deviceId: 'cam 2', kind: 'videoinput', label: 'Other' });
      await media.select('camera', 'cam 2');
      expect(media.tracks.value.video).toBeUndefined();
      last('blur').run();
      await settle();
      expect(idOf(media.tracks.value.video)).toBe('cam 2 with effect');
      expect(platform.effects.blur.map(({ closed }) => closed)).toEqual([true, false]);
    });

    it('ends with the camera', async () => {
      wanted.blur.value = true;
      last('blur').run();
      await settle();
      await media.setCamera(false);
      expect(last('blur').closed).toBe(true);
      expect(platform.machine.live('video')).toEqual([]);
      await media.setCamera(true);
      expect(media.camera.value).toBe('starting');
    });

    it('that started for nobody is closed', async () => {
      wanted.blur.value = true;
      wanted.blur.value = false;
      last('blur').run();
      await settle();
      expect(last('blur').closed).toBe(true);
      expect(idOf(media.tracks.value.video)).toBe('cam 1');
    });

    it.each(['tooSlow', 'failed'] as const)(
      'that is %s takes the camera along, so that nobody is seen without it unasked',
      async (trouble) => {
        wanted.blur.value = true;
        last('blur').run();
        await settle();
        const shown: (string | undefined)[] = [];
        media.tracks.subscribe(({ video }) => shown.push(idOf(video)));
        last('blur').giveUp(trouble);
        last('blur').giveUp(trouble);
        await settle();
        expect(shown).not.toContain('cam 1');
        expect(media.camera.value).toBe('off');
        expect(platform.machine.live('video')).toEqual([]);
        expect(news).toEqual([{ kind: 'effectEnded', effect: 'blur', trouble }]);
        await media.setCamera(true);
        expect(idOf(media.tracks.value.video)).toBe('cam 1');
        expect(media.effects.value.blur).toBe(false);
      },
    );

    it('that failed stays as it was set, for the next visit', async () => {
      wanted.blur.value = true;
      last('blur').fail();
      await settle();
      expect(wanted.blur.value).toBe(true);
      await media.setCamera(true);
      expect(platform.effects.blur).toHaveLength(1);
    });

    it('that failed is tried again when its person asks for it again', async () => {
      wanted.blur.value = true;
      last('blur').fail();
      await settle();
      await media.setCamera(true);
      media.setEffect('blur', true);
      expect(media.effects.value.blur).toBe(true);
      expect(media.camera.value).toBe('starting');
      last('blur').run();
      await settle();
      expect(idOf(media.tracks.value.video)).toBe('cam 1 with effect');
    });

    it('is given up for good by its person alone', () => {
      media.setEffect('blur', true);
      expect(wanted.blur.value).toBe(true);
      media.setEffect('blur', false);
      expect(wanted.blur.value).toBe(false);
    });

    it('that does not start never shows the plain picture by itself', async () => {
      wanted.blur.value = true;
      last('blur').fail();
      await settle();
      expect(media.camera.value).toBe('off');
      expect(news).toEqual([{ kind: 'effectEnded', effect: 'blur', trouble: 'failed' }]);
    });
  });

  describe('noise suppression', () => {
    const browserSuppresses = () =>
      (platform.machine.asked.at(-1)?.audio as MediaTrackConstraints).noiseSuppression;

    it('lets the plain sound go on until it runs, and has the browser leave the noise to it', async () => {
      expect(browserSuppresses()).toBe(true);
      wanted.noiseSuppression.value = true;
      await settle();
      expect(browserSuppresses()).toBe(false);
      expect(idOf(media.tracks.value.audio)).toBe('mic 1');
      last('noiseSuppression').run();
      await settle();
      expect(idOf(media.tracks.value.audio)).toBe('mic 1 with effect');
    });

    it.each([true, false])('is muted with the microphone, before it runs: %s', async (before) => {
      wanted.noiseSuppression.value = true;
      await settle();
      const mute = () => media.setMicrophone(false);
      await (before ? mute() : settle());
      last('noiseSuppression').run();
      await settle();
      await (before ? settle() : mute());
      expect(media.tracks.value.audio?.enabled).toBe(false);
      expect(platform.machine.live('audio')[0]?.enabled).toBe(false);
      await media.setMicrophone(true);
      expect(media.tracks.value.audio?.enabled).toBe(true);
    });

    it.each(['tooSlow', 'failed'] as const)(
      'that is %s leaves the plain sound',
      async (trouble) => {
        wanted.noiseSuppression.value = true;
        await settle();
        last('noiseSuppression').run();
        await settle();
        last('noiseSuppression').giveUp(trouble);
        await settle();
        expect(idOf(media.tracks.value.audio)).toBe('mic 1');
        expect(media.microphone.value).toBe('on');
        expect(browserSuppresses()).toBe(true);
        expect(news).toEqual([{ kind: 'effectEnded', effect: 'noiseSuppression', trouble }]);
      },
    );

    it('that does not start leaves the plain sound', async () => {
      wanted.noiseSuppression.value = true;
      await settle();
      last('noiseSuppression').fail();
      await settle();
      expect(idOf(media.tracks.value.audio)).toBe('mic 1');
      expect(media.effects.value.noiseSuppression).toBe(false);
      expect(wanted.noiseSuppression.value).toBe(true);
    });
  });

  it('leave nothing running', async () => {
    wanted.blur.value = true;
    wanted.noiseSuppression.value = true;
    await settle();
    last('blur').run();
    await settle();
    media.close();
    last('noiseSuppression').run();
    await settle();
    expect(last('blur').closed).toBe(true);
    expect(last('noiseSuppression').closed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
