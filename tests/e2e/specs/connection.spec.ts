import { barriers } from '../support/axe';
import { pasted } from '../support/clipboard';
import { expect, test } from '../support/test';

test('everybody sees how the connection to each of the others does, and can tell it without names', async ({
  person,
}) => {
  test.slow();
  const [mara, tomas, yuki] = [await person('Mara'), await person('Tomás'), await person('Yuki')];
  await mara.context.grantPermissions(['clipboard-write']);
  const room = await mara.host();
  await tomas.join(room);
  await yuki.join(room);
  await mara.sees(tomas, yuki);

  await mara.button(/^Your connection, (good|fair|poor)$/).click();
  const dialog = mara.page.getByRole('dialog', { name: 'Connection' });
  const rows = dialog.getByRole('row').filter({ has: mara.page.getByRole('rowheader') });
  await expect(rows).toHaveCount(2);
  for (const [index, name] of ['Tomás', 'Yuki'].entries()) {
    const row = rows.nth(index);
    await expect(row.getByRole('rowheader')).toContainText(name);
    await expect(row.getByRole('rowheader')).toContainText(/\d+ × \d+, \w+, [\d,.]+ kbit\/s/);
    await expect(row.getByRole('cell', { name: 'Direct' })).toBeVisible();
    await expect(row.getByRole('cell', { name: /^\d+ ms$/ })).toBeVisible();
    await expect(row.getByRole('cell', { name: /^\d+ %$/ })).toBeVisible();
  }
  expect(await barriers(mara.page)).toEqual([]);
  await mara.page.setViewportSize({ width: 390, height: 844 });
  expect(await barriers(mara.page)).toEqual([]);
  await mara.page.setViewportSize({ width: 1280, height: 720 });

  await dialog.getByRole('button', { name: 'Copy report' }).click();
  await expect(mara.status('Report copied')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const report = await pasted(mara.page);
  expect(report).toMatch(/^1: connected, \w+; direct udp; \d+ ms; [\d.]+ % lost; receives /);
  expect(report).not.toMatch(/Mara|Tomás|Yuki|127\.0\.0\.1/);
});
