import { signal } from '@preact/signals-core';
import { LocalMedia } from '../media/LocalMedia';
import { browserMedia } from '../media/MediaPlatform';
import { RemoteSound } from '../media/RemoteSound';
import { PeerMesh } from '../peers/PeerMesh';
import { createHubLink } from '../signaling/createHubLink';
import type { RoomsApi } from '../signaling/RoomsApi';
import { SignalingClient } from '../signaling/SignalingClient';
import { watchBrowserNetwork } from '../signaling/watchBrowserNetwork';
import { BrowserStorage } from './BrowserStorage';
import { CallPeers } from './CallPeers';
import type { ConferenceParts } from './ConferenceParts';
import { ConferenceStore } from './ConferenceStore';
import { watchHostLinks } from './hostLink';
import { watchJoinTokens } from './joinToken';
import type { ConferenceNotice } from './model';
import { newMessageId } from './Outbox';
import { OutboxStorage } from './OutboxStorage';
import { SeatMemory } from './SeatMemory';

const devicesKey = 'conference:devices';

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
}

function createMedia(
  storage: BrowserStorage,
  onNotice: (notice: ConferenceNotice) => void,
): LocalMedia {
  return new LocalMedia({
    platform: browserMedia,
    memory: {
      read: () => storage.read(devicesKey),
      write: (selection) => storage.write(devicesKey, selection),
    },
    onLost: (device, problem) => onNotice({ kind: 'deviceProblem', device, problem }),
    onMutedSpeech: () => onNotice({ kind: 'mutedWhileSpeaking' }),
  });
}

function createPeers(signaling: SignalingClient, media: LocalMedia): CallPeers {
  const mesh = new PeerMesh({
    send: (request) => signaling.server.SendSignal(request),
    renewIceServers: () => signaling.server.RenewIceServers(),
    createConnection: (configuration) => new RTCPeerConnection(configuration),
    createStream: (tracks) => browserMedia.createStream(tracks),
  });
  return new CallPeers(mesh, new RemoteSound(browserMedia), media);
}

/** Puts the browser's parts together for one room. */
export function conferenceIn(
  room: string,
  api: RoomsApi,
  storage: BrowserStorage,
  onMoved: (code: string) => void,
): ConferenceStore {
  const code = signal(room);
  const parts: ConferenceParts = {
    code,
    api,
    storage,
    createSignaling: (events, onConnected) =>
      new SignalingClient(events, {
        createLink: createHubLink,
        watchNetwork: watchBrowserNetwork,
        onConnected,
      }),
    createMedia: (onNotice) => createMedia(storage, onNotice),
    createPeers,
    seatMemory: new SeatMemory({
      code,
      storage: new BrowserStorage(() => sessionStorage),
      isReload: isReload(),
    }),
    outboxStorage: new OutboxStorage(),
    instanceId: newMessageId(),
    onMoved,
    onPageHide: (handler, until) => addEventListener('pagehide', handler, { signal: until }),
    onHostLink: watchHostLinks,
    onJoinToken: watchJoinTokens,
  };
  return new ConferenceStore(parts);
}
