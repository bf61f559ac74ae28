import { ask, changeSettings, doTo, openSettings, turnLobbyOn } from '../support/hosting';
import { expect, test } from '../support/test';

test('who waits sees nothing of the room and is let in by a host', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host('Design review');
  await changeSettings(mara, async (dialog) => {
    await dialog.getByRole('switch', { name: 'Lobby' }).check();
    await dialog.getByRole('textbox', { name: 'Message to the lobby' }).fill('Two minutes more.');
  });
  await mara.openChat();
  await mara.say('Only for who is inside');

  await ask(tomas, room);
  await expect(tomas.status('Waiting for a host')).toBeVisible();
  await expect(tomas.page.getByText('Two minutes more.')).toBeVisible();
  await expect(tomas.page.getByText('Only for who is inside')).toHaveCount(0);
  await expect(tomas.tiles).toHaveCount(0);

  await expect(mara.button(/^People, 1 in the room, 1 in the lobby/)).toBeVisible();
  await mara.status('Tomás asks to join').getByRole('button', { name: 'Admit Tomás' }).click();
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  await tomas.openChat();
  await expect(tomas.message('Only for who is inside')).toBeVisible();
});

test('a denied guest is told, and may ask again only after a while', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await turnLobbyOn(mara);
  await ask(tomas, room);
  await mara.openPeople();
  await mara.button('Deny Tomás').click();
  await expect(tomas.heading('A host did not let you in')).toBeVisible();
  await expect(mara.page.getByRole('region', { name: /^In the lobby/ })).toHaveCount(0);

  await tomas.page.goto(room);
  await expect(tomas.heading('A host did not let you in')).toBeVisible();
});

test('everybody who waits comes in at once, and who left the lobby is gone', async ({ person }) => {
  const [mara, tomas, yuki] = [await person('Mara'), await person('Tomás'), await person('Yuki')];
  const priya = await person('Priya');
  const room = await mara.host();
  await turnLobbyOn(mara);
  for (const guest of [tomas, yuki, priya]) {
    await ask(guest, room);
  }
  await mara.openPeople();
  await expect(mara.page.getByRole('region', { name: 'In the lobby (3)' })).toBeVisible();
  await priya.button('Leave lobby').click();
  await expect(mara.page.getByRole('region', { name: 'In the lobby (2)' })).toBeVisible();
  await mara.panel('People').getByRole('button', { name: 'Admit all' }).click();
  await mara.sees(tomas, yuki);
  await expect(mara.page.getByRole('region', { name: /^In the lobby/ })).toHaveCount(0);
});

test('a reload keeps the place in the lobby, and turning it off lets all in', async ({
  person,
}) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await turnLobbyOn(mara);
  await ask(tomas, room);
  await tomas.page.reload();
  await tomas.button('Ask to join').click();
  await expect(tomas.heading('You are in the lobby')).toBeVisible();
  await expect(mara.button(/, 1 in the lobby/)).toBeVisible();

  await changeSettings(mara, (dialog) => dialog.getByRole('switch', { name: 'Lobby' }).uncheck());
  await mara.sees(tomas);
});

test('a lobby says that no host is there, and the host who comes sees who waits', async ({
  person,
}) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host('Design review');
  await turnLobbyOn(mara);
  await mara.leave();
  await ask(tomas, room);
  await expect(tomas.page.getByText(/^No host of Design review is here yet/)).toBeVisible();

  await mara.button('Rejoin').click();
  await expect(tomas.page.getByText(/^The hosts of Design review know/)).toBeVisible();
  await mara.openPeople();
  await mara.panel('People').getByRole('button', { name: 'Admit Tomás' }).click();
  await mara.sees(tomas);
});

test('a locked room lets nobody in but whoever was admitted', async ({ person }) => {
  const [mara, tomas, yuki] = [await person('Mara'), await person('Tomás'), await person('Yuki')];
  const room = await mara.host();
  await tomas.join(room);
  await mara.openPeople();
  const lock = mara.page.getByRole('switch', { name: 'Lock room' });
  await lock.check();
  await expect(lock).toBeChecked();

  await yuki.page.goto(room);
  await expect(yuki.heading('This room is locked')).toBeVisible();
  await expect(yuki.link('Back to home')).toBeVisible();

  await tomas.leave();
  await tomas.button('Rejoin').click();
  await mara.sees(tomas);
});

test('a password is asked, wrong ones are refused, and who knows it comes in', async ({
  person,
}) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await changeSettings(mara, (dialog) =>
    dialog.getByRole('textbox', { name: 'Room password' }).fill('open sesame'),
  );
  await tomas.page.goto(room);
  await tomas.fillName();
  const password = tomas.textbox('Room password');
  await password.fill('guess');
  await tomas.button('Join now').click();
  await expect(tomas.page.getByText('That password is not right.')).toBeVisible();
  await password.fill('open sesame');
  await tomas.button('Join now').click();
  await mara.sees(tomas);

  const dialog = await openSettings(mara);
  await expect(dialog.getByRole('textbox', { name: 'Room password' })).toHaveValue('');
  await dialog.getByRole('button', { name: 'Remove password' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
});

test('a host made in the call keeps the right after a reload', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await tomas.join(room);
  await mara.sees(tomas);
  await doTo(mara, tomas, 'Make host');
  await expect(tomas.status('Mara made you a host')).toBeVisible();
  await tomas.page.reload();
  await mara.sees(tomas);
  await openSettings(tomas);
  await tomas.page.keyboard.press('Escape');
  await doTo(mara, tomas, 'Remove as host');
  await tomas.button('More').click();
  await expect(tomas.menuItem('Room history')).toBeVisible();
  await expect(tomas.menuItem('Room settings')).toHaveCount(0);
});
