import { describe, expect, it, test } from 'vitest';
import type { ChatMessage, MessagePage } from '../signaling/protocol.generated';
import {
  append,
  appendPage,
  emptyRun,
  lastSequence,
  messageModels,
  prependPage,
  runOf,
  unreadCount,
  withoutTexts,
} from './chat';

const noon = new Date(2026, 10, 20, 12).getTime();

/** Messages of one person, a minute apart. */
function said(from: number, to: number, change: Partial<ChatMessage> = {}): ChatMessage[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    sequence: from + index,
    kind: 'text',
    sentAt: new Date(noon + (from + index) * 60_000).toISOString(),
    personId: 'tomas',
    name: 'Tomás',
    id: `id${from + index}`,
    text: `text ${from + index}`,
    ...change,
  }));
}

function page(messages: ChatMessage[], change: Partial<MessagePage> = {}): MessagePage {
  return { messages, hasEarlier: false, hasLater: false, personId: 'mara', ...change };
}

const sequences = ({ messages }: { messages: readonly ChatMessage[] }): number[] =>
  messages.map(({ sequence }) => sequence);

describe('a run of the chat', () => {
  test.each([
    ['what follows', 1, 3, [4, 5], [1, 2, 3, 4, 5]],
    ['what is there already', 1, 3, [2, 3], [1, 2, 3]],
    ['some of both', 1, 3, [3, 4], [1, 2, 3, 4]],
    ['what is older', 5, 6, [1, 2], [5, 6]],
  ])('takes %s', (_, from, to, added, expected) => {
    const [first = 0, last = 0] = [added[0], added.at(-1)];
    const run = append(runOf(page(said(from, to))), said(first, last));
    expect(run && sequences(run)).toEqual(expected);
  });

  it('does not take what leaves a gap', () => {
    expect(append(runOf(page(said(1, 3))), said(5, 6))).toBeUndefined();
  });

  it('begins anywhere when it is empty and complete', () => {
    expect(append(emptyRun, said(7, 8))).toBeDefined();
    expect(append({ ...emptyRun, hasLater: true }, said(7, 8))).toBeUndefined();
  });

  it('grows at its end without doubles', () => {
    const run = appendPage(
      runOf(page(said(1, 3), { hasEarlier: true })),
      page(said(3, 5), { hasLater: true }),
    );
    expect(sequences(run)).toEqual([1, 2, 3, 4, 5]);
    expect(run).toMatchObject({ hasEarlier: true, hasLater: true });
  });

  it('grows at its start without doubles', () => {
    const run = prependPage(
      runOf(page(said(4, 5), { hasLater: true })),
      page(said(1, 4), { hasEarlier: true }),
    );
    expect(sequences(run)).toEqual([1, 2, 3, 4, 5]);
    expect(run).toMatchObject({ hasEarlier: true, hasLater: true });
  });

  it('knows its last sequence', () => {
    expect(lastSequence(emptyRun)).toBe(0);
    expect(lastSequence(runOf(page(said(4, 9))))).toBe(9);
  });
});

describe('messageModels', () => {
  const reader = { personId: 'mara', readUpTo: undefined };
  const firsts = (messages: ChatMessage[]) =>
    messageModels(messages, [], reader).map(({ first }) => first);

  it('groups what one person says within five minutes', () => {
    expect(firsts(said(1, 3))).toEqual([true, false, false]);
  });

  test.each<[string, ChatMessage[]]>([
    ['another person', [...said(1, 1), ...said(2, 2, { personId: 'yuki' })]],
    ['another name', [...said(1, 1), ...said(2, 2, { name: 'Tom' })]],
    ['a line about the call', [...said(1, 1, { kind: 'callStarted' }), ...said(2, 2)]],
    ['five minutes', [...said(1, 1), ...said(6, 6)]],
  ])('begins a group after %s', (_, messages) => {
    expect(firsts(messages)).toEqual([true, true]);
  });

  it('starts a day with its first message', () => {
    const messages = [
      ...said(1, 1),
      ...said(2, 2),
      ...said(3, 3, { sentAt: new Date(2026, 10, 21, 0, 1).toISOString() }),
    ];
    const starts = messageModels(messages, [], reader).map(({ startsDay }) => startsDay);
    expect(starts).toEqual([true, false, true]);
  });

  it('draws the line of new messages once, before the first unread one', () => {
    const models = messageModels(said(1, 4), [], { personId: 'mara', readUpTo: 2 });
    expect(models.map(({ startsNew }) => startsNew)).toEqual([false, false, true, false]);
    expect(models[2]?.first).toBe(true);
  });

  it('puts what is being sent at the end, under the key it keeps when it is sent', () => {
    const pending = {
      message: {
        kind: 'text' as const,
        sentAt: new Date(noon).toISOString(),
        id: 'mine',
        personId: 'mara',
      },
      state: 'sending' as const,
    };
    const sending = messageModels(said(1, 1), [pending], reader);
    const sent = messageModels(
      [...said(1, 1), ...said(2, 2, { id: 'mine', personId: 'mara' })],
      [],
      reader,
    );
    expect(sending.map(({ state }) => state)).toEqual(['sent', 'sending']);
    expect(sending[1]?.key).toBe(sent[1]?.key);
    expect(sent[1]?.mine).toBe(true);
  });

  it('gives every message its own key, also when two people used one id', () => {
    const models = messageModels(
      [...said(1, 1, { id: 'same', personId: 'mara' }), ...said(2, 2, { id: 'same' })],
      [],
      reader,
    );
    expect(new Set(models.map(({ key }) => key)).size).toBe(2);
  });
});

describe('unreadCount', () => {
  it('counts texts of others alone', () => {
    const messages = [
      ...said(1, 3),
      ...said(4, 4, { kind: 'callEnded' }),
      ...said(5, 5, { personId: 'mara' }),
      ...said(6, 6),
    ];
    expect(unreadCount(messages, 2, 'mara')).toBe(2);
  });
});

describe('withoutTexts', () => {
  const run = runOf({ messages: said(1, 3), hasEarlier: true, hasLater: false, personId: 'mara' });

  it('keeps a deleted message in its place, without its text', () => {
    const { messages } = withoutTexts(run, new Set([2, 9]));
    expect(messages[1]).toMatchObject({ sequence: 2, deleted: true });
    expect(messages[1]).not.toHaveProperty('text');
    expect([messages[0], messages[2]]).toEqual([run.messages[0], run.messages[2]]);
  });

  it('leaves a run alone that has none of them, or knows already', () => {
    const gone = withoutTexts(run, new Set([2]));
    expect(withoutTexts(run, new Set([9]))).toBe(run);
    expect(withoutTexts(gone, new Set([2]))).toBe(gone);
  });

  it('leaves nothing unread', () => {
    const { messages } = withoutTexts(run, new Set([2, 3]));
    expect(unreadCount(messages, 1, 'mara')).toBe(0);
  });
});
