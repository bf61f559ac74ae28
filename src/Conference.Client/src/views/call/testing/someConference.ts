import { signal } from '@preact/signals';
import { vi } from 'vitest';
import type { SecurityCode } from '../../../peers/code/securityCode';
import type { RoomSettings, WaitingGuest } from '../../../signaling/protocol.generated';
import type {
  ConferenceModel,
  ConferenceNotice,
  ConferencePhase,
  HostingModel,
  ParticipantModel,
  Permissions,
  SecurityCodeState,
  ServerLink,
  StageModel,
} from '../../../state/model';

const everything: Permissions = {
  chat: true,
  unmute: true,
  react: true,
  rename: true,
  shareScreen: true,
  record: true,
  showVideo: true,
};

const open: RoomSettings = {
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

/** As much of a conference as the parts of a call read; a test turns the signals. */
export function someConference() {
  const turned = {
    code: signal('kmr-vxtd-hpe'),
    link: signal('https://conference.test/r/kmr-vxtd-hpe'),
    serverLink: signal<ServerLink>('online'),
    notice: signal<ConferenceNotice | undefined>(undefined),
    participants: signal<readonly ParticipantModel[]>([]),
    local: signal<ParticipantModel | undefined>(undefined),
    chatOnly: signal(false),
    phase: signal<ConferencePhase>({ kind: 'inCall' }),
    media: {
      microphone: signal<'starting' | 'on' | 'muted'>('muted'),
      camera: signal<'starting' | 'on' | 'off'>('on'),
      devices: signal({ camera: [{ id: 'cam 1', label: 'Camera' }] }),
      selected: signal({ camera: 'cam 1' }),
      effects: signal({ blur: false, noiseSuppression: false }),
      setEffect: vi.fn(),
      select: vi.fn(() => Promise.resolve()),
      use: vi.fn(() => Promise.resolve()),
      screen: {
        isSupported: true,
        state: signal<'off' | 'starting' | 'on' | 'paused'>('off'),
        optimisedForVideo: signal(false),
        optimiseForVideo: vi.fn(),
      },
    },
    isHost: signal(false),
    permissions: signal(everything),
    roomSettings: signal(open),
    securityCode: {
      state: signal<SecurityCodeState>('none'),
      code: signal<SecurityCode | undefined>(undefined),
      answer: vi.fn(),
    },
    spotlightId: signal<string | undefined>(undefined),
    stage: someStage(),
    showTiles: vi.fn<ConferenceModel['showTiles']>(),
    lobby: signal<readonly WaitingGuest[]>([]),
    hosting: someHosting(),
    setRecording: vi.fn<ConferenceModel['setRecording']>(() => Promise.resolve(undefined)),
    toggleScreen: vi.fn(() => Promise.resolve()),
    toggleMicrophone: vi.fn(() => Promise.resolve()),
    toggleCamera: vi.fn(() => Promise.resolve()),
    setName: vi.fn<ConferenceModel['setName']>(() => Promise.resolve(undefined)),
    leave: vi.fn(() => Promise.resolve()),
  };
  return { ...turned, model: turned as unknown as ConferenceModel };
}

function someStage() {
  const pinned = signal<string | undefined>(undefined);
  return {
    pinned,
    activeSpeakerId: signal<string | undefined>(undefined),
    pin: (tile: string | undefined) => {
      pinned.value = tile;
    },
  } satisfies StageModel;
}

/** Notes what a host does. */
function someHosting() {
  const done = () => vi.fn(() => Promise.resolve());
  return {
    admit: done(),
    deny: done(),
    admitAll: done(),
    mute: done(),
    muteAll: done(),
    stopVideo: done(),
    stopScreen: done(),
    askToUnmute: done(),
    lowerHand: done(),
    spotlight: done(),
    setHost: done(),
    remove: done(),
    setLocked: done(),
    suspend: done(),
    endCall: done(),
  } satisfies HostingModel;
}

export const someGuest = (id: string, name = id): WaitingGuest => ({
  id,
  personId: `person ${id}`,
  name,
  since: '2026-03-02T09:00:00Z',
});
