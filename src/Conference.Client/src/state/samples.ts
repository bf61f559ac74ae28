import type {
  ParticipantInfo,
  RoomSettings,
  RoomSnapshot,
  Seat,
} from '../signaling/protocol.generated';

// Values for tests: a whole one, of which a test changes what it is about.

export const openSettings: RoomSettings = {
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

export function participantInfo(
  id: string,
  change: Partial<ParticipantInfo> = {},
): ParticipantInfo {
  return {
    id,
    personId: `person ${id}`,
    name: `Name of ${id}`,
    instanceId: `page of ${id}`,
    isHost: false,
    chatOnly: false,
    connected: true,
    media: { microphone: 'on', camera: 'on', screen: 'off' },
    ...change,
  };
}

export function snapshot(change: Partial<RoomSnapshot> = {}): RoomSnapshot {
  return {
    code: 'abc-defg-hij',
    title: 'Design',
    epoch: 'first',
    version: 1,
    callStartedAt: '2026-03-02T09:00:00Z',
    serverTime: '2026-03-02T09:03:00Z',
    participants: [participantInfo('me', { isHost: true })],
    settings: openSettings,
    ...change,
  };
}

export function seat(change: Partial<Seat> = {}): Seat {
  return {
    participantId: 'me',
    personId: 'person me',
    isHost: true,
    resumeToken: 'token 1',
    resumed: false,
    room: snapshot(),
    chat: { messages: [], hasEarlier: false, hasLater: false, personId: 'person me' },
    iceServers: [],
    ...change,
  };
}
