import { expect } from '@playwright/test';
import { denied } from './devices';
import type { Person } from './person';
import type { PersonOptions } from './test';

type Open = (name: string, options?: PersonOptions) => Promise<Person>;

/** What to do at each stop: the state's name and whoever's screen shows it. */
export type Visit = (state: string, whose: Person) => Promise<void>;

const title = 'Weekly planning';

/** Every page and state around a call. */
export async function tourOutside(open: Open, options: PersonOptions, visit: Visit): Promise<void> {
  const mara = await open('Mara', options);
  await mara.page.goto('/');
  await expect(mara.heading('No rooms yet')).toBeVisible();
  await visit('home-first', mara);

  const room = await mara.startRoom(title);
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  await mara.fillName();
  await visit('prejoin', mara);
  await mara.button('Turn camera off').click();
  await visit('prejoin-camera-off', mara);

  await mara.page.goto(`${room}/history`);
  await expect(mara.heading('No messages yet')).toBeVisible();
  await visit('history-empty', mara);

  await mara.page.goto(room);
  await mara.joinHere('Join with chat only');
  await tourPrejoin(open, options, room, visit);
  await mara.openChat();
  await mara.say('Shall we begin with the pre-join page?');
  await mara.say('The second version reads much better: https://example.org/review');
  await visit('call-chat-only', mara);
  await mara.button('Close chat').click();
  await mara.leave();
  await visit('left', mara);

  await tourHistory(open, options, mara, room, visit);
  await tourHome(mara, visit);
  await mara.link('Connection check').click();
  await expect(mara.button('Copy report')).toBeVisible({ timeout: 60_000 });
  await visit('check', mara);
}

async function tourPrejoin(open: Open, options: PersonOptions, room: string, visit: Visit) {
  const tomas = await open('Tomás', { ...options, before: denied });
  await tomas.page.goto(room);
  await expect(tomas.button('Try again')).toBeVisible();
  await visit('prejoin-denied', tomas);

  tomas.watch.expect(/status of 404/);
  await tomas.page.goto('/r/aaa-bbbb-ccc');
  await expect(tomas.heading('Room not found')).toBeVisible();
  await visit('room-not-found', tomas);
}

async function tourHistory(
  open: Open,
  options: PersonOptions,
  mara: Person,
  room: string,
  visit: Visit,
) {
  await mara.page.goto(`${room}/history`);
  await expect(mara.message('second version')).toBeVisible();
  await visit('history', mara);
  await mara.page.getByRole('searchbox').fill('pre-join');
  await expect(mara.page.locator('mark')).toHaveCount(1);
  await expect(mara.status('pre-join')).toBeVisible();
  await visit('history-search', mara);

  const stranger = await open('Nobody', options);
  stranger.watch.expect(/status of 403/);
  await stranger.page.goto(`${room}/history`);
  await expect(stranger.heading('You cannot read this history')).toBeVisible();
  await visit('history-noaccess', stranger);
}

async function tourHome(mara: Person, visit: Visit) {
  await mara.page.goto('/');
  await expect(mara.link(title)).toBeVisible();
  await visit('home', mara);
  await mara.textbox('Link or code').fill('hello');
  await mara.button('Join').click();
  await visit('home-bad-code', mara);
  await mara.button(`More for ${title}`).click();
  await expect(mara.menuItem('Rename')).toBeVisible();
  await visit('home-room-menu', mara);
  await mara.menuItem('Rename').click();
  await expect(mara.page.getByRole('dialog')).toBeVisible();
  await visit('home-rename', mara);
  await mara.page.keyboard.press('Escape');
  await mara.button('Settings').click();
  await tourSettings(mara, visit, 'home');
}

async function tourSettings(mara: Person, visit: Visit, place: string) {
  await expect(mara.page.getByRole('dialog')).toBeVisible();
  for (const [index, tab] of (await mara.page.getByRole('tab').all()).entries()) {
    await tab.click();
    await visit(`settings-${place}-${index + 1}`, mara);
  }
  await mara.page.keyboard.press('Escape');
}

/** Every state of a call. */
export async function tourCall(open: Open, options: PersonOptions, visit: Visit): Promise<void> {
  const mara = await open('Mara', options);
  const room = await mara.host(title);
  await expect(mara.page.getByTestId('room-link')).toBeVisible();
  await visit('call-1', mara);

  const tomas = await open('Tomás', { ...options, viewport: { width: 640, height: 480 } });
  await tomas.join(room);
  await mara.sees(tomas);
  await visit('call-2', mara);

  const yuki = await open('Yuki', { ...options, viewport: { width: 640, height: 480 } });
  await yuki.page.goto(room);
  await yuki.button('Turn camera off').click();
  await yuki.joinHere();
  await yuki.button('Mute microphone').click();
  await yuki.page.keyboard.press('h');
  const amara = await open('Amara', { ...options, viewport: { width: 640, height: 480 } });
  await amara.join(room, 'Join with chat only');
  await mara.sees(tomas, yuki);
  await visit('call-3', mara);

  await tourChat(mara, tomas, visit);
  await mara.openPeople();
  await visit('call-people', mara);
  await mara.button('Invite').click();
  await expect(mara.page.getByRole('dialog').getByRole('img')).toBeVisible();
  await visit('call-invite', mara);
  await mara.page.keyboard.press('Escape');
  await tourTrust(mara, visit);
  await tourMenus(mara, visit);
}

/** From the open roster: how the ways to the others do, and that nobody sits in between. */
async function tourTrust(mara: Person, visit: Visit) {
  const dialog = mara.page.getByRole('dialog');
  const roster = mara.page.getByRole('list', { name: mara.word('Roster') });
  await roster.getByRole('button', { name: mara.word('More for Tomás') }).click();
  await mara.menuItem('Connection').click();
  await expect(dialog.getByRole('rowheader')).toHaveCount(2);
  await visit('call-connection', mara);
  await mara.page.keyboard.press('Escape');
  await mara.button('Close people').click();
  await mara.choose('More', 'Security code');
  await expect(dialog.getByRole('listitem')).toHaveCount(8);
  await visit('call-code', mara);
  await mara.page.keyboard.press('Escape');
}

async function tourChat(mara: Person, tomas: Person, visit: Visit) {
  await tomas.openChat();
  await tomas.say('Morning! Shall we begin with the pre-join page?');
  await tomas.say('I made a second version of it.');
  await expect(mara.button('Chat, 2 unread')).toBeVisible();
  await visit('call-unread', mara);
  await mara.openChat();
  await mara.say('Yes, that one first.');
  await tomas.composer.pressSequentially('and');
  await visit('call-chat', mara);
  await mara.button('Close chat').click();
}

async function tourMenus(mara: Person, visit: Visit) {
  for (const [state, name] of [
    ['call-react', 'React'],
    ['call-microphone', 'Microphone and speaker options'],
    ['call-camera', 'Camera options'],
    ['call-more', 'More'],
  ] as const) {
    const opener = mara.button(name);
    if (await opener.isVisible()) {
      await opener.click();
      await expect(mara.page.getByRole('menu').first()).toBeVisible();
      await visit(state, mara);
      await mara.page.keyboard.press('Escape');
    }
  }
  await mara.button('Mute microphone').click();
  await mara.button('Turn camera off').click();
  await visit('call-muted', mara);
  await mara.choose('More', 'Settings');
  await tourSettings(mara, visit, 'call');
}
