import type { Page } from '@playwright/test';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';
import { tourCall, tourOutside } from '../support/tour';
import { phrases, template } from '../support/words';

const placeholder = /\{\w+\}/g;

/** English phrases that read differently in German, long enough not to match what people wrote. */
const onlyEnglish = phrases
  .filter(({ english, german }) => english !== german)
  .filter(
    ({ english }) => !english.includes('{') || /\p{L}{4}/u.test(english.replace(placeholder, '')),
  )
  .map(({ english }) => template(english));

const german = new Set(phrases.map((phrase) => phrase.german));

async function findEnglish(state: string, { page }: Person): Promise<void> {
  expect.soft(await page.locator('html').getAttribute('lang'), state).toBe('de');
  const texts = (await readable(page)).filter((text) => !german.has(text));
  const found = texts.filter((text) => onlyEnglish.some((phrase) => phrase.test(text)));
  expect.soft(found, `${state}: English on a German page`).toEqual([]);
}

/** All that is read on the page, by eye or by ear. */
function readable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const texts: string[] = [document.title];
    for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
      for (const name of ['aria-label', 'aria-roledescription', 'placeholder', 'title', 'alt']) {
        texts.push(element.getAttribute(name) ?? '');
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && element.checkVisibility()) {
          texts.push(node.nodeValue ?? '');
        }
      }
    }
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  });
}

test('pages around a call are German for who reads German', async ({ person }) => {
  test.setTimeout(90_000);
  await tourOutside(person, { language: 'de' }, findEnglish);
});

test('a call is German for who reads German', async ({ person }) => {
  test.setTimeout(90_000);
  await tourCall(person, { language: 'de' }, findEnglish);
});

test('the language can be chosen and stays', async ({ person }) => {
  const mara = await person('Mara');
  await mara.page.goto('/');
  await mara.button('Settings').click();
  await mara.page.getByRole('tab', { name: 'Appearance' }).click();
  await mara.page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(mara.page.locator('html')).toHaveAttribute('lang', 'de');
  await mara.page.reload();
  await expect(mara.page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(mara.heading('Meet in a room that remembers.')).toHaveCount(0);
});
