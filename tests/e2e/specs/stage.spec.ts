import path from 'node:path';
import type { Locator } from '@playwright/test';
import { barriers } from '../support/axe';
import { Crowd, crowded } from '../support/crowd';
import { sounding } from '../support/devices';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

const folder = path.resolve(import.meta.dirname, '../screenshots');
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

type Open = (name: string, options?: object) => Promise<Person>;

/** Mara, seen by the tests, and two others. */
async function meet(
  person: Open,
  options = {},
  others = {},
): Promise<readonly [Person, Person, Person]> {
  const people = [
    await person('Mara', options),
    await person('Tomás', others),
    await person('Yuki', others),
  ] as const;
  const [mara, tomas, yuki] = people;
  const room = await mara.host('Design review');
  await tomas.join(room);
  await yuki.join(room);
  await mara.sees(tomas, yuki);
  return people;
}

/** The tile that is larger than all others, at rest. */
async function expectLarge(whose: Person, tile: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const widths = await whose.tiles.evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect().width),
      );
      const width = await tile.evaluate((one) => one.getBoundingClientRect().width);
      return widths.filter((other) => other >= width).length;
    })
    .toBe(1);
}

const layoutIs = ({ page }: Person, layout: 'grid' | 'spotlight') =>
  expect(page.getByRole('button', { name: `Layout, ${layout}`, exact: true })).toBeVisible();

async function chooseLayout({ page }: Person, opener: RegExp, choice: string): Promise<void> {
  await page.getByRole('button', { name: opener }).click();
  await page.getByRole('menu', { name: 'Layout' }).getByText(choice, { exact: true }).click();
}

const first = ({ tiles }: Person) => tiles.first();

test('one pins by pointer, for oneself alone', async ({ person }) => {
  const [mara, tomas, yuki] = await meet(person);
  await layoutIs(mara, 'grid');
  await mara.tile(tomas).hover();
  await mara.button('Pin Tomás').click();
  await expect(mara.tile(tomas)).toHaveAccessibleName(/, pinned, /);
  await layoutIs(mara, 'spotlight');
  await expectLarge(mara, mara.tile(tomas));
  await expect(yuki.tile(tomas)).not.toHaveAccessibleName(/pinned/);

  await mara.tile(yuki).hover();
  await mara.button('Pin Yuki').click();
  await expectLarge(mara, mara.tile(yuki));
  await expect(mara.tile(tomas)).not.toHaveAccessibleName(/pinned/);
  await mara.tile(yuki).hover();
  await mara.button('Unpin Yuki').click();
  await layoutIs(mara, 'grid');

  // Who is no host has the same in the roster.
  await tomas.openPeople();
  await tomas.page
    .getByRole('list', { name: 'Roster' })
    .getByRole('button', { name: 'More for Yuki' })
    .click();
  await tomas.menuItem('Pin for me').click();
  await expect(tomas.tile(yuki)).toHaveAccessibleName(/, pinned, /);
  await yuki.leave();
  await layoutIs(tomas, 'grid');
});

test('one pins and changes the layout by keyboard', async ({ person }) => {
  const [mara, tomas, yuki] = await meet(person);
  const { keyboard } = mara.page;
  await mara.tile(tomas).focus();
  await keyboard.press('ArrowRight');
  await expect(mara.tile(yuki)).toBeFocused();
  await keyboard.press('Enter');
  await expect(mara.tile(yuki)).toHaveAccessibleName(/, pinned, /);
  await expect(mara.tile(yuki)).toBeFocused();
  await expectLarge(mara, mara.tile(yuki));
  await keyboard.press('ArrowRight');
  await expect(mara.tile(yuki)).not.toBeFocused();

  await keyboard.press('l');
  await layoutIs(mara, 'grid');
  await expect(first(mara)).toHaveAccessibleName(/^Yuki,.* pinned/);
  await keyboard.press('l');
  await layoutIs(mara, 'spotlight');

  await mara.tile(tomas).focus();
  await keyboard.press('m');
  await expect(mara.page.getByRole('menu', { name: 'Tomás' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(mara.tile(tomas)).toHaveAccessibleName(/, pinned, /);
  await mara.tile(tomas).focus();
  await keyboard.press('Enter');
  await expect(mara.tile(tomas)).not.toHaveAccessibleName(/pinned/);
});

test('one pins by touch, and chooses a layout from the menu', async ({ person }) => {
  const [mara, tomas] = await meet(person, phone);
  await mara.tile(tomas).tap();
  await mara.button('Pin Tomás').tap();
  await expect(mara.tile(tomas)).toHaveAccessibleName(/, pinned, /);
  await expectLarge(mara, mara.tile(tomas));

  await mara.choose('More', 'Layout');
  await mara.page.getByRole('menuitemradio', { name: 'Grid' }).tap();
  await expect
    .poll(() => mara.tiles.evaluateAll((all) => new Set(all.map((tile) => tile.clientWidth)).size))
    .toBe(1);
});

test('a layout is remembered, and the own tile can be hidden', async ({ person }) => {
  const [mara, tomas, yuki] = await meet(person);
  await chooseLayout(mara, /^Layout, grid/, 'Spotlight');
  await layoutIs(mara, 'spotlight');
  await expect(mara.tiles).toHaveCount(3);
  await chooseLayout(mara, /^Layout, spotlight/, 'Hide my tile');
  await expect(mara.tiles).toHaveCount(2);
  await expect(mara.tile(mara)).toHaveCount(0);
  await expect(tomas.tile(mara)).toHaveAttribute('data-state', 'connected');

  await mara.page.reload();
  await expect(mara.tile(yuki)).toHaveAttribute('data-state', 'connected');
  await layoutIs(mara, 'spotlight');
  await expect(mara.tiles).toHaveCount(2);
  await mara.button('Layout, spotlight').click();
  const menu = mara.page.getByRole('menu', { name: 'Layout' });
  await expect(menu.getByRole('menuitemradio', { name: 'Spotlight' })).toBeChecked();
  await expect(menu.getByRole('menuitemcheckbox', { name: 'Hide my tile' })).toBeChecked();
  await menu.getByRole('menuitemradio', { name: 'Automatic' }).click();
  await layoutIs(mara, 'grid');
});

test('the spotlight follows who speaks', async ({ person }) => {
  const [mara, tomas, yuki] = await meet(person, {}, { before: sounding });
  await tomas.button('Mute microphone').click();
  await chooseLayout(mara, /^Layout, grid/, 'Spotlight');
  await expect(mara.tile(yuki)).toHaveAccessibleName(/speaking/);
  await expectLarge(mara, mara.tile(yuki));
  await tomas.button('Unmute microphone').click();
  await expect(mara.tile(tomas)).toHaveAccessibleName(/speaking/);
  await expectLarge(mara, mara.tile(yuki));
  await yuki.button('Mute microphone').click();
  await expectLarge(mara, mara.tile(tomas));
});

test('the call stands in a window of its own', async ({ person }) => {
  const [mara, tomas] = await meet(person);
  await mara.tile(tomas).hover();
  await mara.button('Pin Tomás').click();
  const opening = mara.context.waitForEvent('page');
  await mara.choose('More', 'Picture-in-picture');
  const picture = await opening;
  await expect(picture.getByRole('group', { name: /^Tomás,/ })).toBeVisible();
  await expect(picture.locator('video')).toHaveJSProperty('paused', false);
  await expect
    .poll(() => picture.evaluate(() => getComputedStyle(document.body).fontFamily))
    .toBe(await mara.page.evaluate(() => getComputedStyle(document.body).fontFamily));
  expect(await barriers(picture)).toEqual([]);
  await picture.screenshot({ path: path.join(folder, 'call-picture.png') });

  await picture.getByRole('button', { name: 'Mute microphone' }).click();
  await expect(mara.button('Unmute microphone')).toBeVisible();
  await mara.choose('More', 'Close picture-in-picture');
  await expect.poll(() => picture.isClosed()).toBe(true);

  const again = mara.context.waitForEvent('page');
  await mara.choose('More', 'Picture-in-picture');
  const second = await again;
  await second.getByRole('button', { name: 'Leave' }).click();
  await expect(mara.button('Rejoin')).toBeVisible();
  await expect.poll(() => second.isClosed()).toBe(true);
});

test.describe('a crowd', () => {
  test.use({ settings: { ...crowded, Rooms__MediaLimit: '40' } });

  test('stands on pages, turned by keyboard', async ({ ownServer, person }) => {
    const mara = await person('Mara', { baseURL: ownServer.url });
    const room = await mara.host();
    await Crowd.around(ownServer.url, room, async (crowd) => {
      await crowd.come(
        Array.from({ length: 29 }, (_, index) => `Guest ${index + 1}`),
        false,
      );
      await crowd.come(['Late'], false);
      await expect(mara.tiles).toHaveCount(25);
      await expect(mara.tile(mara)).toBeVisible();
      await expect(mara.page.getByText('Page 1 of 2')).toBeVisible();
      await mara.button('Next page').focus();
      await mara.page.keyboard.press('Enter');
      await expect(mara.page.getByText('Page 2 of 2')).toBeVisible();
      await expect(mara.tiles).toHaveCount(6);

      await crowd.each(29, 30, 'RaiseHand');
      await expect(mara.tile('Late')).toHaveCount(0);
      await mara.button('Previous page').click();
      await expect(mara.tile('Late')).toHaveAccessibleName(/hand raised/);

      await mara.tile('Late').focus();
      await mara.page.keyboard.press('Enter');
      await layoutIs(mara, 'spotlight');
      const more = mara.page.getByRole('button', { name: /more in the room$/ });
      await more.click();
      await expect(mara.panel('People')).toBeVisible();
    });
  });
});

const themes = ['light', 'dark'] as const;

async function look(state: string, { page }: Person): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    await page.screenshot({ path: path.join(folder, `stage-${state}-${colorScheme}.png`) });
    expect.soft(await barriers(page), `${state}, ${colorScheme}`).toEqual([]);
  }
}

for (const [size, options] of [
  ['desktop', {}],
  ['phone', phone],
  ['narrow', { viewport: { width: 320, height: 640 } }],
] as const) {
  test(`pins and layouts have no barrier on a ${size} screen`, async ({ person }) => {
    test.setTimeout(90_000);
    const [mara, tomas, yuki] = await meet(person, options);
    await yuki.button('Raise hand').click();
    await mara.tile(tomas).focus();
    await expect(mara.button('Pin Tomás')).toBeVisible();
    await look(`actions-${size}`, mara);
    await mara.page.keyboard.press('Enter');
    await expectLarge(mara, mara.tile(tomas));
    await look(`pinned-${size}`, mara);
    if (size === 'desktop') {
      await mara.button('Layout, spotlight').click();
    } else {
      await mara.choose('More', 'Layout');
    }
    await expect(mara.page.getByRole('menu', { name: 'Layout' })).toBeVisible();
    await look(`layout-${size}`, mara);
  });
}
