import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePlatform } from './FakeMedia';
import { ScreenCapture } from './ScreenCapture';

describe('ScreenCapture', () => {
  let platform: FakePlatform;
  let capture: ScreenCapture;
  const onProblem = vi.fn();
  const picture = () => platform.machine.screens.find(({ kind }) => kind === 'video');
  const open = () => new ScreenCapture(platform.asPlatform(), onProblem);

  beforeEach(() => {
    onProblem.mockReset();
    vi.spyOn(console, 'warn').mockReturnValue();
    platform = new FakePlatform();
    capture = open();
  });

  it('shares picture and sound, and shows its owner the picture alone', async () => {
    const starting = capture.start();
    expect(capture.state.value).toBe('starting');
    await starting;
    expect(capture.state.value).toBe('on');
    const [video, audio] = platform.machine.screens;
    expect(capture.tracks.value).toEqual({ screen: video, screenAudio: audio });
    expect(capture.stream.value?.getVideoTracks()).toEqual([video]);
    expect(capture.stream.value?.getAudioTracks()).toEqual([]);
  });

  it('shares a window without sound', async () => {
    platform.machine.screenAnswer = ['video'];
    await capture.start();
    expect(capture.tracks.value.screenAudio).toBeUndefined();
    expect(capture.state.value).toBe('on');
  });

  it('takes sound without a picture for a problem, and not for a share', async () => {
    platform.machine.screenAnswer = ['audio'];
    await capture.start();
    expect(capture.state.value).toBe('off');
    expect(platform.machine.screens.map(({ readyState }) => readyState)).toEqual(['ended']);
    expect(onProblem).toHaveBeenCalledExactlyOnceWith('failed');
  });

  it('stops picture and sound', async () => {
    await capture.start();
    capture.stop();
    expect(capture.state.value).toBe('off');
    expect(platform.machine.screens.map(({ readyState }) => readyState)).toEqual([
      'ended',
      'ended',
    ]);
    expect(capture.tracks.value).toEqual({ screen: undefined, screenAudio: undefined });
  });

  it('notices that the browser’s own bar stopped it', async () => {
    await capture.start();
    picture()?.unplug();
    expect(capture.state.value).toBe('off');
    expect(platform.machine.screens.every(({ readyState }) => readyState === 'ended')).toBe(true);
  });

  it('is paused while there is no picture', async () => {
    await capture.start();
    picture()?.setMuted(true);
    expect(capture.state.value).toBe('paused');
    expect(capture.tracks.value.screen).toBe(picture());
    picture()?.setMuted(false);
    expect(capture.state.value).toBe('on');
  });

  it('does not mind what became of an earlier share', async () => {
    await capture.start();
    const earlier = picture();
    capture.stop();
    platform.machine.screens.length = 0;
    await capture.start();
    earlier?.setMuted(true);
    earlier?.unplug();
    expect(capture.state.value).toBe('on');
  });

  it('takes a person who thinks better of it for no problem', async () => {
    platform.machine.screenAnswer = 'NotAllowedError';
    await capture.start();
    expect(capture.state.value).toBe('off');
    expect(onProblem).not.toHaveBeenCalled();
  });

  it('says when a screen cannot be captured', async () => {
    platform.machine.screenAnswer = 'NotReadableError';
    await capture.start();
    expect(capture.state.value).toBe('off');
    expect(onProblem).toHaveBeenCalledExactlyOnceWith('failed');
  });

  it('says when a picture is missing, and lets go of the rest', async () => {
    platform.machine.screenAnswer = ['audio'];
    await capture.start();
    expect(capture.state.value).toBe('off');
    expect(platform.machine.screens[0]?.readyState).toBe('ended');
  });

  it('says that the browser cannot', async () => {
    platform.secure = false;
    capture = open();
    expect(capture.isSupported).toBe(false);
    await capture.start();
    expect(onProblem).toHaveBeenCalledExactlyOnceWith('unsupported');
  });

  it('asks once at a time, and shares nothing when it was stopped meanwhile', async () => {
    const starting = capture.start();
    await capture.start();
    capture.stop();
    await starting;
    expect(platform.machine.screens).toHaveLength(2);
    expect(platform.machine.screens.every(({ readyState }) => readyState === 'ended')).toBe(true);
    expect(capture.state.value).toBe('off');
  });

  it('keeps text sharp, and video smooth when a person wants that', async () => {
    await capture.start();
    expect(picture()?.contentHint).toBe('detail');
    const before = capture.tracks.value;
    capture.optimiseForVideo(true);
    expect(picture()?.contentHint).toBe('motion');
    expect(capture.tracks.value).not.toBe(before);
    capture.stop();
    platform.machine.screens.length = 0;
    await capture.start();
    expect(picture()?.contentHint).toBe('motion');
  });
});
