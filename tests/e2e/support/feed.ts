import type { Page } from '@playwright/test';
import type {
  AuditPage,
  ChatMessage,
  HistoryInfo,
  MessagePage,
  PersonInfo,
  RoomListItem,
  RoomSettingsInfo,
} from '../../../src/Conference.Client/src/signaling/protocol.generated';

interface Words {
  readonly names: readonly string[];
  readonly titles: readonly string[];
  readonly texts: readonly string[];
}

const at = new Date().toISOString();
const settings = {
  lobby: false,
  locked: false,
  mayShareScreens: true,
  mayChat: true,
  mayUnmute: true,
  mayReact: true,
  mayRename: true,
  mayRecord: true,
  relayOnly: false,
  audioOnly: false,
};

/**
 * From now on the page reads lists that are made of these words, in place of what the server has: as many rooms, persons removed and things
 * hosts did as no test could bring about.
 */
export async function feedLists(page: Page, room: string, words: Words): Promise<void> {
  const people = words.names.map((name, index) => ({ personId: `p${index}`, name, isHost: false }));
  const messages = words.texts.map((text, index) => said(text, index, people));
  const lists: Readonly<Record<string, object>> = {
    '': words.titles.map((title, index) => listed(title, index, messages)),
    [`${room}/history`]: history(room, people, messages),
    [`${room}/messages`]: pageOf(messages),
    [`${room}/settings`]: settingsWith(people),
    [`${room}/audit`]: audit(words.names),
  };
  await page.route(
    ({ pathname }) => pathname.replace('/api/rooms', '') in lists,
    (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ json: lists[pathname.replace('/api/rooms', '')] });
    },
  );
}

function said(text: string, index: number, people: readonly PersonInfo[]): ChatMessage {
  const { personId = '', name = '' } = people[index % people.length] ?? {};
  return { sequence: index + 1, kind: 'text', sentAt: at, personId, name, id: `${index}`, text };
}

function listed(title: string, index: number, messages: readonly ChatMessage[]): RoomListItem {
  const lastMessage = messages[index];
  return {
    code: `room-${index}`,
    title,
    isHost: true,
    inCall: 0,
    personId: 'me',
    lastActiveAt: at,
    ...(lastMessage && { lastMessage }),
  };
}

function history(
  room: string,
  participants: readonly PersonInfo[],
  messages: readonly ChatMessage[],
): HistoryInfo {
  return {
    code: room.slice(1),
    title: participants[0]?.name ?? '',
    personId: 'me',
    messageCount: messages.length,
    firstMessageAt: at,
    lastMessageAt: at,
    participants,
  };
}

const pageOf = (messages: readonly ChatMessage[]): MessagePage => ({
  messages,
  hasEarlier: false,
  hasLater: false,
  personId: 'me',
});

const settingsWith = (people: readonly PersonInfo[]): RoomSettingsInfo => ({
  title: people[0]?.name ?? '',
  settings,
  hasPassword: false,
  keepDays: 0,
  lobbyMessage: people[0]?.name ?? '',
  removed: people.map(({ personId, name }) => ({ personId, name, removedAt: at })),
});

const audit = (names: readonly string[]): AuditPage => ({
  entries: names.map((name) => ({ at, by: name, action: 'removed', target: name })),
});
