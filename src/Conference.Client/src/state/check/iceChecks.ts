import type { IceServer } from '../../signaling/protocol.generated';
import type { CheckFinding } from './checkModel';

const silenceMilliseconds = 8_000;
const refused = [401, 403, 437, 438, 441, 486];

export type CreateConnection = (configuration: RTCConfiguration) => RTCPeerConnection;

type Way = 'udp' | 'tcp' | 'tls';

/** How a URL of RFC 7065 leads to its TURN server. */
export function wayOf(url: string): Way | undefined {
  if (url.startsWith('turns:')) {
    return 'tls';
  }
  if (url.startsWith('turn:')) {
    return url.endsWith('?transport=tcp') ? 'tcp' : 'udp';
  }
  return undefined;
}

const only = (servers: readonly IceServer[], fits: (url: string) => boolean): RTCIceServer[] =>
  servers.flatMap(({ urls, ...credentials }) => {
    const some = urls.filter(fits);
    return some.length > 0 ? [{ ...credentials, urls: some }] : [];
  });

/** Whether the own address can be seen from outside. */
export async function checkStun(
  servers: readonly IceServer[],
  create: CreateConnection,
  until: AbortSignal,
): Promise<CheckFinding> {
  const iceServers = only(servers, (url) => url.startsWith('stun'));
  if (iceServers.length === 0) {
    return { result: 'warning', cause: 'stunNone' };
  }
  const { milliseconds, isComplete, errors } = await gather(create({ iceServers }), 'srflx', until);
  if (milliseconds !== undefined) {
    return { result: 'passed', detail: { kind: 'delay', milliseconds } };
  }
  // Where the own address is the public one there is nothing more to tell.
  return isComplete && errors.length === 0
    ? { result: 'passed' }
    : { result: 'warning', cause: 'stunSilent' };
}

/** Whether a relay can be had by this way, with the credentials that a participant would get. */
export async function checkTurn(
  way: Way,
  servers: readonly IceServer[],
  create: CreateConnection,
  until: AbortSignal,
): Promise<CheckFinding> {
  const iceServers = only(servers, (url) => wayOf(url) === way);
  if (iceServers.length === 0) {
    return { result: 'warning', cause: 'turnNone' };
  }
  const connection = create({ iceServers, iceTransportPolicy: 'relay' });
  const { milliseconds, errors } = await gather(connection, 'relay', until);
  if (milliseconds !== undefined) {
    return { result: 'passed', detail: { kind: 'delay', milliseconds } };
  }
  const isRefused = errors.some((code) => refused.includes(code));
  return { result: 'failed', cause: isRefused ? 'turnRefused' : 'turnSilent' };
}

interface Gathered {
  /** Until the first candidate that was looked for; undefined: there was none. */
  readonly milliseconds?: number;
  /** The browser has no more to find. */
  readonly isComplete: boolean;
  readonly errors: readonly number[];
}

/** Waits for the first candidate of a type, or until there will be none. */
async function gather(
  connection: RTCPeerConnection,
  wanted: RTCIceCandidateType,
  until: AbortSignal,
): Promise<Gathered> {
  const errors: number[] = [];
  connection.addEventListener('icecandidateerror', ({ errorCode }) => errors.push(errorCode));
  const found = firstOf(connection, wanted, until);
  connection.createDataChannel('check');
  await connection.setLocalDescription();
  try {
    return { ...(await found), errors };
  } finally {
    connection.close();
  }
}

function firstOf(
  connection: RTCPeerConnection,
  wanted: RTCIceCandidateType,
  until: AbortSignal,
): Promise<Omit<Gathered, 'errors'>> {
  const started = performance.now();
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ isComplete: false }), silenceMilliseconds);
    const end = (gathered: Omit<Gathered, 'errors'>) => {
      clearTimeout(timer);
      resolve(gathered);
    };
    until.addEventListener('abort', () => end({ isComplete: false }), { once: true });
    connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate === null) {
        end({ isComplete: true });
      } else if (candidate.type === wanted) {
        const milliseconds = Math.round(performance.now() - started);
        end({ milliseconds, isComplete: false });
      }
    });
  });
}
