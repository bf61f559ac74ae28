import { constraintsFor, type CaptureKind, type CaptureWish } from './constraints';
import { isOverconstrained } from './deviceProblem';
import type { DeviceSelection, SoundProcessing } from './LocalMediaModel';

export interface OpeningOptions {
  readonly selection: DeviceSelection;
  readonly soundOf: (deviceId: string | undefined) => SoundProcessing;
}

/** Opens devices as they were chosen and set. A remembered device that is gone does not keep another one from being used. */
export async function openDevices(
  devices: MediaDevices,
  kinds: readonly CaptureKind[],
  { selection, soundOf }: OpeningOptions,
): Promise<Opened> {
  const sound = soundOf(selection.microphone);
  const stream = await openNearest(devices, { kinds, selection, sound });
  const [audio] = stream.getAudioTracks();
  const [video] = stream.getVideoTracks();
  const id = audio?.getSettings().deviceId;
  if (audio && id !== undefined && !isSameSound(soundOf(id), sound)) {
    audio.stop();
    return { audio: await reopen(devices, id, soundOf(id), video), video, sound: soundOf(id) };
  }
  return { audio, video, sound };
}

export interface Opened {
  readonly audio: MediaStreamTrack | undefined;
  readonly video: MediaStreamTrack | undefined;
  /** How the sound was asked for. */
  readonly sound: SoundProcessing;
}

async function openNearest(devices: MediaDevices, wish: CaptureWish): Promise<MediaStream> {
  try {
    return await devices.getUserMedia(constraintsFor(wish, 'exact'));
  } catch (cause) {
    if (!isOverconstrained(cause)) {
      throw cause;
    }
    return devices.getUserMedia(constraintsFor(wish, 'ideal'));
  }
}

/** Another microphone came than was asked for, and it is set in another way. When it does not come again the camera is let go, to be asked for alone. */
async function reopen(
  devices: MediaDevices,
  microphone: string,
  sound: SoundProcessing,
  video: MediaStreamTrack | undefined,
): Promise<MediaStreamTrack | undefined> {
  const wish: CaptureWish = { kinds: ['microphone'], selection: { microphone }, sound };
  try {
    const stream = await devices.getUserMedia(constraintsFor(wish, 'exact'));
    return stream.getAudioTracks()[0];
  } catch (cause) {
    video?.stop();
    throw cause;
  }
}

export const isSameSound = (one: SoundProcessing, other: SoundProcessing): boolean =>
  one.echoCancellation === other.echoCancellation &&
  one.noiseSuppression === other.noiseSuppression &&
  one.autoGainControl === other.autoGainControl;
