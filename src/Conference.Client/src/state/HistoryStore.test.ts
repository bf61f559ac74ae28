import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConferenceError, type FailureCode } from '../signaling/ConferenceError';
import type { ChatMessage, HistoryInfo, MessagePage } from '../signaling/protocol.generated';
import type { MessageQuery, RoomsApi } from '../signaling/RoomsApi';
import { HistoryStore } from './HistoryStore';

const size = 10;

/** Twenty messages a day from the first of November 2026 on; every fifth one is of Yuki. */
const stored: ChatMessage[] = Array.from({ length: 200 }, (_, index) => ({
  sequence: index + 1,
  kind: 'text',
  sentAt: new Date(2026, 10, 1 + Math.floor(index / 20), 9, index % 20).toISOString(),
  personId: index % 5 === 4 ? 'yuki' : 'mara',
  name: index % 5 === 4 ? 'Yuki' : 'Mara',
  id: `id${index + 1}`,
  text: index % 50 === 10 ? 'pre-join' : `text ${index + 1}`,
}));

class FakeApi {
  room = stored;
  failure: FailureCode | undefined;
  days = vi.fn(() => this.answer({ days: [1, 2, 3] }));
  readonly queries: MessageQuery[] = [];

  history(): Promise<HistoryInfo> {
    return this.answer({
      code: 'kmr-vxtd-hpe',
      title: 'Design review',
      personId: 'mara',
      messageCount: this.room.length,
      participants: [
        { personId: 'mara', name: 'Mara', isHost: true },
        { personId: 'yuki', name: 'Yuki', isHost: false },
      ],
    });
  }

  messages(_: string, query: MessageQuery, until?: AbortSignal): Promise<MessagePage> {
    this.queries.push(query);
    const all = this.room.filter(
      ({ personId }) => query.person === undefined || personId === query.person,
    );
    const [from, to] = bounds(all, query);
    const page = {
      messages: all.slice(from, to),
      hasEarlier: from > 0,
      hasLater: to < all.length,
      personId: 'mara',
    };
    return this.answer(page, until);
  }

  search(_: string, { text, person }: { text: string; person?: string }) {
    const hits = this.room.filter(
      (message) =>
        message.text?.includes(text) && (person === undefined || message.personId === person),
    );
    const sequences = hits.map(({ sequence }) => sequence).reverse();
    return this.answer({ total: hits.length, sequences });
  }

  private async answer<Answer>(answer: Answer, until?: AbortSignal): Promise<Answer> {
    await Promise.resolve();
    until?.throwIfAborted();
    if (this.failure) {
      throw new ConferenceError(this.failure, 'no');
    }
    return answer;
  }
}

function bounds(all: readonly ChatMessage[], query: MessageQuery): [number, number] {
  const at = (condition: (message: ChatMessage) => boolean) => {
    const index = all.findIndex(condition);
    return index < 0 ? all.length : index;
  };
  const { before, after, around, from } = query;
  if (after !== undefined || from !== undefined) {
    const start = at(({ sequence, sentAt }) => (from ? sentAt >= from : sequence > (after ?? 0)));
    return [start, Math.min(all.length, start + size)];
  }
  const middle = around === undefined ? undefined : at(({ sequence }) => sequence >= around);
  const end =
    middle === undefined
      ? at(({ sequence }) => before !== undefined && sequence >= before)
      : Math.min(all.length, middle + size / 2);
  return [Math.max(0, end - size), end];
}

let api: FakeApi;
let store: HistoryStore;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  api = new FakeApi();
  store = new HistoryStore('kmr-vxtd-hpe', api as unknown as RoomsApi);
});
afterEach(() => {
  store.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const sequences = () => store.messages.value.map(({ message }) => message.sequence);
const range = () => [sequences()[0], sequences().at(-1)];

describe('HistoryStore, opening', () => {
  it('reads the newest page and its month', async () => {
    expect(store.phase.value).toBe('loading');
    await store.start({});
    expect(store.phase.value).toBe('ready');
    expect(range()).toEqual([191, 200]);
    expect(store.hasEarlier.value).toBe(true);
    expect(store.hasLater.value).toBe(false);
    expect(store.target.value).toBeUndefined();
    expect(store.month.value).toEqual({ year: 2026, month: 11, days: [1, 2, 3] });
  });

  it('reads around the message of a link and aims at it', async () => {
    await store.start({ sequence: 100 });
    expect(sequences()).toContain(100);
    expect(store.target.value).toEqual({ sequence: 100 });
    expect(store.hasLater.value).toBe(true);
  });

  it('knows whose messages are the reader’s', async () => {
    await store.start({});
    expect(store.messages.value.filter(({ mine }) => !mine)).toHaveLength(2);
  });

  it('is empty where nobody wrote', async () => {
    api.room = [];
    await store.start({});
    expect(store.phase.value).toBe('empty');
  });

  it.each<[FailureCode, string]>([
    ['not_allowed', 'noAccess'],
    ['room_not_found', 'notFound'],
    ['invalid_code', 'notFound'],
    ['unreachable', 'unreachable'],
    ['server_fault', 'unreachable'],
  ])('says after %s that it is %s', async (code, phase) => {
    api.failure = code;
    await store.start({});
    expect(store.phase.value).toBe(phase);
  });

  it('opens when it is tried again', async () => {
    api.failure = 'unreachable';
    await store.start({});
    api.failure = undefined;
    await store.start({});
    expect(store.phase.value).toBe('ready');
  });
});

describe('HistoryStore, scrolling', () => {
  it('grows at both ends until everything is there, with nothing twice', async () => {
    await store.start({ sequence: 100 });
    while (store.hasEarlier.value || store.hasLater.value) {
      await store.loadEarlier();
      await store.loadLater();
    }
    expect(sequences()).toEqual(stored.map(({ sequence }) => sequence));
  });

  it('reads one page at a time', async () => {
    await store.start({});
    const both = Promise.all([store.loadEarlier(), store.loadEarlier()]);
    expect(store.loading.value).toBe('earlier');
    await both;
    expect(store.loading.value).toBeUndefined();
    expect(range()).toEqual([181, 200]);
  });

  it('can be asked again after a failure', async () => {
    await store.start({});
    api.failure = 'unreachable';
    await store.loadEarlier();
    expect(store.phase.value).toBe('ready');
    api.failure = undefined;
    await store.loadEarlier();
    expect(range()).toEqual([181, 200]);
  });

  it('drops a page that is overtaken by a jump', async () => {
    await store.start({});
    const late = store.loadEarlier();
    await store.jumpToDay(2026, 11, 3);
    await late;
    expect(range()).toEqual([41, 50]);
    expect(store.loading.value).toBeUndefined();
  });
});

describe('HistoryStore, jumping', () => {
  it('goes to the first message of a day', async () => {
    await store.start({});
    await store.jumpToDay(2026, 11, 5);
    expect(store.target.value).toEqual({ sequence: 81 });
    expect(range()).toEqual([81, 90]);
  });

  it('stays where it is when the day cannot be read', async () => {
    await store.start({});
    api.failure = 'unreachable';
    await store.jumpToDay(2026, 11, 5);
    expect(range()).toEqual([191, 200]);
    expect(store.phase.value).toBe('ready');
  });

  it('shows the days of the month that was asked for last', async () => {
    await store.start({});
    const answers = new Map<number, (days: { days: number[] }) => void>();
    api.days.mockImplementation(
      ((_: string, { month }: { month: number }) =>
        new Promise((resolve) => answers.set(month, resolve))) as never,
    );
    void store.showMonth(2026, 10);
    void store.showMonth(2026, 9);
    answers.get(9)?.({ days: [9] });
    answers.get(10)?.({ days: [10] });
    await vi.advanceTimersByTimeAsync(0);
    expect(store.month.value).toEqual({ year: 2026, month: 9, days: [9] });
  });

  it('shows one person alone, and everybody again', async () => {
    await store.start({});
    await store.setPerson('yuki');
    expect(store.person.value?.name).toBe('Yuki');
    expect(sequences().every((sequence) => (sequence ?? 0) % 5 === 0)).toBe(true);
    await store.loadEarlier();
    expect(api.queries.at(-1)).toMatchObject({ person: 'yuki' });
    await store.setPerson(undefined);
    expect(range()).toEqual([191, 200]);
  });
});

describe('HistoryStore, searching', () => {
  async function search(text: string): Promise<void> {
    store.setSearchText(text);
    await vi.advanceTimersByTimeAsync(200);
  }

  it('waits 200 ms, then goes to the newest hit', async () => {
    await store.start({});
    store.setSearchText('pre-join');
    await vi.advanceTimersByTimeAsync(199);
    expect(store.search.value.state).toBe('searching');
    await vi.advanceTimersByTimeAsync(1);
    expect(store.search.value).toMatchObject({ state: 'found', total: 4, position: 1 });
    expect(store.target.value).toEqual({ sequence: 161 });
    expect(sequences()).toContain(161);
  });

  it('walks through the hits and around', async () => {
    await store.start({});
    await search('pre-join');
    await store.nextResult();
    expect(store.target.value).toEqual({ sequence: 111 });
    await store.previousResult();
    await store.previousResult();
    expect(store.search.value.position).toBe(4);
    expect(store.target.value).toEqual({ sequence: 11 });
  });

  it('aims anew at a hit it has loaded already', async () => {
    await store.start({});
    await search('text 200');
    const before = store.target.value;
    await store.nextResult();
    expect(store.target.value).toEqual(before);
    expect(store.target.value).not.toBe(before);
    expect(api.queries).toHaveLength(1);
  });

  it('says that there is nothing, and nothing when nothing is asked', async () => {
    await store.start({});
    await search('nowhere');
    expect(store.search.value).toMatchObject({ text: 'nowhere', state: 'nothing', total: 0 });
    await store.nextResult();
    await search('  ');
    expect(store.search.value.state).toBe('idle');
    expect(store.target.value).toBeUndefined();
  });

  it('searches among the messages of the chosen person', async () => {
    await store.start({});
    await search('text 200');
    await store.setPerson('mara');
    await vi.advanceTimersByTimeAsync(200);
    expect(store.search.value.state).toBe('nothing');
  });

  it('takes the last words when letters come quickly', async () => {
    await store.start({});
    store.setSearchText('pre');
    await vi.advanceTimersByTimeAsync(150);
    await search('text 200');
    expect(store.search.value).toMatchObject({ text: 'text 200', total: 1 });
  });

  it('says when it got no answer, and finds when it is asked again', async () => {
    await store.start({});
    api.failure = 'unreachable';
    await search('pre-join');
    expect(store.search.value).toMatchObject({ text: 'pre-join', state: 'failed' });
    api.failure = undefined;
    await search('pre-join');
    expect(store.search.value.state).toBe('found');
  });
});
