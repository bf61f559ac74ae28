import type { Browser, BrowserContext, Page, WebSocket } from '@playwright/test';
import { readRecords } from './records';

/** All that the server may call on a page that has no seat: its own wait, and its end. */
const allowed = new Set(['LobbyUpdated', 'LobbyAnswered', 'SeatEnded', 'SeatTaken']);

/** The parts of a record of SignalR's JSON protocol that tell who has a seat. */
interface HubRecord {
  readonly type?: number;
  readonly target?: string;
  readonly invocationId?: string;
  readonly result?: { readonly status?: string } | null;
}

/** Every page is one: before it is let in, and after it left or was removed, nothing of a room may reach it. */
export class Tripwire {
  readonly heard: string[] = [];

  attach(context: BrowserContext): void {
    context.on('page', (page) => page.on('websocket', (socket) => this.listen(socket)));
  }

  listen(socket: Pick<WebSocket, 'on'>): void {
    const wire = new Wire(this.heard);
    socket.on('framesent', ({ payload }) =>
      records(payload).forEach((record) => wire.sent(record)),
    );
    socket.on('framereceived', ({ payload }) =>
      records(payload).forEach((record) => wire.received(record)),
    );
  }
}

/** One connection. What comes between asking for a seat and the answer is judged by the answer. */
class Wire {
  private readonly asked = new Map<string, string>();
  private doubtful: string[] = [];
  private seated = false;

  constructor(private readonly heard: string[]) {}

  sent({ target, invocationId }: HubRecord): void {
    if (invocationId !== undefined && (target === 'JoinRoom' || target === 'LeaveRoom')) {
      this.asked.set(invocationId, target);
    }
  }

  received(record: HubRecord): void {
    const { type, target, invocationId = '' } = record;
    if (type === 1 && target !== undefined) {
      this.called(target);
    } else if (type === 3) {
      const method = this.asked.get(invocationId);
      this.asked.delete(invocationId);
      this.answered(method, record);
    }
  }

  private called(target: string): void {
    if (!allowed.has(target) && !this.seated) {
      this.doubtful.push(target);
      this.judge();
    }
    if (target === 'SeatEnded' || target === 'SeatTaken') {
      this.seated = false;
    }
  }

  private answered(method: string | undefined, { result }: HubRecord): void {
    if (method === 'JoinRoom') {
      this.seated = result?.status === 'joined';
      this.doubtful = this.seated ? [] : this.doubtful;
    } else if (method === 'LeaveRoom') {
      this.seated = false;
    }
    this.judge();
  }

  private judge(): void {
    if (![...this.asked.values()].includes('JoinRoom')) {
      this.heard.push(...this.doubtful);
      this.doubtful = [];
    }
  }
}

/** Somebody who sits in a room of their own while everything else goes on, and must not hear of it. */
export class Elsewhere {
  private readonly heard: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
  ) {}

  static async sit(browser: Browser, baseURL: string): Promise<Elsewhere> {
    const context = await browser.newContext({ baseURL });
    const elsewhere = new Elsewhere(context, await context.newPage());
    await elsewhere.sit();
    return elsewhere;
  }

  /** What the server called on the page since it sat down. */
  async leave(): Promise<readonly string[]> {
    await this.context.close();
    return this.heard;
  }

  private async sit(): Promise<void> {
    const { page } = this;
    const opening = page.waitForEvent('websocket');
    await page.goto('/');
    await page.getByRole('button', { name: 'Start room' }).click();
    const socket = await opening;
    // The beginning of the call is the last that there is to hear of.
    const started = socket.waitForEvent('framereceived', ({ payload }) =>
      records(payload).some(({ target }) => target === 'MessagesAdded'),
    );
    await page.getByRole('textbox', { name: 'Your name' }).fill('Elsie');
    await page.getByRole('button', { name: 'Join with chat only' }).click();
    await started;
    socket.on('framereceived', ({ payload }) =>
      this.heard.push(...records(payload).flatMap(({ target }) => target ?? [])),
    );
  }
}

const records = (payload: string | Buffer): HubRecord[] => readRecords(payload) as HubRecord[];
