import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

/** Asks to join and waits in the lobby. */
export async function ask(guest: Person, room: string): Promise<void> {
  await guest.page.goto(room);
  await guest.fillName();
  await guest.button('Ask to join').click();
  await expect(guest.heading('You are in the lobby')).toBeVisible();
}

/** Changes what the dialog `Room settings` shows, and saves it. */
export async function changeSettings(
  host: Person,
  change: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const dialog = await openSettings(host);
  await change(dialog);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

export async function openSettings(host: Person): Promise<Locator> {
  await host.closePanels();
  await host.choose('More', 'Room settings');
  const dialog = host.page.getByRole('dialog', { name: 'Room settings' });
  await expect(dialog.getByRole('switch', { name: 'Lobby' })).toBeVisible();
  return dialog;
}

export async function turnLobbyOn(host: Person): Promise<void> {
  await changeSettings(host, (dialog) => dialog.getByRole('switch', { name: 'Lobby' }).check());
}

/** Opens the menu about somebody in the people panel. */
export async function openMenuOf(host: Person, { name }: Person): Promise<void> {
  await host.openPeople();
  await host.page
    .getByRole('list', { name: 'Roster' })
    .getByRole('button', { name: `More for ${name}` })
    .click();
}

export async function doTo(host: Person, guest: Person, item: string): Promise<void> {
  await openMenuOf(host, guest);
  await host.menuItem(item).click();
}

export async function remove(host: Person, guest: Person, deleteMessages = false): Promise<void> {
  await doTo(host, guest, 'Remove from room');
  const question = host.page.getByRole('alertdialog', { name: `Remove ${guest.name}?` });
  if (deleteMessages) {
    await question.getByRole('checkbox', { name: /^Delete/ }).check();
  }
  await question.getByRole('button', { name: 'Remove' }).click();
}
