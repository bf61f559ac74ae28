import type { Page } from '@playwright/test';
import { ask, openSettings, turnLobbyOn } from '../support/hosting';
import { expectEverybodySeesAndHears } from '../support/media';
import { Network } from '../support/network';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

const pathOf = (page: Page): string => new URL(page.url()).pathname;

/** Answers with the room's new path. */
async function changeLink(host: Person): Promise<string> {
  const former = pathOf(host.page);
  const dialog = await openSettings(host);
  await dialog.getByRole('button', { name: 'Change link' }).click();
  await host.page
    .getByRole('alertdialog', { name: 'Change the link of this room?' })
    .getByRole('button', { name: 'Change link' })
    .click();
  await expect(host.status('Link changed')).toBeVisible();
  await expect.poll(() => pathOf(host.page)).not.toBe(former);
  await expect(dialog.getByText(pathOf(host.page))).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  return pathOf(host.page);
}

test('the old link ends, and the call goes on under the new one', async ({ person }) => {
  const [mara, tomas, eve] = [await person('Mara'), await person('Tomás'), await person('Eve')];
  const old = await mara.host('Weekly planning');
  await tomas.join(old);
  await mara.sees(tomas);
  await tomas.openChat();
  await tomas.composer.fill('Half a thought');

  const link = await changeLink(mara);
  await expect.poll(() => pathOf(tomas.page)).toBe(link);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);

  eve.watch.expect(/status of 404/);
  await eve.page.goto(old);
  await expect(eve.heading('Room not found')).toBeVisible();
  await eve.join(link);
  await tomas.sees(mara, eve);

  await tomas.page.reload();
  await mara.sees(tomas, eve);
  expect(pathOf(tomas.page)).toBe(link);
  await tomas.openChat();
  await expect(tomas.composer).toHaveValue('Half a thought');
  await tomas.leave();
  await tomas.button('Rejoin').click();
  await mara.sees(tomas, eve);
});

test('who waits is turned away', async ({ person }) => {
  const [mara, yuki] = [await person('Mara'), await person('Yuki')];
  const old = await mara.host('Weekly planning');
  await turnLobbyOn(mara);
  await ask(yuki, old);
  await expect(mara.button('Admit Yuki').first()).toBeVisible();

  await changeLink(mara);
  await expect(yuki.heading('Room not found')).toBeVisible();
  await expect(mara.button('Admit Yuki')).toHaveCount(0);
});

test('who was cut off meanwhile is back in the seat, under the new link', async ({
  person,
  server,
}) => {
  const network = await Network.to(server.url);
  const [mara, tomas] = [await person('Mara'), await person('Tomás', { baseURL: network.url })];
  const room = await mara.host('Weekly planning');
  await tomas.join(room);
  await mara.sees(tomas);

  tomas.watch.expectOutage();
  network.cut();
  const link = await changeLink(mara);
  network.mend();
  await expect.poll(() => pathOf(tomas.page)).toBe(link);
  await tomas.sees(mara);
  await tomas.openChat();
  await tomas.say('Back again');
  network.close();
});
