import type { ParticipantInfo } from '../signaling/protocol.generated';

/** Places in the queue of raised hands by participant id, from 1. */
export function handPlaces(participants: readonly ParticipantInfo[]): ReadonlyMap<string, number> {
  const raised = participants
    .flatMap(({ id, handRaisedAt }) =>
      handRaisedAt === undefined ? [] : [{ id, at: Date.parse(handRaisedAt) }],
    )
    .sort((one, other) => one.at - other.at);
  return new Map(raised.map(({ id }, index) => [id, index + 1]));
}
