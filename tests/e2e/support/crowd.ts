import { once } from 'node:events';
import { WebSocket } from 'ws';
import { joining, type HubCall } from './hub';

const separator = '\u001e';
const pingMilliseconds = 5_000;

/** So many do something at once: the crowd is to be large, not a load on the machine that measures it. */
const atOnce = 20;

/** What a server lets in when so many come from one address. */
export const crowded = {
  Limits__JoinRate: '100000',
  Limits__JoinBurst: '100000',
  Limits__ConnectRate: '100000',
  Limits__ConnectBurst: '100000',
  Limits__RequestRate: '100000',
  Limits__RequestBurst: '100000',
  Limits__RoomCallRate: '100000',
  Limits__RoomCallBurst: '100000',
  Limits__OutboxMessages: '100000',
  Limits__OutboxBytes: '100000000',
};

/** Many people without browsers: each a visitor of their own with a connection to the hub. */
export class Crowd {
  private readonly members: Member[] = [];

  private constructor(
    private readonly server: string,
    private readonly room: string,
  ) {}

  static async around(
    server: string,
    room: string,
    use: (crowd: Crowd) => Promise<void>,
  ): Promise<void> {
    const crowd = new Crowd(server, room);
    try {
      await use(crowd);
    } finally {
      crowd.members.forEach((member) => member.close());
    }
  }

  /** So many more come, and only write unless they are to have tiles. Answers with what the server said to each: `joined`, `waiting`. */
  come(names: readonly string[], chatOnly = true): Promise<string[]> {
    return inTurns(names, async (name) => {
      const member = await Member.open(this.server);
      this.members.push(member);
      const { status } = (await member.call(joining(this.room, name, chatOnly))) as {
        status: string;
      };
      return status;
    });
  }

  /** These do it, in the order in which they came. */
  async each(start: number, end: number, ...call: HubCall): Promise<void> {
    await inTurns(this.members.slice(start, end), (member) => member.call(call));
  }
}

async function inTurns<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(act))));
  }
  return results;
}

/** One connection of SignalR's JSON protocol. What the server tells everybody is not even read: it is the page's to read. */
class Member {
  private readonly answers = new Map<string, (answer: unknown) => void>();
  private readonly timer = setInterval(() => this.send({ type: 6 }), pingMilliseconds);
  private last = 0;

  private constructor(private readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.read(data));
    socket.on('close', () => this.answers.forEach((answer) => answer('closed')));
  }

  static async open(server: string): Promise<Member> {
    const page = await fetch(server, { headers: { Accept: 'text/html' } });
    await page.text();
    const cookie = page.headers.getSetCookie().map((one) => one.split(';', 1)[0]);
    const socket = new WebSocket(`${server.replace(/^http/, 'ws')}/hub`, {
      origin: server,
      headers: { Cookie: cookie.join('; ') },
      perMessageDeflate: false,
    });
    await once(socket, 'open');
    const member = new Member(socket);
    member.send({ protocol: 'json', version: 1 });
    return member;
  }

  call([target, request]: HubCall): Promise<unknown> {
    const invocationId = `${++this.last}`;
    return new Promise((resolve) => {
      this.answers.set(invocationId, resolve);
      this.send({
        type: 1,
        invocationId,
        target,
        arguments: request === undefined ? [] : [request],
      });
    });
  }

  close(): void {
    clearInterval(this.timer);
    this.socket.terminate();
  }

  private send(message: unknown): void {
    this.socket.send(JSON.stringify(message) + separator);
  }

  private read(data: Buffer): void {
    if (!data.includes('{"type":3')) {
      return;
    }
    for (const record of data.toString().split(separator)) {
      if (record.startsWith('{"type":3')) {
        const { invocationId, result, error } = JSON.parse(record) as Answer;
        this.answers.get(invocationId)?.(error ?? result);
        this.answers.delete(invocationId);
      }
    }
  }
}

interface Answer {
  readonly invocationId: string;
  readonly result?: unknown;
  readonly error?: string;
}
