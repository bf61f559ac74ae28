import type { HubLink, Transport } from './HubLink';
import type { NetworkWatch } from './SignalingClient';

type Answer = (...values: never[]) => unknown;

/** One link of a `FakeHub`. */
export class FakeLink implements HubLink {
  readonly calls: { readonly method: string; readonly values: readonly unknown[] }[] = [];
  stopped = false;
  private readonly handlers = new Map<string, (message: unknown) => void>();
  private closed: () => void = () => undefined;

  constructor(
    private readonly hub: FakeHub,
    readonly transport: Transport,
  ) {}

  start(): Promise<void> {
    if (this.hub.hangs) {
      return new Promise(() => undefined);
    }
    return this.hub.isUp(this.transport)
      ? Promise.resolve()
      : Promise.reject(new Error('Connection refused'));
  }

  stop(): Promise<void> {
    this.stopped = true;
    this.closed();
    return Promise.resolve();
  }

  invoke(method: string, ...values: unknown[]): Promise<unknown> {
    this.calls.push({ method, values });
    const answer = this.hub.answers[method] as ((...given: unknown[]) => unknown) | undefined;
    return new Promise((resolve) => resolve(answer?.(...values)));
  }

  on(method: string, handler: (message: unknown) => void): void {
    this.handlers.set(method, handler);
  }

  onClose(handler: () => void): void {
    this.closed = handler;
  }

  /** The server says something. */
  push(method: string, message?: unknown): void {
    this.handlers.get(method)?.(message);
  }

  /** The connection breaks. */
  break(): void {
    this.closed();
  }
}

/** A hub in memory: up or down, answering calls, telling events. */
export class FakeHub {
  readonly links: FakeLink[] = [];
  readonly answers: Record<string, Answer> = {};
  up = true;
  webSockets = true;
  /** Accepts connections and says nothing. */
  hangs = false;
  network: Parameters<NetworkWatch>[0] | undefined;

  readonly createLink = (transport: Transport): FakeLink => {
    const link = new FakeLink(this, transport);
    this.links.push(link);
    return link;
  };

  readonly watchNetwork: NetworkWatch = (watch) => {
    this.network = watch;
  };

  isUp(transport: Transport): boolean {
    return this.up && (this.webSockets || transport === 'longPolling');
  }

  get link(): FakeLink {
    const link = this.links.at(-1);
    if (!link) {
      throw new Error('Nobody has connected.');
    }
    return link;
  }

  callsOf(method: string): readonly unknown[] {
    return this.links
      .flatMap(({ calls }) => calls)
      .filter((call) => call.method === method)
      .map(({ values }) => values[0]);
  }
}

/** What SignalR makes of a refused call. */
export function refusal(method: string, code: string): Error {
  return new Error(
    `An unexpected error occurred invoking '${method}' on the server. HubException: ${code}: A sentence.`,
  );
}
