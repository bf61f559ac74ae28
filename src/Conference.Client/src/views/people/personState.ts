import type { ParticipantModel } from '../../state/model';

/** The line under a name: the one thing most worth knowing, or nothing. */
export function personState(participant: ParticipantModel) {
  const { info, tileState, quality, speaking } = participant;
  if (!info.connected || tileState === 'repairing' || tileState === 'lost') {
    return 'people.reconnecting';
  }
  if (info.chatOnly) {
    return 'people.chatOnly';
  }
  if (quality === 'poor') {
    return 'people.poorConnection';
  }
  return speaking ? 'people.speaking' : undefined;
}
