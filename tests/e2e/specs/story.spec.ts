import { expect, test } from '../support/test';

test('the whole story: a room, a lobby, a talk, an end, a week later', async ({ person }) => {
  const [host, guest] = [await person('Mara'), await person('Tomás')];
  await host.page.goto('/');
  await host.page.getByRole('textbox', { name: 'Room title (optional)' }).fill('Design review');
  await host.page.getByRole('button', { name: 'Start room' }).click();
  await host.page.getByRole('textbox', { name: 'Your name' }).fill('Mara');
  await host.page.getByRole('button', { name: 'Join now' }).click();
  await expect(
    host.page.getByRole('heading', { name: 'You are the first one here' }),
  ).toBeVisible();
  const link = await host.page.getByTestId('room-link').innerText();

  await host.page.getByRole('button', { name: 'More', exact: true }).click();
  await host.page.getByRole('menuitem', { name: 'Room settings' }).click();
  await host.page.getByRole('switch', { name: 'Lobby' }).check();
  await host.page.getByRole('button', { name: 'Save' }).click();
  await guest.page.goto(link);
  await guest.page.getByRole('textbox', { name: 'Your name' }).fill('Tomás');
  await guest.page.getByRole('button', { name: 'Ask to join' }).click();
  await host.page.getByRole('button', { name: /^People/ }).click();
  await host.panel('People').getByRole('button', { name: 'Admit Tomás' }).click();
  await expect(guest.page.getByRole('group', { name: /^Mara,/ })).toHaveAttribute(
    'data-state',
    'connected',
  );

  await guest.page.getByRole('button', { name: 'Mute microphone' }).click();
  await expect(host.page.getByRole('group', { name: /^Tomás,.* muted/ })).toBeVisible();
  await guest.page
    .getByRole('toolbar', { name: 'Call controls' })
    .getByRole('button', { name: /^Chat/ })
    .click();
  await guest.page.getByRole('textbox', { name: 'Message' }).fill('Hello');
  await guest.page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(guest.page.getByRole('article', { name: /^Message from you/ })).toHaveAttribute(
    'data-state',
    'sent',
  );

  await host.page.getByRole('switch', { name: 'Lock room' }).check();
  await host.page
    .getByRole('list', { name: 'Roster' })
    .getByRole('button', { name: 'More for Tomás' })
    .click();
  await host.page.getByRole('menuitem', { name: 'Remove from room' }).click();
  await host.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(
    guest.page.getByRole('heading', { name: 'You were removed from this room' }),
  ).toBeVisible();
  await host.page.getByRole('button', { name: 'Leave options' }).click();
  await host.page.getByRole('menuitem', { name: 'End call for everyone' }).click();
  await host.page.getByRole('alertdialog').getByRole('button', { name: 'End call' }).click();
  await host.page.getByRole('link', { name: 'Read history' }).click();
  await host.page.getByRole('searchbox', { name: 'Search messages' }).fill('Hello');
  await expect(host.page.getByRole('status').filter({ hasText: 'Result 1 of 1' })).toBeVisible();
});

test('what does not work yet is not there', async ({ person }) => {
  const mara = await person('Mara');
  await mara.host();
  await mara.openChat();
  await mara.button('More').click();
  for (const name of ['Attach file', 'Insert emoji']) {
    await expect(mara.page.getByRole('button', { name })).toHaveCount(0);
    await expect(mara.menuItem(name)).toHaveCount(0);
  }
});
