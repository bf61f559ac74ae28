import path from 'node:path';
import { barriers } from '../support/axe';
import { changeSettings, doTo } from '../support/hosting';
import { disobey, sent } from '../support/hostile';
import { audible } from '../support/media';
import {
  drawScreen,
  energies,
  expectToMove,
  screenOf,
  share,
  stopFromTheBar,
} from '../support/screen';
import { expect, test } from '../support/test';

const second = { timeout: 1_000, intervals: [25] };

test('a screen of the browser is seen and heard beside the camera', async ({ person }) => {
  test.slow();
  const [mara, yuki] = [await person('Mara'), await person('Yuki')];
  await yuki.join(await mara.host());
  await mara.sees(yuki);

  await yuki.page.keyboard.press('s');
  await expect(screenOf(yuki, yuki)).toBeVisible();
  await expectToMove(screenOf(mara, yuki));
  await expect(mara.status('Yuki is sharing')).toBeAttached();
  await expect(mara.tile(yuki).locator('video')).toBeVisible();
  await expect.poll(() => audible(mara.page)).toBe(2);
  await expect
    .poll(async () => (await energies(mara.page)).filter((energy) => energy > 0).length)
    .toBe(2);
  expect(await audible(yuki.page), 'nobody hears their own share').toBe(1);

  await yuki.button('Stop sharing').click();
  await expect(screenOf(mara, yuki)).toHaveCount(0);
  await expect.poll(() => audible(mara.page)).toBe(1);
  await mara.sees(yuki);
});

test('screens stand large in their own ratio, for who comes later and comes back too', async ({
  person,
}) => {
  test.slow();
  const mara = await person('Mara');
  const yuki = await person('Yuki', { before: drawScreen });
  const tomas = await person('Tomás', { before: drawScreen });
  const room = await mara.host();
  await yuki.join(room);
  await mara.sees(yuki);

  await share(yuki);
  const main = screenOf(mara, yuki);
  await expectToMove(main);
  const ratio = async () => {
    const box = await main.boundingBox();
    return box ? box.width / box.height : 0;
  };
  await expect.poll(ratio).toBeCloseTo(1.25, 1);

  await tomas.join(room);
  await expectToMove(screenOf(tomas, yuki));

  await share(tomas);
  await expectToMove(screenOf(mara, tomas));
  await expectToMove(screenOf(mara, yuki));
  const width = async (of: typeof yuki) => (await screenOf(mara, of).boundingBox())?.width ?? 0;
  await expect.poll(() => width(yuki)).toBeLessThan(300);
  expect(await width(tomas), 'the newest one is the main tile').toBeGreaterThan(700);

  await mara.page.reload();
  await expectToMove(screenOf(mara, yuki));
  await expectToMove(screenOf(mara, tomas));

  await stopFromTheBar(tomas);
  await expect(screenOf(mara, tomas)).toHaveCount(0);
  await expect(tomas.button('Share screen')).toBeVisible();
  await expectToMove(screenOf(mara, yuki));

  await main.getByRole('button', { name: 'Full screen' }).click();
  await expect(main.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  await main.getByRole('button', { name: 'Leave full screen' }).click();
  await expect(main.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
});

test('hosts stop a screen, and keep screens to themselves', async ({ person }) => {
  test.slow();
  const mara = await person('Mara', { before: drawScreen });
  const yuki = await person('Yuki', { before: drawScreen });
  await yuki.join(await mara.host());
  await mara.sees(yuki);

  await share(yuki);
  await expect(screenOf(mara, yuki)).toBeVisible();
  await doTo(mara, yuki, 'Stop sharing');
  await expect(yuki.status('Mara stopped your screen share')).toBeAttached();
  await expect(screenOf(yuki, yuki)).toHaveCount(0);
  await expect(screenOf(mara, yuki)).toHaveCount(0);

  await share(yuki);
  await expect(screenOf(mara, yuki)).toBeVisible();
  await changeSettings(mara, (dialog) =>
    dialog.getByRole('switch', { name: 'Participants may share screens' }).uncheck(),
  );
  await expect(yuki.status('Hosts decide who may share screens.')).toBeAttached();
  await expect(screenOf(mara, yuki)).toHaveCount(0);
  await expect(yuki.button('Share screen')).toHaveCount(0);
  await share(mara);
  await expectToMove(screenOf(yuki, mara));
});

test('a screen that the room does not know of is neither seen nor heard', async ({ person }) => {
  test.slow();
  const mara = await person('Mara');
  const mallory = await person('Mallory', { before: disobey });
  await mallory.join(await mara.host());
  await mara.sees(mallory);
  await share(mallory);
  await expectToMove(screenOf(mara, mallory));
  await expect.poll(() => audible(mara.page)).toBe(2);

  await mara.openPeople();
  await doTo(mara, mallory, 'Stop sharing');
  await expect(screenOf(mara, mallory)).toHaveCount(0, second);
  const before = await sent(mallory.page);
  await expect
    .poll(async () => (await sent(mallory.page)).frames, { message: 'it goes on sending' })
    .toBeGreaterThan(before.frames + 20);
  await expect(screenOf(mara, mallory)).toHaveCount(0);
  expect(await audible(mara.page)).toBe(1);
});

for (const [size, options] of [
  ['desktop', { viewport: { width: 1440, height: 900 } }],
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
] as const) {
  test(`a shared screen has no barrier on a ${size} screen`, async ({ person }) => {
    test.slow();
    const mara = await person('Mara', options);
    const yuki = await person('Yuki', { before: drawScreen });
    const tomas = await person('Tomás');
    const room = await mara.host();
    await yuki.join(room);
    await tomas.join(room);
    await share(yuki);
    await expectToMove(screenOf(mara, yuki));
    for (const colorScheme of ['light', 'dark'] as const) {
      await mara.page.emulateMedia({ colorScheme });
      const file = `../screenshots/share-${size}-${colorScheme}.png`;
      await mara.page.screenshot({ path: path.resolve(import.meta.dirname, file) });
      expect(await barriers(mara.page)).toEqual([]);
    }
  });
}
