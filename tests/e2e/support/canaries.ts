import type { BrowserContext, Page, Request, WebSocket } from '@playwright/test';
import { readRecords } from './records';

/** What people typed and what opens doors, by the names that it has on the wire. */
const told = new Set([
  'name',
  'title',
  'text',
  'lobbyMessage',
  'message',
  'password',
  'code',
  'secret',
  'resumeToken',
  'joinToken',
  'credential',
  'connectionToken',
  'access_token',
  'id_token',
]);

/** Less than that is in every log by chance. */
const shortest = 4;
const code = /\b[a-z]{3}-[a-z]{4}-[a-z]{3}\b/;

/** Everything that a log must not know: it is read from what the browsers of this run send and receive, whichever test it is. */
export class Canaries {
  private readonly texts = new Set<string>();

  get count(): number {
    return this.texts.size;
  }

  attach(context: BrowserContext): void {
    context.on('request', (request) => this.readRequest(request));
    context.on('page', (page) => this.attachPage(page));
  }

  /** Cookies are seen by no script and in no message. */
  async addCookies(context: BrowserContext): Promise<void> {
    for (const { value } of await context.cookies().catch(() => [])) {
      this.add(value);
    }
  }

  add(text: string): void {
    const trimmed = text.trim();
    if (trimmed.length >= shortest && !/^\d+$/.test(trimmed)) {
      this.texts.add(trimmed);
    }
  }

  /** The lines that tell something, each with what it tells. */
  leaksIn(log: string): string[] {
    return [...this.texts].flatMap((text) => {
      const line = lineWith(log, text);
      return line === undefined ? [] : [`${JSON.stringify(text)} is in: ${line}`];
    });
  }

  private attachPage(page: Page): void {
    page.on('websocket', (socket: WebSocket) => {
      socket.on('framesent', ({ payload }) => this.read(payload));
      socket.on('framereceived', ({ payload }) => this.read(payload));
    });
  }

  private readRequest(request: Request): void {
    const { pathname, searchParams } = new URL(request.url());
    this.addCode(pathname);
    for (const [key, value] of searchParams) {
      this.addIfTold(key, value);
    }
    this.read(request.postData() ?? '');
  }

  private read(payload: string | Buffer): void {
    readRecords(payload).forEach((record) => this.readValue('', record));
  }

  private readValue(key: string, value: unknown): void {
    if (typeof value === 'string') {
      this.addIfTold(key, value);
    } else if (typeof value === 'object' && value !== null) {
      for (const [inner, part] of Object.entries(value)) {
        this.readValue(inner, part);
      }
    }
  }

  private addIfTold(key: string, value: string): void {
    if (told.has(key)) {
      this.add(value);
      this.addCode(value);
    }
  }

  /** A room's code opens the room, with its dashes and without. */
  private addCode(text: string): void {
    const found = code.exec(text)?.[0];
    if (found !== undefined) {
      this.add(found);
      this.add(found.replaceAll('-', ''));
    }
  }
}

/** All browsers' of this run. */
export const canaries = new Canaries();

/** The first line in which the text stands by itself: part of a longer word is another word. */
function lineWith(log: string, text: string): string | undefined {
  for (let at = log.indexOf(text); at >= 0; at = log.indexOf(text, at + 1)) {
    const [before, after] = [log.charAt(at - 1), log.charAt(at + text.length)];
    if (!(joins(before, text.charAt(0)) || joins(text.charAt(text.length - 1), after))) {
      return log.slice(log.lastIndexOf('\n', at) + 1).split('\n', 1)[0];
    }
  }
  return undefined;
}

const joins = (one: string, other: string): boolean => /^[\p{L}\p{N}]{2}$/u.test(one + other);
