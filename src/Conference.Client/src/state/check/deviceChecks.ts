import { constraintsFor, type CaptureKind } from '../../media/constraints';
import { deviceProblem } from '../../media/deviceProblem';
import { LevelMeter } from '../../media/LevelMeter';
import type { MediaPlatform } from '../../media/MediaPlatform';
import { everythingOn } from '../../media/SoundSettings';
import type { CheckFinding } from './checkModel';

const listenMilliseconds = 3_000;

export async function checkCamera(platform: MediaPlatform): Promise<CheckFinding> {
  return withDevice(platform, 'camera', (track) => {
    const { width = 0, height = 0 } = track.getSettings();
    return Promise.resolve({ result: 'passed', detail: { kind: 'size', width, height } });
  });
}

/** A microphone that is silent for a while may be muted by a switch of its own. */
export async function checkMicrophone(platform: MediaPlatform): Promise<CheckFinding> {
  return withDevice(platform, 'microphone', async (track) =>
    (await isHeard(track, platform))
      ? { result: 'passed', detail: { kind: 'heard' } }
      : { result: 'warning', cause: 'silent' },
  );
}

/** Asks as a call does. */
async function withDevice(
  { devices }: MediaPlatform,
  kind: CaptureKind,
  look: (track: MediaStreamTrack) => Promise<CheckFinding>,
): Promise<CheckFinding> {
  if (!devices) {
    return { result: 'failed', cause: 'insecure' };
  }
  let track: MediaStreamTrack | undefined;
  try {
    const wish = { kinds: [kind], selection: {}, sound: everythingOn };
    [track] = (await devices.getUserMedia(constraintsFor(wish, 'ideal'))).getTracks();
    return track ? await look(track) : { result: 'failed', cause: 'notFound' };
  } catch (cause) {
    return { result: 'failed', cause: deviceProblem(cause) };
  } finally {
    track?.stop();
  }
}

function isHeard(track: MediaStreamTrack, platform: MediaPlatform): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(false), listenMilliseconds);
    const meter = new LevelMeter(track, platform, (level) => {
      if (level > 0) {
        end(true);
      }
    });
    const end = (heard: boolean) => {
      clearTimeout(timer);
      meter.close();
      resolve(heard);
    };
  });
}
