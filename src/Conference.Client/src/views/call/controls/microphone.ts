import type { ConferenceModel } from '../../../state/model';
import { isOn } from '../../../state/wireMedia';

/** Muting is always possible, unmuting where hosts let one. */
export function mayToggleMicrophone({ media, permissions }: ConferenceModel): boolean {
  return isOn(media.microphone.value) || permissions.value.unmute;
}

export function toggleMicrophone(conference: ConferenceModel): void {
  if (mayToggleMicrophone(conference)) {
    void conference.toggleMicrophone();
  }
}
