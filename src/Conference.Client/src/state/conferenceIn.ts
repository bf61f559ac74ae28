import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Memory } from '../media/DeviceMemory';
import { LocalMedia } from '../media/LocalMedia';
import { browserMedia } from '../media/MediaPlatform';
import { RemoteSound } from '../media/RemoteSound';
import type { Machine } from '../peers/MachineLoad';
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
import type { ConferenceNotice, Settings, SettingsModel } from './model';
import { newMessageId } from './Outbox';
import { OutboxStorage } from './OutboxStorage';
import { SeatMemory } from './SeatMemory';

const devicesKey = 'conference:devices';
const soundKey = 'conference:sound';

const machine: Machine = {
  cores: navigator.hardwareConcurrency,
  phone: matchMedia('(pointer: coarse) and (hover: none)').matches,
};

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
}

function memoryIn<T>(storage: BrowserStorage, key: string): Memory<T> {
  return { read: () => storage.read(key), write: (value) => storage.write(key, value) };
}

function createMedia(
  { storage, settings }: Pick<Surroundings, 'storage' | 'settings'>,
  onNotice: (notice: ConferenceNotice) => void,
): LocalMedia {
  return new LocalMedia({
    platform: browserMedia,
    memory: memoryIn(storage, devicesKey),
    soundMemory: memoryIn(storage, soundKey),
    effects: {
      blur: computed(() => settings.settings.value.blurBackground),
      noiseSuppression: computed(() => settings.settings.value.noiseSuppression),
    },
    onEffectWanted: (effect, wanted) => settings.update({ [settingOf[effect]]: wanted }),
    onNews: (news) => onNotice({ kind: 'deviceNews', news }),
    onLost: (device, problem) => onNotice({ kind: 'deviceProblem', device, problem }),
    onMutedSpeech: () => onNotice({ kind: 'mutedWhileSpeaking' }),
    onScreenProblem: (problem) => onNotice({ kind: 'screenProblem', problem }),
  });
}

const keys: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };

/** Without one every connection has its own, and there is no security code. */
async function createCertificate(): Promise<RTCCertificate | undefined> {
  try {
    return await RTCPeerConnection.generateCertificate(keys);
  } catch {
    return undefined;
  }
}

function createPeers(
  signaling: SignalingClient,
  media: LocalMedia,
  settings: ReadonlySignal<Settings>,
): CallPeers {
  const mesh = new PeerMesh({
    send: (request) => signaling.server.SendSignal(request),
    renewIceServers: () => signaling.server.RenewIceServers(),
    createConnection: (configuration) => new RTCPeerConnection(configuration),
    createStream: (tracks) => browserMedia.createStream(tracks),
    machine,
    certificate: createCertificate(),
  });
  return new CallPeers(mesh, new RemoteSound(browserMedia), media, settings);
}

const settingOf = { blur: 'blurBackground', noiseSuppression: 'noiseSuppression' } as const;

export interface Surroundings {
  /** The code of the room. */
  readonly room: string;
  readonly api: RoomsApi;
  readonly storage: BrowserStorage;
  readonly settings: SettingsModel;
  readonly onMoved: (code: string) => void;
}

/** Puts the browser's parts together for one room. */
export function conferenceIn(surroundings: Surroundings): ConferenceStore {
  const { room, api, storage, onMoved } = surroundings;
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
    createMedia: (onNotice) => createMedia(surroundings, onNotice),
    createPeers: (signaling, media) =>
      createPeers(signaling, media, surroundings.settings.settings),
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
