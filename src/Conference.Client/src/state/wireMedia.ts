import type { LocalMediaModel } from '../media/LocalMediaModel';
import type { ParticipantMedia } from '../signaling/protocol.generated';

type Microphone = LocalMediaModel['microphone']['value'];
type Camera = LocalMediaModel['camera']['value'];

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

/** The own devices as the others are told. What is starting is as good as on. */
export function wireMedia(microphone: Microphone, camera: Camera): ParticipantMedia {
  return { microphone: microphones[microphone], camera: cameras[camera] };
}
