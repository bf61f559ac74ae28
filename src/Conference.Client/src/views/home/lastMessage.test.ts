import { describe, expect, it } from 'vitest';
import type { ChatMessage, RoomListItem } from '../../signaling/protocol.generated';
import { lastMessageText } from './lastMessage';

const room = (lastMessage?: Partial<ChatMessage>): RoomListItem => ({
  code: 'kmr-vxtd-hpe',
  title: 'Design review',
  isHost: true,
  inCall: 0,
  personId: 'me',
  lastActiveAt: '2025-11-20T10:00:00Z',
  ...(lastMessage && {
    lastMessage: { sequence: 1, kind: 'text', sentAt: '2025-11-20T10:00:00Z', ...lastMessage },
  }),
});

describe('lastMessageText', () => {
  it.each([
    [undefined, 'No messages yet'],
    [{ personId: 'you', name: 'Yuki', text: 'Much better.' }, 'Yuki: Much better.'],
    [{ personId: 'me', name: 'Mara', text: 'Thursday.' }, 'You: Thursday.'],
    [{ personId: 'you', name: 'Yuki', text: 'one\n\ttwo ' }, 'Yuki: one two'],
    [{ personId: 'you', name: 'Yuki', deleted: true }, 'Message deleted'],
    [{ kind: 'callStarted', personId: 'you', name: 'Yuki' }, 'Yuki started a call'],
    [{ kind: 'callEnded', call: { durationSeconds: 60, participants: 2 } }, 'The call has ended'],
  ] satisfies [Partial<ChatMessage> | undefined, string][])('%#', (message, text) => {
    expect(lastMessageText(room(message))).toBe(text);
  });
});
