import type { Person } from '../support/person';
import { expect, test } from '../support/test';

/** Presses Tab until the control has focus; fails when it is out of reach. */
async function tabTo(one: Person, role: 'button' | 'link' | 'textbox', name: string | RegExp) {
  const target = one.page.getByRole(role, { name, exact: true });
  await expect(target).toBeVisible();
  for (let press = 0; press < 40; press += 1) {
    await one.page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
  }
  throw new Error(`Tab never reached ${role} ${String(name)}`);
}

test('from the home page to a call, a message and away, by keyboard alone', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const { keyboard } = mara.page;
  await mara.page.goto('/');
  await keyboard.press('Tab');
  await expect(mara.link('Skip to content')).toBeFocused();

  await tabTo(mara, 'textbox', 'Room title (optional)');
  await keyboard.type('Design review');
  await keyboard.press('Enter');
  await expect(mara.heading('Design review')).toBeVisible();
  const room = new URL(mara.page.url()).pathname;

  await tabTo(mara, 'textbox', 'Your name');
  await keyboard.type('Mara');
  await tabTo(mara, 'button', 'Join now');
  await keyboard.press('Enter');
  await expect(mara.controls).toBeVisible();
  await tomas.join(room);
  await mara.sees(tomas);

  await keyboard.press('d');
  await expect(mara.button('Unmute microphone')).toBeVisible();
  await keyboard.press('e');
  await expect(mara.button('Turn camera on')).toBeVisible();
  await keyboard.press('h');
  await expect(mara.button('Lower hand')).toBeVisible();

  await keyboard.press('c');
  await expect(mara.composer).toBeFocused();
  await keyboard.type('Typed, d and e included');
  await keyboard.press('Enter');
  await expect(mara.message('Typed, d and e included')).toHaveAttribute('data-state', 'sent');
  await keyboard.press('Escape');
  await expect(mara.composer).toBeHidden();
  await expect(mara.button('Unmute microphone')).toBeVisible();

  await keyboard.press('p');
  await expect(mara.page.getByRole('complementary', { name: 'People' })).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('Shift+L');
  await expect(mara.heading('You left Design review')).toBeVisible();
  await tabTo(mara, 'link', 'Read history');
  await keyboard.press('Enter');
  await expect(mara.message('Typed, d and e included')).toBeVisible();
});

test('the control bar is one tab stop with arrow keys inside', async ({ person }) => {
  const mara = await person('Mara');
  await mara.host();
  const { keyboard } = mara.page;
  await tabTo(mara, 'button', 'Mute microphone');
  await keyboard.press('ArrowRight');
  await expect(mara.button('Microphone and speaker options')).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(mara.button('Mute microphone')).toBeFocused();
  await keyboard.press('Tab');
  await expect(mara.controls.locator(':focus')).toHaveCount(0);
});

test('menus work with arrows, Enter and Escape, and give focus back', async ({ person }) => {
  const mara = await person('Mara');
  await mara.host();
  const { keyboard } = mara.page;
  await mara.button('React').focus();
  await keyboard.press('Enter');
  await expect(mara.page.getByRole('menu', { name: 'Reactions' })).toBeVisible();
  await expect(mara.page.getByRole('menuitem', { name: 'Thumbs up' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(mara.page.getByRole('menu')).toHaveCount(0);
  await expect(mara.button('React')).toBeFocused();

  await mara.button('More').focus();
  await keyboard.press('Enter');
  await keyboard.press('End');
  await expect(mara.page.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeFocused();
  await keyboard.press('Enter');
  const dialog = mara.page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(mara.button('More')).toBeFocused();
});

test('single keys can be switched off', async ({ person }) => {
  const mara = await person('Mara');
  await mara.host();
  await mara.choose('More', 'Keyboard shortcuts');
  await mara.page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await mara.page.keyboard.press('Escape');
  await mara.page.keyboard.press('d');
  await mara.page.keyboard.press('c');
  await expect(mara.composer).toHaveCount(0);
  await expect(mara.button('Mute microphone')).toBeVisible();
});
