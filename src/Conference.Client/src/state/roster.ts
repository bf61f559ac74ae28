import type {
  ParticipantInfo,
  ParticipantJoinedEvent,
  ParticipantLeftEvent,
  ParticipantUpdatedEvent,
  RoomSettings,
  RoomSnapshot,
  RoomUpdatedEvent,
} from '../signaling/protocol.generated';

export interface Roster {
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly participants: readonly ParticipantInfo[];
  readonly settings: RoomSettings;
  readonly spotlightId: string | undefined;
}

export type RosterEvent =
  | ({ readonly kind: 'joined' } & ParticipantJoinedEvent)
  | ({ readonly kind: 'updated' } & ParticipantUpdatedEvent)
  | ({ readonly kind: 'left' } & ParticipantLeftEvent)
  | ({ readonly kind: 'room' } & RoomUpdatedEvent);

const nothingDecided: RoomSettings = {
  lobby: false,
  locked: false,
  mayShareScreens: true,
  mayChat: true,
  mayUnmute: true,
  mayReact: true,
  mayRename: true,
  mayRecord: true,
  relayOnly: false,
  audioOnly: false,
};

export const emptyRoster: Roster = {
  version: 0,
  code: '',
  title: '',
  participants: [],
  settings: nothingDecided,
  spotlightId: undefined,
};

export function rosterOf({
  version,
  code,
  title,
  participants,
  settings,
  spotlightId,
}: RoomSnapshot): Roster {
  return { version, code, title, participants, settings, spotlightId };
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
      return {
        ...roster,
        code: event.code,
        title: event.title,
        settings: event.settings,
        spotlightId: event.spotlightId,
      };
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
