import type { ServerEvents } from '../signaling/SignalingClient';
import type { CallStore } from './CallStore';

/** Which of the server's messages concerns what part of the call. */
export function serverEvents(call: () => CallStore, onSeatTaken: () => void): ServerEvents {
  return {
    ParticipantJoined: (event) => call().change({ kind: 'joined', ...event }),
    ParticipantUpdated: (event) => call().change({ kind: 'updated', ...event }),
    ParticipantLeft: (event) => call().change({ kind: 'left', ...event }),
    RoomUpdated: (event) => call().change({ kind: 'room', ...event }),
    MessagesAdded: (event) => call().addMessages(event),
    SignalReceived: (event) => call().receiveSignal(event),
    ReactionReceived: (event) => call().showReaction(event),
    TypingReceived: (event) => call().showTyping(event),
    SeatTaken: onSeatTaken,
  };
}
