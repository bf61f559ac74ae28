import type { DeviceSelection } from './LocalMediaModel';

export type CaptureKind = 'microphone' | 'camera';

function device(id: string | undefined): MediaTrackConstraints {
  // A remembered device that is gone must not keep another one from being used.
  return id === undefined ? {} : { deviceId: { ideal: id } };
}

export function constraintsFor(
  kinds: readonly CaptureKind[],
  { microphone, camera }: DeviceSelection,
): MediaStreamConstraints {
  return {
    audio: kinds.includes('microphone') && {
      ...device(microphone),
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    },
    video: kinds.includes('camera') && {
      ...device(camera),
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 30 },
    },
  };
}
