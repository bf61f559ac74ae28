import type { ConferenceModel } from '../../../state/model';

export function isSharing({ media }: ConferenceModel): boolean {
  const { value } = media.screen.state;
  return value === 'on' || value === 'paused';
}

/** One may stop what one shares, whatever hosts decided meanwhile. */
export function canShare(conference: ConferenceModel): boolean {
  return (
    !conference.chatOnly.value &&
    (conference.permissions.value.shareScreen || isSharing(conference))
  );
}
