import type { ConferenceModel } from '../../../state/model';

/** Muting is always possible, unmuting where hosts let one. */
export function mayToggleMicrophone({ media, permissions }: ConferenceModel): boolean {
  return media.microphone.value === 'on' || permissions.value.unmute;
}

export function toggleMicrophone(conference: ConferenceModel): void {
  if (mayToggleMicrophone(conference)) {
    void conference.toggleMicrophone();
  }
}
