import type { Page } from '@playwright/test';
import { drawnCamera, plugIn, pluggable, pullOut } from '../support/devices';
import { expectEverybodySeesAndHears, negotiations, type Recorded } from '../support/media';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

const other = {
  // The one between is a kind of camera that Chromium sends to nobody.
  camera: 'fake_device_2',
  microphone: 'Fake Audio Input 2',
  speaker: 'Fake Audio Output 2',
} as const;

async function pick({ page }: Person, menu: string, label: string): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitemradio', { name: label, exact: true }).click();
}

const checked = async ({ page }: Person, menu: string): Promise<string[]> => {
  await page.getByRole('button', { name: menu, exact: true }).click();
  const all = await page.getByRole('menuitemradio', { checked: true }).allInnerTexts();
  await page.keyboard.press('Escape');
  return all.map((text) => text.trim());
};

/** Where what others say comes out. */
const sinks = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { elements } = (window as unknown as Recorded).recordedMedia;
    return [...elements]
      .filter((element) => element.localName === 'audio' && element.srcObject !== null)
      .map((element) => element.sinkId);
  });

test('microphone, camera and speaker change in the call, and nothing is negotiated', async ({
  person,
}) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await tomas.join(room);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  const before = [await negotiations(mara.page), await negotiations(tomas.page)];
  expect(before[0]).toBeGreaterThan(0);

  await pick(mara, 'Camera options', other.camera);
  await pick(mara, 'Microphone and speaker options', other.microphone);
  await pick(mara, 'Microphone and speaker options', other.speaker);
  expect(await checked(mara, 'Camera options')).toEqual([other.camera]);
  expect(await checked(mara, 'Microphone and speaker options')).toEqual([
    other.microphone,
    other.speaker,
  ]);
  await expect.poll(() => sinks(mara.page)).not.toContain('');
  await mara.button('Microphone and speaker options').click();
  await mara.menuItem('Audio settings').click();
  for (const name of ['Echo cancellation', 'Light noise suppression', 'Automatic gain']) {
    await mara.page.getByRole('switch', { name, exact: true }).click();
  }
  await mara.page.keyboard.press('Escape');
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  expect([await negotiations(mara.page), await negotiations(tomas.page)]).toEqual(before);
});

test('how a microphone is set is kept for that microphone', async ({ person }) => {
  const mara = await person('Mara');
  await mara.host();
  const echo = mara.page.getByRole('switch', { name: 'Echo cancellation' });
  const settings = () => mara.choose('Microphone and speaker options', 'Audio settings');
  await settings();
  await echo.click();
  await mara.page.keyboard.press('Escape');
  await pick(mara, 'Microphone and speaker options', other.microphone);
  await settings();
  await expect(echo).toBeChecked();
  await mara.page.reload();
  await expect(mara.controls).toBeVisible();
  await mara.button('Microphone and speaker options').click();
  await mara.page.getByRole('menuitemradio').first().click();
  await settings();
  await expect(echo).not.toBeChecked();
});

test('a device that is pulled out is replaced, and offered when it comes back', async ({
  person,
}) => {
  const [mara, tomas] = [await person('Mara', { before: pluggable }), await person('Tomás')];
  const room = await mara.host();
  await tomas.join(room);
  await pick(mara, 'Camera options', other.camera);
  await pick(mara, 'Microphone and speaker options', other.microphone);
  await mara.button('Mute microphone').click();
  await expectEverybodySees(mara, tomas);
  const before = await negotiations(mara.page);

  await pullOut(mara.page, other.camera);
  await expect(mara.status(/^fake_device_2 is gone\. Using fake_device_0\.$/)).toBeVisible();
  await pullOut(mara.page, other.microphone);
  await expect(mara.status(/^Fake Audio Input 2 is gone\. Using .+\.$/)).toBeVisible();
  await expect(mara.button('Unmute microphone')).toBeVisible();
  await expectEverybodySees(mara, tomas);

  await plugIn(mara.page, other.camera);
  await expect(mara.status('fake_device_2 is plugged in.')).toBeVisible();
  await mara.button('Use it').click();
  await expect.poll(() => checked(mara, 'Camera options')).toEqual([other.camera]);
  expect(await negotiations(mara.page)).toBe(before);
});

async function expectEverybodySees(mara: Person, tomas: Person): Promise<void> {
  const video = tomas.tile(mara).locator('video');
  const frames = () =>
    video.evaluate((one: HTMLVideoElement) => one.getVideoPlaybackQuality().totalVideoFrames);
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before);
}

test('the space bar unmutes while it is held, and never for longer', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await tomas.join(room);
  await mara.sees(tomas);
  const { keyboard } = mara.page;
  const [muted, heard] = [mara.button('Unmute microphone'), mara.button('Mute microphone')];
  await keyboard.press('d');
  await expect(muted).toBeVisible();
  await mara.page.getByRole('main').focus();

  await keyboard.down('Space');
  await expect(heard).toBeVisible();
  await expect(tomas.tile(mara)).toHaveAccessibleName(/microphone on/);
  await keyboard.up('Space');
  await expect(muted).toBeVisible();
  await expect(tomas.tile(mara)).toHaveAccessibleName(/muted/);

  for (const leave of ['blur', 'visibilitychange']) {
    await keyboard.down('Space');
    await expect(heard).toBeVisible();
    await mara.page.evaluate((kind) => {
      (kind === 'blur' ? window : document).dispatchEvent(new Event(kind));
    }, leave);
    await expect(muted).toBeVisible();
    await keyboard.up('Space');
  }

  await mara.openChat();
  await mara.composer.focus();
  await keyboard.down('Space');
  await keyboard.up('Space');
  await expect(mara.composer).toHaveValue(' ');
  await expect(muted).toBeVisible();
});

test('a black picture is told of, before the call and in it', async ({ person }) => {
  const mara = await person('Mara');
  await mara.context.addInitScript(drawnCamera, 'cover' as const);
  const words = 'Your camera sends a black picture. Open its cover, or choose another camera.';
  await mara.startRoom();
  await expect(mara.page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  await mara.joinHere();
  await mara.page.reload();
  await expect(mara.status(words)).toBeVisible();
});
