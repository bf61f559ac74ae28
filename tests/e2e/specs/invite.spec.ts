import { readFile } from 'node:fs/promises';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { pasted } from '../support/clipboard';
import { expect, test } from '../support/test';

test('the empty room offers its link as text, code, mail and calendar entry', async ({
  person,
}) => {
  const mara = await person('Mara');
  await mara.context.grantPermissions(['clipboard-write']);
  const room = await mara.host('Design review');
  const link = new URL(room, mara.page.url()).href;
  await expect(mara.heading('You are the first one here')).toBeVisible();
  await expect(mara.page.getByTestId('room-link')).toHaveText(link);

  const card = mara.page.getByRole('region', { name: 'You are the first one here' });
  await card.getByRole('button', { name: 'Copy link' }).click();
  await expect(mara.status('Link copied').first()).toBeAttached();
  expect(await pasted(mara.page)).toBe(link);

  const picture = card.getByRole('img', { name: 'QR code of the room link' });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  const { data, width, height } = PNG.sync.read(await picture.screenshot({ scale: 'device' }));
  expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(link);

  const mail = await card.getByRole('link', { name: 'Email' }).getAttribute('href');
  expect(mail).toMatch(/^mailto:\?/);
  expect(decodeURIComponent(mail ?? '')).toContain(link);

  const download = mara.page.waitForEvent('download');
  await card.getByRole('link', { name: 'Calendar' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/\.ics$/);
  const calendar = await readFile(await file.path(), 'utf8');
  expect(calendar).toMatch(/^BEGIN:VCALENDAR/);
  expect(calendar.replace(/\r?\n[ \t]/g, '')).toContain(link);
});

test('the card leaves when somebody comes, and the link stays at hand', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  await mara.context.grantPermissions(['clipboard-write']);
  await tomas.join(await mara.host());
  await expect(mara.heading('You are the first one here')).toBeHidden();

  await mara.page.getByRole('banner').getByRole('button', { name: 'Copy link' }).click();
  await expect(mara.status('Link copied').first()).toBeAttached();
  expect(await pasted(mara.page)).toBe(mara.page.url());

  await mara.openPeople();
  await mara.button('Invite').click();
  const dialog = mara.page.getByRole('dialog', { name: 'Invite people' });
  await expect(dialog.getByRole('img', { name: 'QR code of the room link' })).toBeVisible();
  await mara.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(mara.button('Invite')).toBeFocused();
});
