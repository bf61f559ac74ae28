import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePlatform, fakeOptions } from './FakeMedia';
import { LocalMedia } from './LocalMedia';
import type { DeviceProblem, DeviceSelection } from './LocalMediaModel';

describe('LocalMedia', () => {
  let platform: FakePlatform;
  let media: LocalMedia;
  let stored: unknown;
  let lost: [string, DeviceProblem][];
  let warnings: number;
  const settle = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);
  const states = () => [media.microphone.value, media.camera.value];
  const problems = () => [media.microphoneProblem.value, media.cameraProblem.value];

  const create = () =>
    new LocalMedia({
      ...fakeOptions(platform),
      memory: { read: () => stored, write: (selection: DeviceSelection) => (stored = selection) },
      onLost: (kind, problem) => lost.push([kind, problem]),
      onScreenProblem: () => undefined,
      onMutedSpeech: () => warnings++,
    });

  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(console, 'warn').mockReturnValue();
    platform = new FakePlatform();
    stored = null;
    lost = [];
    warnings = 0;
    media = create();
  });

  afterEach(() => {
    media.close();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('asks for both devices with one question', async () => {
    expect(states()).toEqual(['off', 'off']);
    const started = media.start();
    expect(states()).toEqual(['starting', 'starting']);
    await started;
    expect(states()).toEqual(['on', 'on']);
    expect(platform.machine.asked).toHaveLength(1);
    expect(media.devices.value.camera).toEqual([{ id: 'cam 1', label: 'Camera' }]);
    expect(media.selected.value).toEqual({ microphone: 'mic 1', camera: 'cam 1' });
  });

  it('is muted while it starts, when it is to come on muted', async () => {
    media.prepare({ microphone: false, camera: true });
    const started = media.start();
    expect(states()).toEqual(['muted', 'starting']);
    await started;
    expect(states()).toEqual(['muted', 'on']);
    expect(platform.machine.live('audio')[0]?.enabled).toBe(false);
  });

  it('is off at once when it is stopped while it starts', async () => {
    const started = media.start();
    media.stop();
    expect(states()).toEqual(['off', 'off']);
    await started;
    expect(states()).toEqual(['off', 'off']);
    expect(platform.machine.live('audio')).toEqual([]);
  });

  it('does not ask for what runs already', async () => {
    await media.start();
    await media.start();
    expect(platform.machine.asked).toHaveLength(1);
  });

  it.each<[string, DeviceProblem]>([
    ['NotFoundError', 'notFound'],
    ['OverconstrainedError', 'notFound'],
    ['NotReadableError', 'inUse'],
    ['AbortError', 'inUse'],
  ])('keeps the microphone when the camera fails with %s', async (name, problem) => {
    platform.machine.refusals.video = name;
    await media.start();
    expect(states()).toEqual(['on', 'none']);
    expect(problems()).toEqual([undefined, problem]);
  });

  it('asks no second question after a refusal', async () => {
    platform.machine.refusals.audio = 'NotAllowedError';
    platform.machine.refusals.video = 'NotAllowedError';
    await media.start();
    expect(problems()).toEqual(['denied', 'denied']);
    expect(platform.machine.asked).toHaveLength(1);
  });

  it('takes the device that is allowed when only the other is denied', async () => {
    platform.machine.refusals.video = 'NotAllowedError';
    platform.machine.grants['microphone'] = 'granted';
    await media.start();
    expect(states()).toEqual(['on', 'none']);
    expect(problems()).toEqual([undefined, 'denied']);
  });

  it('starts by itself when somebody allows a device after all', async () => {
    platform.machine.refusals.audio = 'NotAllowedError';
    platform.machine.refusals.video = 'NotAllowedError';
    await media.start();
    delete platform.machine.refusals.audio;
    delete platform.machine.refusals.video;
    platform.machine.grants['microphone'] = 'granted';
    platform.machine.grants['camera'] = 'granted';
    platform.machine.permissionChanges.dispatchEvent(new Event('change'));
    await settle();
    expect(states()).toEqual(['on', 'on']);
  });

  it('says so on a page that is not secure', async () => {
    platform.secure = false;
    media.close();
    media = create();
    await media.start();
    expect(problems()).toEqual(['insecure', 'insecure']);
  });

  it('mutes without letting the microphone go', async () => {
    await media.start();
    await media.setMicrophone(false);
    expect(media.microphone.value).toBe('muted');
    expect(media.tracks.value.audio?.enabled).toBe(false);
    await media.setMicrophone(true);
    expect(media.microphone.value).toBe('on');
    expect(media.tracks.value.audio?.enabled).toBe(true);
  });

  it('turns the light of the camera off with the camera', async () => {
    await media.start();
    await media.setCamera(false);
    expect(platform.machine.live('video')).toEqual([]);
    expect(media.cameraStream.value).toBeUndefined();
    await media.setCamera(true);
    expect(platform.machine.live('video')).toHaveLength(1);
    expect(media.cameraStream.value?.getVideoTracks()).toHaveLength(1);
  });

  it('lets a camera go that was switched off while it started', async () => {
    const started = media.start();
    await media.setCamera(false);
    await started;
    expect(media.camera.value).toBe('off');
    expect(platform.machine.live('video')).toEqual([]);
  });

  it('lets everything go that was stopped while it started', async () => {
    const started = media.start();
    media.stop();
    await started;
    expect(platform.machine.live('audio')).toEqual([]);
    expect(states()).toEqual(['off', 'off']);
  });

  it('comes back as it was', async () => {
    media.prepare({ microphone: false, camera: false });
    await media.start();
    expect(states()).toEqual(['muted', 'off']);
    expect(platform.machine.asked[0]?.video).toBe(false);
    expect(media.tracks.value.audio?.enabled).toBe(false);
  });

  it('remembers the chosen devices and uses them', async () => {
    platform.machine.plugIn({ deviceId: 'cam 2', kind: 'videoinput', label: 'Other' });
    await media.start();
    await media.select('camera', 'cam 2');
    expect(stored).toEqual({ camera: 'cam 2' });
    expect(platform.machine.asked.at(-1)?.video).toMatchObject({ deviceId: { exact: 'cam 2' } });
    expect(platform.machine.live('video').map(({ deviceId }) => deviceId)).toEqual(['cam 2']);
    media.close();
    media = create();
    await media.start();
    expect(media.selected.value.camera).toBe('cam 2');
  });

  it('uses another device when the remembered one is gone', async () => {
    stored = { microphone: 'sold', camera: 'sold' };
    media.close();
    media = create();
    await media.start();
    expect(states()).toEqual(['on', 'on']);
    expect(media.selected.value).toEqual({ microphone: 'mic 1', camera: 'cam 1' });
  });

  it.each([null, 'text', 7, { microphone: 7 }, []])(
    'starts with nonsense in memory: %j',
    async (value) => {
      stored = value;
      media.close();
      media = create();
      await media.start();
      expect(states()).toEqual(['on', 'on']);
    },
  );

  it('changes to another device when one is pulled out', async () => {
    await media.start();
    platform.machine.list = [
      { deviceId: 'mic 2', kind: 'audioinput', label: 'Headset' },
      ...platform.machine.list.filter(({ kind }) => kind !== 'audioinput'),
    ];
    platform.machine.live('audio')[0]?.unplug();
    await settle();
    expect(media.selected.value.microphone).toBe('mic 2');
    expect(lost).toEqual([]);
  });

  it('tells when there is no other, and takes the next that comes', async () => {
    await media.start();
    platform.machine.refusals.video = 'NotFoundError';
    platform.machine.live('video')[0]?.unplug();
    await settle();
    expect(lost).toEqual([['camera', 'notFound']]);
    delete platform.machine.refusals.video;
    platform.machine.plugIn({ deviceId: 'cam 2', kind: 'videoinput', label: 'New' });
    await settle();
    expect(media.camera.value).toBe('on');
  });

  it('shows the level while others hear it', async () => {
    await media.start();
    platform.amplitude.value = 0.1;
    await settle(100);
    expect(media.level.value).toBeCloseTo(0.667, 2);
    await media.setMicrophone(false);
    expect(media.level.value).toBe(0);
  });

  it('lets the level fall slowly enough to be read', async () => {
    await media.start();
    platform.amplitude.value = 0.1;
    await settle(100);
    platform.amplitude.value = 0;
    await settle(200);
    expect(media.level.value).toBeGreaterThan(0.4);
    await settle(2_000);
    expect(media.level.value).toBe(0);
  });

  it('measures at most fifteen times a second', async () => {
    await media.start();
    let changes = -1;
    media.level.subscribe(() => changes++);
    for (let time = 0; time < 1_000; time += 10) {
      platform.amplitude.value = 0.001 * (time + 10);
      await settle(10);
    }
    expect(changes).toBeLessThanOrEqual(15);
    expect(changes).toBeGreaterThan(10);
  });

  it('knows when one speaks and when one stopped', async () => {
    await media.start();
    platform.amplitude.value = 0.1;
    await settle(300);
    expect(media.speaking.value).toBe(true);
    platform.amplitude.value = 0;
    await settle(400);
    expect(media.speaking.value).toBe(true);
    await settle(400);
    expect(media.speaking.value).toBe(false);
  });

  it('notices speech while muted, once a minute', async () => {
    await media.start();
    platform.amplitude.value = 0.1;
    await settle(5_000);
    expect(warnings).toBe(0);
    await media.setMicrophone(false);
    await settle(1_500);
    expect(warnings).toBe(1);
    expect(media.speaking.value).toBe(false);
    await settle(50_000);
    expect(warnings).toBe(1);
    await settle(15_000);
    expect(warnings).toBe(2);
  });

  it('plays the test sound on the chosen speaker', async () => {
    await media.select('speaker', 'speaker 1');
    await media.playTestSound();
    expect(platform.players.map(({ sinkId, plays }) => [sinkId, plays])).toEqual([
      ['speaker 1', 1],
    ]);
    expect(platform.players[0]?.src).toMatch(/^blob:/);
  });

  it('leaves nothing running', async () => {
    await media.start();
    media.close();
    expect(platform.machine.live('audio')).toEqual([]);
    expect(platform.machine.live('video')).toEqual([]);
    expect(platform.openContexts).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('shares no screen any more once it is closed', async () => {
    await media.screen.start();
    media.close();
    expect(platform.machine.screens.map(({ readyState }) => readyState)).toEqual([
      'ended',
      'ended',
    ]);
  });
});
