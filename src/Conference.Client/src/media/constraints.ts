import type { DeviceSelection, SoundProcessing } from './LocalMediaModel';

export type CaptureKind = 'microphone' | 'camera';

/** How firmly a chosen device is asked for: next to the wanted size of the picture a wish alone would often lose. */
type Firmness = 'exact' | 'ideal';

const device = (id: string | undefined, firmness: Firmness): MediaTrackConstraints =>
  id === undefined ? {} : { deviceId: { [firmness]: id } };

export interface CaptureWish {
  readonly kinds: readonly CaptureKind[];
  readonly selection: DeviceSelection;
  readonly sound: SoundProcessing;
}

export function constraintsFor(
  { kinds, selection, sound }: CaptureWish,
  firmness: Firmness,
): MediaStreamConstraints {
  return {
    audio: kinds.includes('microphone') && {
      ...device(selection.microphone, firmness),
      ...sound,
    },
    video: kinds.includes('camera') && {
      ...device(selection.camera, firmness),
      width: { ideal: 1280 },
      height: { ideal: 720 },
      frameRate: { ideal: 30, max: 30 },
    },
  };
}
