import type { DeviceSelection } from './LocalMediaModel';

export type CaptureKind = 'microphone' | 'camera';

/** How firmly a chosen device is asked for: next to the wanted size of the picture a wish alone would often lose. */
type Firmness = 'exact' | 'ideal';

const device = (id: string | undefined, firmness: Firmness): MediaTrackConstraints =>
  id === undefined ? {} : { deviceId: { [firmness]: id } };

export function constraintsFor(
  kinds: readonly CaptureKind[],
  { microphone, camera }: DeviceSelection,
  firmness: Firmness,
): MediaStreamConstraints {
  return {
    audio: kinds.includes('microphone') && {
      ...device(microphone, firmness),
      echoCancellation: true,
      noiseSuppression: true,
      autoGainControl: true,
    },
    video: kinds.includes('camera') && {
      ...device(camera, firmness),
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 30 },
    },
  };
}
