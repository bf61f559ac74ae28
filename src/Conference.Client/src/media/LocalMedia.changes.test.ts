import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { FakePlatform, fakeOptions } from './FakeMedia';
import { LocalMedia } from './LocalMedia';
import type { DeviceNews, DeviceProblem } from './LocalMediaModel';

// Devices that come, go and change while somebody is in a call.

let platform: FakePlatform;
let media: LocalMedia;
let news: DeviceNews[];
let lost: [string, DeviceProblem][];
let stored: unknown;
let storedSound: unknown;
let warn: MockInstance;
const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

function create(): LocalMedia {
  return new LocalMedia({
    ...fakeOptions(platform),
    memory: { read: () => stored, write: (value) => (stored = value) },
    soundMemory: { read: () => storedSound, write: (value) => (storedSound = value) },
    onNews: (one) => news.push(one),
    onLost: (kind, problem) => lost.push([kind, problem]),
  });
}

const headset = { deviceId: 'mic 2', kind: 'audioinput', label: 'USB headset' } as const;
const headsetSpeaker = { deviceId: 'ear 2', kind: 'audiooutput', label: 'USB headset' } as const;

beforeEach(async () => {
  vi.useFakeTimers();
  warn = vi.spyOn(console, 'warn').mockReturnValue();
  platform = new FakePlatform();
  news = [];
  lost = [];
  stored = null;
  storedSound = null;
  media = create();
  await media.start();
});

afterEach(() => {
  media.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a device that is pulled out', () => {
  it('is replaced by another one, and that is said by their names', async () => {
    platform.machine.plugIn(headset);
    await media.select('microphone', 'mic 2');
    news = [];
    platform.machine.pullOut('mic 2');
    await settle();
    expect(media.microphone.value).toBe('on');
    expect(media.selected.value.microphone).toBe('mic 1');
    expect(news).toEqual([{ kind: 'replaced', lost: 'USB headset', using: 'Microphone' }]);
    expect(lost).toEqual([]);
  });

  it('leaves muted who was muted', async () => {
    platform.machine.plugIn(headset);
    await media.select('microphone', 'mic 2');
    await media.setMicrophone(false);
    platform.machine.pullOut('mic 2');
    await settle();
    expect(media.microphone.value).toBe('muted');
    expect(platform.machine.live('audio').map(({ enabled }) => enabled)).toContain(false);
    expect(media.tracks.value.audio?.enabled).toBe(false);
  });

  it('makes sound come from another speaker, and that is said', async () => {
    platform.machine.plugIn(headsetSpeaker);
    await settle();
    await media.select('speaker', 'ear 2');
    news = [];
    platform.machine.pullOut('ear 2');
    await settle();
    expect(media.selected.value.speaker).toBeUndefined();
    expect(news).toEqual([{ kind: 'replaced', lost: 'USB headset', using: 'Speaker' }]);
    expect(stored).toMatchObject({ speaker: 'ear 2' });
  });
});

describe('a device that is plugged in', () => {
  it('is offered once, with all that it can be used as', async () => {
    platform.machine.list = [...platform.machine.list, headsetSpeaker];
    platform.machine.plugIn(headset);
    await settle();
    const parts = [
      { kind: 'microphone', id: 'mic 2' },
      { kind: 'speaker', id: 'ear 2' },
    ];
    expect(news).toEqual([{ kind: 'found', found: { label: 'USB headset', parts } }]);
    expect(media.selected.value.microphone).toBe('mic 1');
    const [first] = news;
    await media.use(first?.kind === 'found' ? first.found : { label: '', parts: [] });
    expect(media.selected.value).toMatchObject({ microphone: 'mic 2', speaker: 'ear 2' });
  });

  it.each(['default', 'communications'])('is no name of the browser for one: %s', async (id) => {
    platform.machine.plugIn({ deviceId: id, kind: 'audiooutput', label: 'Default - Speaker' });
    await settle();
    expect(news).toEqual([]);
  });

  it('is taken without a question where there was none', async () => {
    platform.machine.refusals.video = 'NotFoundError';
    platform.machine.pullOut('cam 1');
    await settle();
    delete platform.machine.refusals.video;
    platform.machine.plugIn({ deviceId: 'cam 2', kind: 'videoinput', label: 'New' });
    await settle();
    expect(media.camera.value).toBe('on');
    expect(news).toEqual([]);
  });

  it('is nothing to somebody who uses no devices', async () => {
    media.stop();
    platform.machine.plugIn(headset);
    await settle();
    expect(news).toEqual([]);
  });
});

describe('what the browser does to sound', () => {
  const asked = () => platform.machine.asked.at(-1)?.audio;

  it('changes with the microphone open, and is remembered for that microphone', async () => {
    expect(asked()).toMatchObject({ echoCancellation: true, autoGainControl: true });
    const before = media.tracks.value.audio;
    media.setSound({ echoCancellation: false });
    await settle();
    expect(asked()).toMatchObject({ echoCancellation: false, autoGainControl: true });
    expect(media.tracks.value.audio).not.toBe(before);
    expect(platform.machine.live('audio')).toHaveLength(1);
    media.close();
    media = create();
    await media.start();
    expect(media.sound.value.echoCancellation).toBe(false);
    expect(asked()).toMatchObject({ echoCancellation: false });
  });

  it('is of each microphone its own', async () => {
    platform.machine.plugIn(headset);
    media.setSound({ autoGainControl: false });
    await settle();
    await media.select('microphone', 'mic 2');
    expect(asked()).toMatchObject({ autoGainControl: true });
    expect(media.sound.value.autoGainControl).toBe(true);
    await media.select('microphone', 'mic 1');
    expect(asked()).toMatchObject({ autoGainControl: false });
  });

  it('does not bring a microphone back that somebody has just left', async () => {
    platform.machine.plugIn(headset);
    media.setSound({ autoGainControl: false });
    await media.select('microphone', 'mic 2');
    await settle();
    expect(media.selected.value.microphone).toBe('mic 2');
    expect(platform.machine.live('audio').map(({ deviceId }) => deviceId)).toContain('mic 2');
    expect(media.tracks.value.audio?.getSettings().deviceId).toBe('mic 2');
  });

  it('stays muted when it changes', async () => {
    await media.setMicrophone(false);
    media.setSound({ echoCancellation: false });
    await settle();
    expect(media.microphone.value).toBe('muted');
    expect(media.tracks.value.audio?.enabled).toBe(false);
  });

  it('is remembered of sixteen microphones', async () => {
    for (let number = 0; number < 20; number++) {
      platform.machine.plugIn({ ...headset, deviceId: `mic ${number + 10}` });
      await media.select('microphone', `mic ${number + 10}`);
      media.setSound({ echoCancellation: false });
      await settle();
    }
    expect(storedSound).toHaveLength(16);
    expect(JSON.stringify(storedSound)).toContain('mic 29');
  });

  it.each([
    7,
    'text',
    {},
    [7],
    [['mic 1']],
    [['mic 1', null]],
    [['mic 1', { echoCancellation: 7 }]],
  ])('is as it comes with nonsense in memory: %j', async (nonsense) => {
    storedSound = nonsense;
    media.close();
    media = create();
    await media.start();
    expect(media.sound.value).toEqual({
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    });
  });
});

describe('a camera that sends a black picture', () => {
  it('is told of once, and no more when it is bright', async () => {
    platform.brightest = 3;
    await settle(3_000);
    expect(news).toEqual([]);
    await settle(3_000);
    expect(news).toEqual([{ kind: 'black' }]);
    expect(media.isCameraBlack.value).toBe(true);
    platform.brightest = 90;
    await settle(3_000);
    expect(media.isCameraBlack.value).toBe(false);
    await settle(60_000);
    expect(news).toHaveLength(1);
  });

  it('costs one look at a camera that works', async () => {
    await settle(60_000);
    await media.setCamera(false);
    await media.setCamera(true);
    await settle(60_000);
    expect(platform.looks).toBe(1);
  });

  it('is not looked for without end by a page that sees nothing', async () => {
    platform.brightest = undefined;
    await settle(60_000);
    expect(platform.looks).toBe(3);
    expect(news).toEqual([]);
  });
});

it('logs once what cannot be used', async () => {
  platform.machine.refusals.video = 'NotReadableError';
  await media.setCamera(false);
  await media.setCamera(true);
  await media.setCamera(true);
  expect(warn).toHaveBeenCalledOnce();
});
