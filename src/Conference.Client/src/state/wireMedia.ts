import type { LocalMediaModel } from '../media/LocalMediaModel';
import type { ParticipantMedia } from '../signaling/protocol.generated';

export { isOn } from '../media/isOn';

type Microphone = LocalMediaModel['microphone']['value'];
type Camera = LocalMediaModel['camera']['value'];
type Screen = LocalMediaModel['screen']['state']['value'];

const microphones: Readonly<Record<Microphone, ParticipantMedia['microphone']>> = {
  off: 'none',
  none: 'none',
  starting: 'on',
  on: 'on',
  muted: 'muted',
};

const cameras: Readonly<Record<Camera, ParticipantMedia['camera']>> = {
  off: 'off',
  none: 'none',
  starting: 'on',
  on: 'on',
};

// The browser's question may be open for long, and be answered with no.
const screens: Readonly<Record<Screen, ParticipantMedia['screen']>> = {
  off: 'off',
  starting: 'off',
  on: 'on',
  paused: 'paused',
};

/** The own devices as the others are told. A microphone or a camera that is starting is as good as on. */
export function wireMedia(
  microphone: Microphone,
  camera: Camera,
  screen: Screen,
): ParticipantMedia {
  return {
    microphone: microphones[microphone],
    camera: cameras[camera],
    screen: screens[screen],
  };
}
