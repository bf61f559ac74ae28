import type { DeviceSelection, SoundProcessing } from './LocalMediaModel';

export type CaptureKind = 'microphone' | 'camera';

/** How firmly a chosen device is asked for: next to the wanted size of the picture a wish alone would often lose. */
type Firmness = 'exact' | 'ideal';

const device = (id: string | undefined, firmness: Firmness): MediaTrackConstraints =>
  id === undefined ? {} : { deviceId: { [firmness]: id } };

const whole = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
};

/** Enough for small tiles, in a quarter of the work. */
const small = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 20, max: 20 } };

export const cameraSizes = { whole, small } as const;

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
      ...whole,
    },
  };
}
