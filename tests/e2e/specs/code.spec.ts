import { barriers } from '../support/axe';
import { sitBetween } from '../support/middle';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

const codeButton = (person: Person) => person.button(/^Security code/);

async function openCode(person: Person): Promise<string> {
  await codeButton(person).click();
  const dialog = person.page.getByRole('dialog', { name: 'Security code' });
  await expect(
    dialog.getByRole('list', { name: 'Security code' }).getByRole('listitem'),
  ).toHaveCount(8);
  const digits = await dialog.getByRole('group', { name: 'Security code in digits' }).innerText();
  const pictures = await dialog.getByRole('listitem').allInnerTexts();
  return `${pictures.join(' ')} ${digits.replace(/\s/g, '')}`;
}

test('everybody sees the same code, and it is compared anew when somebody comes or goes', async ({
  person,
}) => {
  test.slow();
  const [mara, tomas, yuki] = [await person('Mara'), await person('Tomás'), await person('Yuki')];
  const room = await mara.host();
  await expect(codeButton(mara)).toHaveCount(0);
  await tomas.join(room);
  await mara.sees(tomas);

  const code = await openCode(mara);
  expect(code).toMatch(/ \d{20}$/);
  expect(await openCode(tomas)).toBe(code);
  expect(await barriers(mara.page)).toEqual([]);
  await mara.button('They match').click();
  await expect(mara.button('Security code, verified')).toBeFocused();
  await tomas.button('Close').click();
  await expect(tomas.button('Security code, not compared yet')).toBeVisible();

  await yuki.join(room);
  await mara.sees(tomas, yuki);
  await expect(mara.status('Yuki joined. Compare the security code again.')).toBeVisible();
  await expect(mara.button('Security code, not compared yet')).toBeVisible();
  const three = await Promise.all([mara, tomas, yuki].map(openCode));
  expect(new Set(three).size).toBe(1);
  expect(three[0]).not.toBe(code);

  await mara.button('They match').click();
  await yuki.button('Close').click();
  await yuki.leave();
  await expect(mara.status('Yuki left. Compare the security code again.')).toBeVisible();
});

test('who sits in between gives both victims another code, and both are warned until it matches', async ({
  person,
  browser,
}) => {
  test.slow();
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const middle = await browser.newPage();
  const room = await mara.host();
  await sitBetween(middle, tomas.page);
  await tomas.join(room);
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  for (const [viewer, other] of [
    [mara, tomas],
    [tomas, mara],
  ] as const) {
    const picture = viewer.tile(other).locator('video');
    await expect
      .poll(() => picture.evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(0);
  }

  const codes = [await openCode(mara), await openCode(tomas)];
  expect(codes[0]).not.toBe(codes[1]);
  const warning =
    'Someone may be listening. Do not say anything confidential. Leave, and start a new room.';
  for (const victim of [mara, tomas]) {
    await victim.button('They differ').click();
    await expect(victim.page.getByRole('alert').filter({ hasText: warning })).toBeVisible();
    await expect(victim.button('Security code, they differ')).toBeVisible();
    expect(await barriers(victim.page)).toEqual([]);
  }
  await openCode(mara);
  await expect(mara.page.getByRole('dialog').getByText(warning)).toBeVisible();
  await mara.button('They match').click();
  await expect(mara.page.getByRole('alert').filter({ hasText: warning })).toHaveCount(0);
  await middle.close();
});
