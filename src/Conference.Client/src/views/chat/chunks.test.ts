import { describe, expect, it } from 'vitest';
import type { MessageModel } from '../../state/model';
import { groupMessages } from './chunks';

function message(sequence: number | undefined, change: Partial<MessageModel> = {}): MessageModel {
  const day = new Date(2026, 10, 20, 10, 0, sequence ?? 59);
  return {
    key: sequence === undefined ? 'unsent' : `m${sequence}`,
    message: {
      kind: 'text',
      text: 'x',
      sentAt: day.toISOString(),
      ...(sequence === undefined ? {} : { sequence }),
    },
    state: sequence === undefined ? 'sending' : 'sent',
    mine: false,
    first: true,
    startsDay: sequence === 1,
    startsNew: false,
    ...change,
  };
}

function list(from: number, to: number): MessageModel[] {
  return Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
}

describe('groupMessages', () => {
  it('keeps order and every message', () => {
    const messages = list(1, 100);
    const days = groupMessages(messages);
    expect(days.flatMap((day) => day.chunks).flatMap((chunk) => chunk.messages)).toEqual(messages);
  });

  it('starts a day where the list does', () => {
    const messages = [message(1), message(2, { startsDay: true }), message(3)];
    const days = groupMessages(messages);
    expect(days.map((day) => day.chunks.flatMap((chunk) => chunk.messages.length))).toEqual([
      [1],
      [2],
    ]);
    expect(new Set(days.map((day) => day.key)).size).toBe(2);
  });

  it('has no separator above a page that begins inside a day', () => {
    expect(groupMessages(list(50, 60))[0]?.separated).toBe(false);
  });

  it('keeps the chunks that older messages do not touch', () => {
    const before = groupMessages(list(50, 200));
    const after = groupMessages(list(1, 200), before);
    expect(after[0]?.chunks.slice(-5)).toEqual(before[0]?.chunks.slice(-5));
    for (const chunk of before[0]?.chunks.slice(1) ?? []) {
      expect(after[0]?.chunks).toContain(chunk);
    }
  });

  it('makes only the last chunk new for a new message', () => {
    const before = groupMessages(list(1, 200));
    const after = groupMessages(list(1, 201), before);
    const kept = after[0]?.chunks.filter((chunk) => before[0]?.chunks.includes(chunk));
    expect(kept).toHaveLength((before[0]?.chunks.length ?? 0) - 1);
  });

  it('makes a chunk new when a state in it changes', () => {
    const before = groupMessages([...list(1, 3), message(undefined)]);
    const after = groupMessages([...list(1, 3), message(undefined, { state: 'failed' })], before);
    expect(after[0]?.chunks[0]).not.toBe(before[0]?.chunks[0]);
  });

  it('makes a chunk new when a message in it is deleted', () => {
    const messages = list(1, 3);
    const before = groupMessages(messages);
    const kept = message(2);
    const gone = { ...kept, message: { ...kept.message, deleted: true } };
    const after = groupMessages([message(1), gone, message(3)], before);
    expect(after[0]?.chunks[0]?.messages[1]).toBe(gone);
  });

  it('leaves a message in its chunk when its sequence comes', () => {
    const sending = groupMessages([...list(1, 3), message(undefined)]);
    const sent = groupMessages([...list(1, 4)], sending);
    expect(sent[0]?.chunks.map((chunk) => chunk.key)).toEqual(
      sending[0]?.chunks.map((chunk) => chunk.key),
    );
  });
});
