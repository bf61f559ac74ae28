import { signal } from '@preact/signals-core';
import { ConferenceError } from './ConferenceError';
import type { HubLinkFactory, Transport } from './HubLink';
import { Pause } from './Pause';
import { PresentLink } from './PresentLink';
import { checkPayloadSize } from './payloadSize';
import type { ConferenceClient, ConferenceServer } from './protocol.generated';
import { readFailure } from './readFailure';
import { reconnectDelay } from './reconnectDelay';

const startTimeoutMilliseconds = 5_000;
const settledMilliseconds = 5_000;

/** What the server may tell us, one handler each. */
export type ServerEvents = {
  readonly [Name in keyof ConferenceClient]: (...event: Parameters<ConferenceClient[Name]>) => void;
};

/** Calls `again` when a try at once is worth it, `moved` when the network is another one and a link over the old one is dead. */
export type NetworkWatch = (
  watch: { readonly again: () => void; readonly moved: () => void },
  until: AbortSignal,
) => void;

export interface SignalingOptions {
  readonly createLink: HubLinkFactory;
  readonly watchNetwork: NetworkWatch;
  /** A new connection is there: nobody has joined on it yet. */
  readonly onConnected: () => void;
  readonly random?: () => number;
}

const refuse = (): never => {
  throw new ConferenceError('unreachable', 'The connection ended before it began.');
};

/** The connection to the hub for as long as the page is open: it comes back by itself and never gives up. */
export class SignalingClient {
  readonly connected = signal(false);
  private readonly closing = new AbortController();
  private readonly pause = new Pause();
  private readonly random: () => number;
  private present: PresentLink | undefined;
  private webSocketWorked = false;

  constructor(
    private readonly events: ServerEvents,
    private readonly options: SignalingOptions,
  ) {
    this.random = options.random ?? Math.random;
  }

  /** Each call fails with a `ConferenceError`; `unreachable` means that it may or may not have happened. */
  readonly server: ConferenceServer = {
    JoinRoom: (request) => this.invoke('JoinRoom', request),
    LeaveRoom: () => this.invoke('LeaveRoom'),
    SendSignal: (request) => this.invoke('SendSignal', request),
    RenewIceServers: () => this.invoke('RenewIceServers'),
    SendMessage: (request) => this.invoke('SendMessage', request),
    SetMedia: (request) => this.invoke('SetMedia', request),
    RaiseHand: () => this.invoke('RaiseHand'),
    LowerHand: () => this.invoke('LowerHand'),
    StartRecording: () => this.invoke('StartRecording'),
    StopRecording: () => this.invoke('StopRecording'),
    SendReaction: (request) => this.invoke('SendReaction', request),
    NotifyTyping: () => this.invoke('NotifyTyping'),
    SetName: (request) => this.invoke('SetName', request),
    AdmitGuest: (request) => this.invoke('AdmitGuest', request),
    DenyGuest: (request) => this.invoke('DenyGuest', request),
    AdmitAll: () => this.invoke('AdmitAll'),
    MuteParticipant: (request) => this.invoke('MuteParticipant', request),
    MuteAll: () => this.invoke('MuteAll'),
    StopVideo: (request) => this.invoke('StopVideo', request),
    StopScreen: (request) => this.invoke('StopScreen', request),
    AskToUnmute: (request) => this.invoke('AskToUnmute', request),
    LowerHandOf: (request) => this.invoke('LowerHandOf', request),
    SetSpotlight: (request) => this.invoke('SetSpotlight', request),
    SetHost: (request) => this.invoke('SetHost', request),
    RemoveParticipant: (request) => this.invoke('RemoveParticipant', request),
    SuspendRoom: () => this.invoke('SuspendRoom'),
    EndCall: () => this.invoke('EndCall'),
  };

  open(): void {
    const again = () => this.pause.wake();
    const moved = () => {
      this.reconnect();
      again();
    };
    this.options.watchNetwork({ again, moved }, this.closing.signal);
    void this.keepConnected();
  }

  /** Gives the present connection up for a new one. */
  reconnect(): void {
    this.present?.end();
  }

  close(): void {
    this.closing.abort();
    this.reconnect();
    this.pause.wake();
  }

  private async keepConnected(): Promise<void> {
    let attempt = 0;
    while (!this.closing.signal.aborted) {
      const since = performance.now();
      await this.connect();
      // A server that closes every connection at once must not be asked without a pause.
      attempt = performance.now() - since > settledMilliseconds ? 0 : attempt;
      await this.pause.wait(reconnectDelay(attempt++, this.random()));
    }
  }

  /** Resolves when there is no connection (any more). */
  private async connect(): Promise<void> {
    for (const transport of this.transports()) {
      if (this.closing.signal.aborted) {
        return;
      }
      const present = new PresentLink(this.options.createLink(transport));
      if (await this.start(present)) {
        this.webSocketWorked ||= transport === 'webSocket';
        return this.hold(present);
      }
    }
  }

  private transports(): readonly Transport[] {
    return this.webSocketWorked ? ['webSocket'] : ['webSocket', 'longPolling'];
  }

  private async start(present: PresentLink): Promise<boolean> {
    this.listen(present);
    this.present = present;
    const timeout = setTimeout(() => present.end(), startTimeoutMilliseconds);
    try {
      await Promise.race([present.link.start(), present.ended.then(refuse)]);
      return !this.closing.signal.aborted;
    } catch {
      present.end();
      return false;
    } finally {
      clearTimeout(timeout);
    }
  }

  private async hold(present: PresentLink): Promise<void> {
    this.connected.value = true;
    this.options.onConnected();
    await present.ended;
    this.connected.value = false;
  }

  private listen(present: PresentLink): void {
    present.link.onClose(() => present.end());
    for (const [name, handler] of Object.entries(this.events)) {
      present.link.on(name, (event) => {
        if (!present.hasEnded) {
          (handler as (event: unknown) => void)(event);
        }
      });
    }
  }

  private async invoke<Result>(method: string, ...values: unknown[]): Promise<Result> {
    checkPayloadSize(values);
    if (!this.present || !this.connected.value) {
      throw new ConferenceError('unreachable', 'There is no connection.');
    }
    try {
      return (await this.present.link.invoke(method, ...values)) as Result;
    } catch (cause) {
      throw readFailure(cause);
    }
  }
}
