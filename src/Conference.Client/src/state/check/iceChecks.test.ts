import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asReal } from '../../peers/FakePeerConnection';
import { checkStun, checkTurn, wayOf } from './iceChecks';

class FakeGatherer extends EventTarget {
  closed = false;

  constructor(
    readonly configuration: RTCConfiguration,
    private readonly found: readonly (object | null)[],
  ) {
    super();
  }

  createDataChannel(): void {
    // Something to gather candidates for.
  }

  setLocalDescription(): Promise<void> {
    for (const one of this.found) {
      const isError = one !== null && 'errorCode' in one;
      const event = new Event(isError ? 'icecandidateerror' : 'icecandidate');
      this.dispatchEvent(Object.assign(event, isError ? one : { candidate: one }));
    }
    return Promise.resolve();
  }

  close(): void {
    this.closed = true;
  }
}

const turn = {
  urls: ['turn:turn.example', 'turn:turn.example?transport=tcp', 'turns:turn.example'],
  username: 'u',
  credential: 'c',
};
const stun = { urls: ['stun:here.example'] };
const until = new AbortController().signal;

let made: FakeGatherer[];
const gathering =
  (...found: readonly (object | null)[]) =>
  (configuration: RTCConfiguration) => {
    const gatherer = new FakeGatherer(configuration, found);
    made.push(gatherer);
    return asReal<RTCPeerConnection>(gatherer);
  };

beforeEach(() => {
  vi.useFakeTimers();
  made = [];
});

afterEach(() => {
  expect(made.every(({ closed }) => closed)).toBe(true);
  vi.useRealTimers();
});

it.each([
  ['turn:a', 'udp'],
  ['turn:a:3478?transport=udp', 'udp'],
  ['turn:a?transport=tcp', 'tcp'],
  ['turns:a:443?transport=tcp', 'tls'],
  ['stun:a', undefined],
])('%s is the way %s', (url, way) => expect(wayOf(url)).toBe(way));

describe('TURN', () => {
  it('is tried by one way alone, with the credentials', async () => {
    const finding = await checkTurn('tcp', [stun, turn], gathering({ type: 'relay' }), until);
    expect(finding).toEqual({ result: 'passed', detail: { kind: 'delay', milliseconds: 0 } });
    expect(made[0]?.configuration).toEqual({
      iceTransportPolicy: 'relay',
      iceServers: [{ ...turn, urls: ['turn:turn.example?transport=tcp'] }],
    });
  });

  it.each([
    ['refuses', [{ errorCode: 401 }, null], 'turnRefused'],
    ['cannot be reached', [{ errorCode: 701 }, null], 'turnSilent'],
    ['gives nothing', [{ type: 'host' }, null], 'turnSilent'],
  ])('that %s fails with its own cause', async (_, found, cause) => {
    expect(await checkTurn('udp', [turn], gathering(...found), until)).toEqual({
      result: 'failed',
      cause,
    });
  });

  it('that says nothing at all is not waited for without end', async () => {
    const finding = checkTurn('tls', [turn], gathering(), until);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(await finding).toEqual({ result: 'failed', cause: 'turnSilent' });
  });

  it('that there is none of is said', async () => {
    expect(await checkTurn('udp', [stun], gathering(), until)).toEqual({
      result: 'warning',
      cause: 'turnNone',
    });
  });
});

describe('STUN', () => {
  it.each([
    [
      'shows the own address',
      [{ type: 'srflx' }],
      { result: 'passed', detail: { kind: 'delay', milliseconds: 0 } },
    ],
    ['has nothing to tell of a public address', [{ type: 'host' }, null], { result: 'passed' }],
    [
      'says nothing',
      [{ type: 'host' }, { errorCode: 701 }, null],
      { result: 'warning', cause: 'stunSilent' },
    ],
  ])('that %s', async (_, found, finding) => {
    expect(await checkStun([stun, turn], gathering(...found), until)).toEqual(finding);
    expect(made[0]?.configuration).toEqual({ iceServers: [stun] });
  });

  it('that there is none of is said', async () => {
    expect(await checkStun([turn], gathering(), until)).toEqual({
      result: 'warning',
      cause: 'stunNone',
    });
  });
});
