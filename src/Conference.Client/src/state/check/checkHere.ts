import { browserMedia } from '../../media/MediaPlatform';
import { ConferenceError } from '../../signaling/ConferenceError';
import { createHubLink } from '../../signaling/createHubLink';
import type { IceServer } from '../../signaling/protocol.generated';
import type { RoomsApi } from '../../signaling/RoomsApi';
import type { CheckCause, CheckFinding } from './checkModel';
import { CheckStore } from './CheckStore';
import { checkCamera, checkMicrophone } from './deviceChecks';
import { checkStun, checkTurn, type CreateConnection } from './iceChecks';

const silenceMilliseconds = 10_000;

const createConnection: CreateConnection = (configuration) => new RTCPeerConnection(configuration);

/** The check of this browser, against the server its page came from. */
export function checkHere(api: RoomsApi): CheckStore {
  const turn = (way: Parameters<typeof checkTurn>[0]) => (until: AbortSignal) =>
    withServers(api, (servers) => checkTurn(way, servers, createConnection, until));
  return new CheckStore({
    browser: () => Promise.resolve(checkBrowser()),
    camera: () => checkCamera(browserMedia),
    microphone: () => checkMicrophone(browserMedia),
    server: () => checkServer(api),
    websocket: checkWebSocket,
    stun: (until) => withServers(api, (servers) => checkStun(servers, createConnection, until)),
    'turn-udp': turn('udp'),
    'turn-tcp': turn('tcp'),
    'turn-tls': turn('tls'),
  });
}

function checkBrowser(): CheckFinding {
  if (!('RTCPeerConnection' in window) || !('replaceTrack' in RTCRtpSender.prototype)) {
    return { result: 'failed', cause: 'browserLacksCalls' };
  }
  const [name = ''] = /(?:Firefox|Edg|Chrome|Version)\/\d+/.exec(navigator.userAgent) ?? [];
  const shown = name.replace('/', ' ').replace('Version', 'Safari').replace('Edg ', 'Edge ');
  return { result: 'passed', detail: { kind: 'browser', name: shown } };
}

async function checkServer(api: RoomsApi): Promise<CheckFinding> {
  const started = performance.now();
  try {
    await soon(api.session());
    const milliseconds = Math.round(performance.now() - started);
    return { result: 'passed', detail: { kind: 'delay', milliseconds } };
  } catch {
    return { result: 'failed', cause: 'serverSilent' };
  }
}

async function checkWebSocket(): Promise<CheckFinding> {
  const link = createHubLink('webSocket');
  try {
    await soon(link.start());
    return { result: 'passed' };
  } catch {
    return { result: 'warning', cause: 'webSocketBlocked' };
  } finally {
    await link.stop();
  }
}

/** What says nothing for so long is as good as not there. */
function soon<T>(answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('It took too long.')), silenceMilliseconds);
    answer.then(resolve, reject);
  });
}

/** Fresh ones for each step: their credentials end soon. */
async function withServers(
  api: RoomsApi,
  check: (servers: readonly IceServer[]) => Promise<CheckFinding>,
): Promise<CheckFinding> {
  try {
    return await check((await soon(api.checkIceServers())).iceServers);
  } catch (cause) {
    return { result: 'warning', cause: causeOf(cause) };
  }
}

const causeOf = (cause: unknown): CheckCause =>
  cause instanceof ConferenceError && cause.code === 'sign_in_required'
    ? 'signInRequired'
    : 'serverSilent';
