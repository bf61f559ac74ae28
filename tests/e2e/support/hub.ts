import { expect, type Page } from '@playwright/test';
import type { TrapWindow } from './trap';

/** Any call of the hub's contract: the method and what it takes, if anything. */
export type HubCall = readonly [method: string, request?: unknown];

/** Calls, and what the page itself has to show before the next ones. */
export interface Scene {
  readonly calls: readonly HubCall[];
  readonly shown: readonly string[];
}

interface HubWindow extends TrapWindow {
  readonly hub: {
    readonly open: (count: number) => Promise<void>;
    readonly call: (connection: number, calls: readonly HubCall[]) => Promise<unknown[]>;
  };
}

/** Connections to the hub with no client behind them: they call whatever they are told, in the name of the page's visitor. */
export class BareHub {
  private constructor(private readonly page: Page) {}

  /** In a page of the server, whose cookie and origin it takes. */
  static async open(page: Page, count = 1): Promise<BareHub> {
    const hub = await BareHub.install(page);
    await hub.openLines(count);
    return hub;
  }

  /** Every connection is of a visitor of its own. */
  static async openForStrangers(page: Page, count: number): Promise<BareHub> {
    const hub = await BareHub.install(page);
    for (let stranger = 0; stranger < count; stranger++) {
      await page.context().clearCookies();
      await page.evaluate(() => fetch('/', { headers: { Accept: 'text/html' } }).then(() => null));
      await hub.openLines(1);
    }
    return hub;
  }

  private static async install(page: Page): Promise<BareHub> {
    await page.evaluate(installHub);
    return new BareHub(page);
  }

  /** One call after the other over one connection; a refusal is an answer like others: its code and sentence. */
  call(connection: number, ...calls: readonly HubCall[]): Promise<unknown[]> {
    return this.page.evaluate(
      ([line, all]) => (window as unknown as HubWindow).hub.call(line, all),
      [connection, calls] as const,
    );
  }

  /** The same over several connections at once, each with calls of its own. */
  callAll(calls: readonly (readonly HubCall[])[]): Promise<unknown[][]> {
    return this.page.evaluate((all) => {
      const { hub } = window as unknown as HubWindow;
      return Promise.all(all.map((own, line) => hub.call(line, own)));
    }, calls);
  }

  /** In a page with a trap: the calls of each scene wait for what the page shows of the one before. */
  async play(scenes: readonly Scene[]): Promise<void> {
    const missing = await this.page.evaluate(async (all) => {
      const { hub, trap } = window as unknown as HubWindow;
      for (const { calls, shown } of all) {
        const answers = await hub.call(0, calls);
        const left = await trap.missing(shown, 10_000);
        if (left.length > 0) {
          return [...left, `after ${JSON.stringify([calls, answers])}`];
        }
      }
      return [];
    }, scenes);
    expect(missing, 'texts that were not shown').toEqual([]);
  }

  private async openLines(count: number): Promise<void> {
    await this.page.evaluate((many) => (window as unknown as HubWindow).hub.open(many), count);
  }
}

export function joining(room: string, name: string, chatOnly = true): HubCall {
  const media = { microphone: 'none', camera: 'none' };
  return [
    'JoinRoom',
    {
      code: room.split('/').at(-1),
      name,
      instanceId: crypto.randomUUID().slice(-12),
      media,
      chatOnly,
    },
  ];
}

export function saying(text: string): HubCall {
  return ['SendMessage', { id: crypto.randomUUID().replaceAll('-', ''), text }];
}

function installHub(): void {
  const separator = '\u001e';
  const lines: Line[] = [];

  class Line {
    private readonly answers = new Map<string, (answer: unknown) => void>();
    private last = 0;

    constructor(private readonly socket: WebSocket) {
      socket.onmessage = ({ data }) =>
        String(data)
          .split(separator)
          .forEach((text) => this.read(text));
      socket.onclose = () => this.answers.forEach((answer) => answer('closed'));
      setInterval(() => this.send({ type: 6 }), 5_000);
    }

    call(target: string, values: readonly unknown[]): Promise<unknown> {
      const invocationId = `${++this.last}`;
      return new Promise((resolve) => {
        if (this.socket.readyState === WebSocket.OPEN) {
          this.answers.set(invocationId, resolve);
          this.send({ type: 1, invocationId, target, arguments: values });
        } else {
          resolve('closed');
        }
      });
    }

    send(message: unknown): void {
      this.socket.send(JSON.stringify(message) + separator);
    }

    private read(text: string): void {
      const { type, invocationId, result, error } = JSON.parse(text || '{}') as Answer;
      if (type === 3 && invocationId !== undefined) {
        this.answers.get(invocationId)?.(error ?? result);
        this.answers.delete(invocationId);
      }
    }
  }

  interface Answer {
    readonly type?: number;
    readonly invocationId?: string;
    readonly result?: unknown;
    readonly error?: string;
  }

  function openLine(): Promise<Line> {
    const socket = new WebSocket(`ws://${location.host}/hub`);
    return new Promise((resolve) => {
      socket.onopen = () => {
        const line = new Line(socket);
        line.send({ protocol: 'json', version: 1 });
        resolve(line);
      };
    });
  }

  Object.assign(window, {
    hub: {
      open: async (count: number) => {
        lines.push(...(await Promise.all(Array.from({ length: count }, openLine))));
      },
      call: async (connection: number, calls: readonly HubCall[]) => {
        const answers: unknown[] = [];
        for (const [method, request] of calls) {
          const values = request === undefined ? [] : [request];
          answers.push(await lines[connection]?.call(method, values));
        }
        return answers;
      },
    },
  });
}
