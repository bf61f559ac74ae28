import type { ConferenceModel } from '../../../state/model';

export function isHandRaised(conference: ConferenceModel): boolean {
  return conference.local.value?.info.handRaisedAt !== undefined;
}

export function toggleHand(conference: ConferenceModel): void {
  void (isHandRaised(conference) ? conference.lowerHand() : conference.raiseHand());
}
