import { describe, expect, it, test } from 'vitest';
import type { MessageModel } from '../../state/model';
import { callLineText, messageLabel } from './names';

function model(first: boolean): MessageModel {
  return {
    key: 'm1',
    message: { kind: 'text', text: 'x', sentAt: new Date(2026, 10, 20, 10, 2).toISOString() },
    state: 'sent',
    mine: false,
    first,
    startsDay: false,
    startsNew: false,
  };
}

describe('messageLabel', () => {
  it('has the time for the first of a group alone', () => {
    expect(messageLabel(model(true), 'Yuki Tanaka')).toBe('Message from Yuki Tanaka, 10:02');
    expect(messageLabel(model(false), 'Yuki Tanaka')).toBe('Message from Yuki Tanaka');
  });

  it('calls the reader you', () => {
    expect(messageLabel(model(true), undefined)).toBe('Message from you, 10:02');
    expect(messageLabel(model(false), undefined)).toBe('Message from you');
  });

  it('takes a name as it is', () => {
    expect(messageLabel(model(false), '{time} $& <b>')).toBe('Message from {time} $& <b>');
  });
});

describe('callLineText', () => {
  const sentAt = new Date(2026, 10, 20).toISOString();
  test.each([
    [{ kind: 'callStarted', name: 'Mara' }, 'Call started by Mara'],
    [{ kind: 'callStarted' }, 'Call started'],
    [{ kind: 'callEnded' }, 'Call ended'],
    [ended(2520, 5), 'Call ended · 42 min · 5 participants'],
    [ended(59, 1), 'Call ended · under a minute · 1 participant'],
    [ended(60, 2), 'Call ended · 1 min · 2 participants'],
    [ended(3900, 2), 'Call ended · 1 h 5 min · 2 participants'],
    [ended(90_000, 2), 'Call ended · 25 h 0 min · 2 participants'],
  ] as const)('%j', (message, expected) => {
    expect(callLineText({ sentAt, ...message })).toBe(expected);
  });

  function ended(durationSeconds: number, participants: number) {
    return { kind: 'callEnded', call: { durationSeconds, participants } } as const;
  }
});
