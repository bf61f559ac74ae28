import { expect } from '@playwright/test';
import { ask, changeSettings, openMenuOf, openSettings, remove } from './hosting';
import type { Person } from './person';
import type { PersonOptions } from './test';
import type { Visit } from './tour';

type Open = (name: string, options?: PersonOptions) => Promise<Person>;

const chatOnly = 'Join with chat only';

/** What guests meet at the door, and what hosts decide there. */
export async function tourDoor(open: Open, options: PersonOptions, visit: Visit): Promise<void> {
  const [mara, tomas] = [await open('Mara', options), await open('Tomás', options)];
  const room = await mara.startRoom('Weekly planning');
  await mara.joinHere(chatOnly);
  await changeSettings(mara, async (dialog) => {
    await dialog.getByRole('switch', { name: 'Lobby' }).check();
    await dialog.getByRole('textbox', { name: 'Message to the lobby' }).fill('Back at ten past.');
    await dialog.getByRole('textbox', { name: 'Room password' }).fill('open sesame');
  });

  await tomas.page.goto(room);
  await expect(tomas.textbox('Room password')).toBeVisible();
  await visit('prejoin-password', tomas);
  await changeSettings(mara, (dialog) =>
    dialog.getByRole('button', { name: 'Remove password' }).click(),
  );
  await ask(tomas, room);
  await visit('lobby-waiting', tomas);
  await expect(mara.status('Tomás asks to join')).toBeVisible();
  await visit('call-lobby-toast', mara);
  await mara.openPeople();
  await visit('call-people-lobby', mara);
  await mara.panel('People').getByRole('button', { name: 'Deny Tomás' }).click();
  await expect(tomas.heading('A host did not let you in')).toBeVisible();
  await visit('lobby-denied', tomas);
  await mara.page.getByRole('switch', { name: 'Lock room' }).check();
  const yuki = await open('Yuki', options);
  await yuki.page.goto(room);
  await expect(yuki.heading('This room is locked')).toBeVisible();
  await visit('room-locked', yuki);
}

/** What hosts do in a call. */
export async function tourHosting(open: Open, options: PersonOptions, visit: Visit): Promise<void> {
  const [mara, tomas] = [await open('Mara', options), await open('Tomás', options)];
  const room = await mara.host('Weekly planning');
  await tomas.page.goto(room);
  await tomas.button('Turn camera off').click();
  await tomas.joinHere();
  await mara.sees(tomas);
  await openMenuOf(mara, tomas);
  await visit('call-person-menu', mara);
  await mara.menuItem('Mute').click();
  await expect(tomas.status('Mara muted you')).toBeVisible();
  await visit('call-muted-by-host', tomas);
  await mara.openPeople();
  await mara.button('Mute all').click();
  await visit('call-mute-all', mara);
  await mara.page.keyboard.press('Escape');
  await tourEnds(mara, tomas, visit);
}

async function tourEnds(mara: Person, tomas: Person, visit: Visit) {
  await openMenuOf(mara, tomas);
  await mara.menuItem('Remove from room').click();
  await visit('call-remove', mara);
  await mara.page.keyboard.press('Escape');
  await remove(mara, tomas);
  await expect(tomas.heading('You were removed from this room')).toBeVisible();
  await visit('removed', tomas);

  const dialog = await openSettings(mara);
  await visit('room-settings', mara);
  await dialog.getByRole('button', { name: 'Make host link' }).click();
  await dialog.getByRole('button', { name: 'What hosts did' }).click();
  await expect(dialog.getByText('Mara removed Tomás')).toBeVisible();
  await dialog.getByText('Mara muted Tomás').scrollIntoViewIfNeeded();
  await visit('room-settings-end', mara);
  await dialog.getByRole('button', { name: 'Change link' }).click();
  await visit('room-link', mara);
  await mara.page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Delete room' }).click();
  await visit('room-delete', mara);
  await mara.page.keyboard.press('Escape');
  await mara.page.keyboard.press('Escape');
  await mara.closePanels();
  await mara.choose('More', 'Suspend everything');
  await visit('call-suspend', mara);
}
