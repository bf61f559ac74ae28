import type { ParticipantModel } from './model';

/** Who has a tile: everybody with media in joining order, the own one last. Who only writes has none. */
export function tilesOf(participants: readonly ParticipantModel[]): readonly ParticipantModel[] {
  const withMedia = participants.filter(({ info }) => !info.chatOnly);
  return [
    ...withMedia.filter(({ isLocal }) => !isLocal),
    ...withMedia.filter(({ isLocal }) => isLocal),
  ];
}
