import type { LobbyUpdatedEvent, SeatEnd } from '../signaling/protocol.generated';
import type { ServerEvents } from '../signaling/SignalingClient';
import type { CallStore } from './CallStore';

/** What concerns having a seat at all, and not what happens in the call. */
export interface SeatEvents {
  readonly onSeatTaken: () => void;
  readonly onSeatEnded: (reason: SeatEnd) => void;
  readonly onLobbyAnswered: (admitted: boolean) => void;
  readonly onLobbyUpdated: (event: LobbyUpdatedEvent) => void;
}

/** Which of the server's messages concerns what part of the page. */
export function serverEvents(call: () => CallStore, seat: () => SeatEvents): ServerEvents {
  return {
    ParticipantJoined: (event) => call().change({ kind: 'joined', ...event }),
    ParticipantUpdated: (event) => call().change({ kind: 'updated', ...event }),
    ParticipantLeft: (event) => call().change({ kind: 'left', ...event }),
    RoomUpdated: (event) => call().change({ kind: 'room', ...event }),
    MessagesAdded: (event) => call().addMessages(event),
    MessagesDeleted: (event) => call().deleteMessages(event),
    SignalReceived: (event) => call().receiveSignal(event),
    ReactionReceived: (event) => call().showReaction(event),
    TypingReceived: (event) => call().showTyping(event),
    HostActed: (event) => call().tellHostAct(event),
    GuestWaiting: (event) => call().addGuest(event),
    GuestGone: (event) => call().removeGuest(event),
    LobbyShown: (event) => call().showLobby(event),
    SeatTaken: () => seat().onSeatTaken(),
    SeatEnded: ({ reason }) => seat().onSeatEnded(reason),
    LobbyAnswered: ({ admitted }) => seat().onLobbyAnswered(admitted),
    LobbyUpdated: (event) => seat().onLobbyUpdated(event),
  };
}
