import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConferenceError } from '../signaling/ConferenceError';
import type {
  ChatMessage,
  MessagePage,
  ParticipantInfo,
  SendMessageRequest,
  SendMessageResult,
} from '../signaling/protocol.generated';
import type { MessageQuery, RoomsApi } from '../signaling/RoomsApi';
import { BrowserStorage } from './BrowserStorage';
import { ChatStore } from './ChatStore';
import type { OutboxEntry, OutboxStorage } from './OutboxStorage';

const mara = { personId: 'mara', name: 'Mara' };
const sentAt = '2026-11-20T10:00:00.000Z';

const text = (sequence: number, change: Partial<ChatMessage> = {}): ChatMessage => ({
  sequence,
  kind: 'text',
  sentAt,
  personId: 'tomas',
  name: 'Tomás',
  id: `id${sequence}`,
  text: `text ${sequence}`,
  ...change,
});

const texts = (from: number, to: number): ChatMessage[] =>
  Array.from({ length: to - from + 1 }, (_, index) => text(from + index));

function pageOf(messages: ChatMessage[], change: Partial<MessagePage> = {}): MessagePage {
  return { messages, hasEarlier: false, hasLater: false, personId: 'mara', ...change };
}

/** A room's chat on a server: gives sequences, keeps ids apart, answers pages of three. */
class FakeServer {
  stored: ChatMessage[] = [];
  online = true;
  /** The next answers get lost after the message was stored. */
  lostAnswers = 0;
  readonly asked: MessageQuery[] = [];
  readonly NotifyTyping = vi.fn(() => Promise.resolve());

  SendMessage({ id, text: said }: SendMessageRequest): Promise<SendMessageResult> {
    if (!this.online) {
      return Promise.reject(new ConferenceError('unreachable', 'away'));
    }
    const known = this.stored.find((message) => message.id === id);
    const message = known ?? text(this.stored.length + 1, { ...mara, id, text: said });
    this.stored = known ? this.stored : [...this.stored, message];
    if (this.lostAnswers > 0) {
      this.lostAnswers--;
      return Promise.reject(new ConferenceError('unreachable', 'cut'));
    }
    return Promise.resolve({ sequence: message.sequence, sentAt: message.sentAt });
  }

  messages(_: string, query: MessageQuery): Promise<MessagePage> {
    this.asked.push(query);
    if (!this.online) {
      return Promise.reject(new ConferenceError('unreachable', 'away'));
    }
    const { before = Infinity, after = 0 } = query;
    const wanted = this.stored.filter(({ sequence }) => sequence > after && sequence < before);
    const messages = query.after === undefined ? wanted.slice(-3) : wanted.slice(0, 3);
    const hasEarlier = (messages[0]?.sequence ?? 1) > 1;
    const hasLater = (messages.at(-1)?.sequence ?? 0) < this.stored.length;
    return Promise.resolve(pageOf(messages, { hasEarlier, hasLater }));
  }
}

let server: FakeServer;
let disk: Map<string, OutboxEntry>;
const roster = signal<readonly ParticipantInfo[]>([]);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  server = new FakeServer();
  disk = new Map();
  roster.value = [];
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function chat(): ChatStore {
  const kept = new Map<string, string>();
  const outboxStorage: Pick<OutboxStorage, 'read' | 'put' | 'remove'> = {
    read: () => Promise.resolve([...disk.values()]),
    put: (entry) => Promise.resolve(void disk.set(entry.id, entry)),
    remove: (id) => Promise.resolve(void disk.delete(id)),
  };
  return new ChatStore({
    code: signal('kmr-vxtd-hpe'),
    api: server as unknown as RoomsApi,
    server,
    roster,
    outboxStorage: outboxStorage as unknown as OutboxStorage,
    storage: new BrowserStorage(
      () =>
        ({
          getItem: (key: string) => kept.get(key) ?? null,
          setItem: (key: string, value: string) => kept.set(key, value),
          removeItem: (key: string) => kept.delete(key),
        }) as unknown as Storage,
    ),
    onTooFast: () => undefined,
  });
}

async function seated(messages: ChatMessage[] = [], change: Partial<MessagePage> = {}) {
  const store = chat();
  server.stored = server.stored.length > 0 ? server.stored : messages;
  store.takeSeat(mara, pageOf(messages, change));
  await settled();
  return store;
}

const settled = () => vi.advanceTimersByTimeAsync(10);

async function write(store: ChatStore, said: string): Promise<void> {
  store.setDraft(said);
  await store.send();
  await settled();
}

const shown = (store: ChatStore) =>
  store.messages.value.map(({ message, state }) => `${message.text ?? ''}:${state}`);

describe('ChatStore, sending', () => {
  it('shows a message at once, and once when it comes by both ways', async () => {
    const store = await seated();
    store.setDraft('  Hello  ');
    void store.send();
    expect(store.draft.value).toBe('');
    expect(shown(store)).toEqual(['Hello:sending']);
    const [{ key } = { key: '' }] = store.messages.value;
    store.add([text(1, { ...mara, id: key, text: 'Hello' })]);
    await settled();
    expect(shown(store)).toEqual(['Hello:sent']);
    expect(store.messages.value[0]).toMatchObject({ key, mine: true });
    expect(disk.size).toBe(0);
  });

  it.each(['', '   \n', 'x'.repeat(4001)])('does not send %#', async (said) => {
    const store = await seated();
    await write(store, said);
    expect(server.stored).toEqual([]);
    expect(store.draft.value).toBe(said);
  });

  it('takes out what the server would refuse', async () => {
    const store = await seated();
    await write(store, 'a\r\nb\u202ec\u0000\td');
    expect(server.stored.map((message) => message.text)).toEqual(['a\nbc\td']);
  });

  it('sends what was written offline once, in order, with the next seat', async () => {
    const store = await seated(texts(1, 2));
    server.online = false;
    await write(store, 'one');
    await write(store, 'two');
    expect(shown(store).slice(2)).toEqual(['one:sending', 'two:sending']);
    server.online = true;
    store.takeSeat(mara, pageOf([], { hasEarlier: true }));
    await settled();
    expect(shown(store).slice(2)).toEqual(['one:sent', 'two:sent']);
    expect(server.stored).toHaveLength(4);
  });

  it('shows a message once whose answer was lost', async () => {
    const store = await seated();
    server.lostAnswers = 1;
    await write(store, 'Did it arrive?');
    expect(shown(store)).toEqual(['Did it arrive?:sending']);
    store.takeSeat(mara, pageOf(server.stored));
    await settled();
    expect(shown(store)).toEqual(['Did it arrive?:sent']);
    expect(server.stored).toHaveLength(1);
  });

  it('goes on after a reload where the page before left off', async () => {
    const before = await seated();
    server.lostAnswers = 1;
    await write(before, 'stored');
    server.online = false;
    await write(before, 'kept');
    before.close();
    server.online = true;
    const after = await seated(server.stored);
    expect(shown(after)).toEqual(['stored:sent', 'kept:sent']);
    expect(server.stored).toHaveLength(2);
    expect(disk.size).toBe(0);
  });
});

describe('ChatStore, receiving', () => {
  it('adds in order, and what it has already not again', async () => {
    const store = await seated(texts(1, 2));
    store.add([text(2), text(3)]);
    store.add([text(3)]);
    expect(shown(store)).toEqual(['text 1:sent', 'text 2:sent', 'text 3:sent']);
  });

  it('reads what is missing, page after page', async () => {
    const store = await seated(texts(1, 2));
    server.stored = texts(1, 10);
    store.add([text(10)]);
    store.add([text(9)]);
    await settled();
    expect(store.messages.value.map(({ message }) => message.sequence)).toEqual(
      texts(1, 10).map(({ sequence }) => sequence),
    );
    expect(server.asked.map(({ after }) => after)).toEqual([2, 5, 8]);
  });

  it('reads what was missed while it had no seat', async () => {
    const store = await seated(texts(1, 2));
    expect(store.lastSequence).toBe(2);
    server.stored = texts(1, 7);
    store.takeSeat(mara, pageOf(texts(3, 5), { hasEarlier: true, hasLater: true }));
    await settled();
    expect(store.messages.value).toHaveLength(7);
  });

  it('tries again with the next message when the missing ones cannot be read', async () => {
    const store = await seated(texts(1, 2));
    server.stored = texts(1, 5);
    server.online = false;
    store.add([text(4)]);
    await settled();
    expect(store.messages.value).toHaveLength(2);
    server.online = true;
    store.add([text(5)]);
    await settled();
    expect(store.messages.value).toHaveLength(5);
  });

  it('loads earlier ones, one page at a time', async () => {
    const store = await seated(texts(1, 8).slice(5), { hasEarlier: true });
    server.stored = texts(1, 8);
    await Promise.all([store.loadEarlier(), store.loadEarlier()]);
    expect(store.messages.value[0]?.message.sequence).toBe(3);
    await store.loadEarlier();
    await store.loadEarlier();
    expect(store.messages.value).toHaveLength(8);
    expect(store.hasEarlier.value).toBe(false);
    expect(server.asked).toHaveLength(2);
  });

  it('lets earlier ones be asked for again after a failure', async () => {
    const store = await seated(texts(1, 8).slice(5), { hasEarlier: true });
    server.online = false;
    await store.loadEarlier();
    expect(store.loadingEarlier.value).toBe(false);
    expect(store.hasEarlier.value).toBe(true);
  });
});

describe('ChatStore, reading', () => {
  const line = (store: ChatStore) =>
    store.messages.value.find(({ startsNew }) => startsNew)?.message.sequence;

  it('has nothing unread on joining, then counts what comes until it is seen', async () => {
    const store = await seated(texts(1, 3));
    expect(store.unread.value).toBe(0);
    store.add([text(4), text(5), text(6, mara)]);
    expect(store.unread.value).toBe(2);
    expect(line(store)).toBe(4);
    store.setVisible(true);
    expect(store.unread.value).toBe(0);
    expect(line(store)).toBe(4);
  });

  it('draws no line in front of what is read while it comes', async () => {
    const store = await seated(texts(1, 3));
    store.setVisible(true);
    store.add([text(4)]);
    expect(line(store)).toBeUndefined();
    store.setVisible(false);
    store.add([text(5)]);
    expect(store.unread.value).toBe(1);
    expect(line(store)).toBe(5);
  });

  it('names who is writing until the message comes', async () => {
    const tomas = { id: 'seat', personId: 'tomas', name: 'Tomás' } as ParticipantInfo;
    roster.value = [tomas];
    const store = await seated(texts(1, 3));
    store.addTyping('seat');
    store.addTyping('stranger');
    expect(store.typing.value).toEqual(['Tomás']);
    store.add([text(4)]);
    expect(store.typing.value).toEqual([]);
  });

  it('tells others when it is written in, not when it is emptied', async () => {
    const store = await seated();
    store.setDraft(' ');
    store.setDraft('');
    expect(server.NotifyTyping).not.toHaveBeenCalled();
    store.setDraft('H');
    expect(server.NotifyTyping).toHaveBeenCalledOnce();
  });

  it('does not bring deleted texts back with a page that was read before', async () => {
    const store = await seated(texts(3, 4), { hasEarlier: true });
    server.stored = texts(1, 4);
    const loading = store.loadEarlier();
    store.delete([2, 3]);
    await loading;
    expect(shown(store)).toEqual(['text 1:sent', ':sent', ':sent', 'text 4:sent']);
    store.add([text(5)]);
    expect(store.messages.value[1]?.message).not.toHaveProperty('text');
  });

  it('writes under the new name', async () => {
    const store = await seated();
    server.online = false;
    store.rename('Mara Lind');
    await write(store, 'Hello');
    expect(store.messages.value[0]?.message.name).toBe('Mara Lind');
  });

  it('keeps the objects of messages that did not change', async () => {
    const store = await seated(texts(1, 3));
    const [first] = store.messages.value;
    store.add([text(4)]);
    expect(store.messages.value[0]).toBe(first);
  });
});
