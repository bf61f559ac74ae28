import type {
  ParticipantInfo,
  ParticipantJoinedEvent,
  ParticipantLeftEvent,
  ParticipantUpdatedEvent,
  RoomSnapshot,
  RoomUpdatedEvent,
} from '../signaling/protocol.generated';

export interface Roster {
  readonly version: number;
  readonly title: string;
  readonly participants: readonly ParticipantInfo[];
}

export type RosterEvent =
  | ({ readonly kind: 'joined' } & ParticipantJoinedEvent)
  | ({ readonly kind: 'updated' } & ParticipantUpdatedEvent)
  | ({ readonly kind: 'left' } & ParticipantLeftEvent)
  | ({ readonly kind: 'room' } & RoomUpdatedEvent);

export const emptyRoster: Roster = { version: 0, title: '', participants: [] };

export function rosterOf({ version, title, participants }: RoomSnapshot): Roster {
  return { version, title, participants };
}

/** The roster after an event; the same one when the event is old news, undefined when an event before it was missed. */
export function applyRosterEvent(roster: Roster, event: RosterEvent): Roster | undefined {
  if (event.version <= roster.version) {
    return roster;
  }
  return event.version === roster.version + 1
    ? { ...change(roster, event), version: event.version }
    : undefined;
}

function change(roster: Roster, event: RosterEvent): Roster {
  switch (event.kind) {
    case 'joined':
    case 'updated':
      return { ...roster, participants: put(roster.participants, event.participant) };
    case 'left':
      return {
        ...roster,
        participants: roster.participants.filter(({ id }) => id !== event.participantId),
      };
    case 'room':
      return { ...roster, title: event.title };
  }
}

function put(
  participants: readonly ParticipantInfo[],
  participant: ParticipantInfo,
): readonly ParticipantInfo[] {
  const known = participants.some(({ id }) => id === participant.id);
  return known
    ? participants.map((one) => (one.id === participant.id ? participant : one))
    : [...participants, participant];
}
