import path from 'node:path';
import { portraits, sitForPortrait } from '../support/portrait';
import { expect, test } from '../support/test';

// The two pictures of the README. They are drawn in every run; `PICTURES=keep` puts them in place of the tracked ones.
const folder =
  process.env['PICTURES'] === 'keep'
    ? path.resolve(import.meta.dirname, '../pictures')
    : path.resolve(import.meta.dirname, '../screenshots');

test('the README shows a call and a history', async ({ person }) => {
  test.setTimeout(90_000);
  const options = { viewport: { width: 1200, height: 720 }, colorScheme: 'light' } as const;
  const [mara, tomas, yuki] = [
    await person('Mara Lindqvist', options),
    await person('Tomás Rivera', options),
    await person('Yuki Tanaka', options),
  ];
  await mara.context.addInitScript(sitForPortrait, portraits.mara);
  await tomas.context.addInitScript(sitForPortrait, portraits.tomas);
  await yuki.context.addInitScript(sitForPortrait, portraits.yuki);

  const room = await mara.host('Design review');
  await tomas.join(room);
  await yuki.join(room);
  await mara.sees(tomas, yuki);
  await yuki.openChat();
  await tomas.openChat();
  await yuki.say('Morning! Shall we begin with the pre-join page?');
  await yuki.say('I made a second version of it.');
  await tomas.say('Good, the device pickers were hard to find.');
  await mara.openChat();
  await mara.say('Yes, that one first. Notes are at https://wiki.example/review');
  await tomas.say('The second version of pre-join reads much better.');
  await yuki.button('Mute microphone').click();
  await yuki.button('Raise hand').click();
  await expect(mara.tile(yuki)).toHaveAccessibleName(/hand raised/);
  await expect(mara.message('reads much better')).toBeVisible();
  await expect(mara.page.getByRole('status', { name: 'Notifications' })).toBeEmpty();
  await expect
    .poll(() =>
      mara.tiles
        .locator('video')
        .evaluateAll((all) => (all as HTMLVideoElement[]).map((video) => video.videoWidth >= 320)),
    )
    .toEqual([true, true, true]);
  await mara.page.screenshot({ path: path.join(folder, 'call.png') });

  await mara.page.goto(`${room}/history`);
  await mara.page.getByRole('searchbox', { name: 'Search messages' }).fill('pre-join');
  await expect(mara.status('Result 1 of 2')).toBeVisible();
  await mara.page.screenshot({ path: path.join(folder, 'history.png') });
});
