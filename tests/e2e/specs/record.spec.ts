import { barriers } from '../support/axe';
import { changeSettings } from '../support/hosting';
import { Person } from '../support/person';
import { chipOf, loudness, read, savedBy, startRecording } from '../support/recording';
import { expect, test } from '../support/test';

/** Reads as the page's own mark does that there may be recordings, and is not written like it: gone once it was looked for them. */
const unread = ' true';

test('everybody is told who records, and the file can be searched', async ({ person }) => {
  test.slow();
  const [mara, yuki, tomas] = [await person('Mara'), await person('Yuki'), await person('Tomás')];
  const room = await mara.host('Design: weekly');
  await yuki.join(room);
  await mara.sees(yuki);

  await startRecording(yuki);
  const startedAt = Date.now();
  await expect(chipOf(mara)).toContainText(/^Yuki is recording\s*0:0\d$/);
  await expect(mara.status('Yuki is recording')).toBeAttached();
  await mara.openPeople();
  const line = mara.page.getByRole('list', { name: 'Roster' }).getByRole('listitem');
  await expect(line.filter({ hasText: 'Yuki' })).toContainText('recording');
  await tomas.join(room);
  await expect(chipOf(tomas)).toContainText('Yuki is recording');
  await expect(tomas.status('Yuki is recording')).toBeAttached();
  await yuki.sees(mara, tomas);
  expect(await barriers(tomas.page)).toEqual([]);
  await expect(chipOf(yuki)).toContainText(/0:(0[3-9]|[1-5]\d)/);

  const download = await savedBy(yuki, async () => {
    await yuki.button('More').click();
    await yuki.menuItem('Stop recording').click();
  });
  const recorded = (Date.now() - startedAt) / 1_000;
  await expect(chipOf(mara)).toHaveCount(0);
  await expect(chipOf(yuki)).toHaveCount(0);
  await expect(mara.status('Yuki stopped recording')).toBeAttached();
  await expect(yuki.status(/^.*Recording saved: Design weekly/)).toBeAttached();
  expect(download.suggestedFilename()).toMatch(/^Design weekly 20\d\d-\d\d-\d\d \d\d-\d\d\.webm$/);

  const file = await read(download);
  expect(file.kind).toContain('video/webm');
  expect(file.video).toEqual({ width: 1280, height: 720 });
  expect(file.hasSound).toBe(true);
  expect(file.hasIndex).toBe(true);
  expect(file.header).toBeGreaterThan(recorded - 1.5);
  expect(file.header).toBeLessThan(recorded + 1.5);
  expect(Math.abs(file.seconds - (file.header ?? 0))).toBeLessThan(0.5);
  expect(await loudness(mara, file.bytes), 'the beeps of the others').toBeGreaterThan(0.01);
});

test('a host keeps recording to hosts: it ends, is saved, and everybody sees that', async ({
  person,
}) => {
  test.slow();
  const [mara, yuki] = [await person('Mara'), await person('Yuki')];
  await yuki.join(await mara.host('Weekly'));
  await mara.sees(yuki);
  await startRecording(yuki);
  await expect(chipOf(mara)).toContainText('Yuki is recording');
  await expect(chipOf(yuki)).toContainText(/0:0[2-9]/);

  const download = await savedBy(yuki, () =>
    changeSettings(mara, (dialog) =>
      dialog.getByRole('switch', { name: 'Participants may record' }).uncheck(),
    ),
  );

  await expect(yuki.status('Hosts decide who may record.')).toBeAttached();
  await expect(chipOf(mara)).toHaveCount(0);
  await expect(chipOf(yuki)).toHaveCount(0);
  expect((await read(download)).header).toBeGreaterThan(1);
  await yuki.button('More').click();
  await expect(yuki.menuItem('Room history')).toBeVisible();
  await expect(yuki.menuItem('Record')).toHaveCount(0);
  await yuki.page.keyboard.press('Escape');

  await startRecording(mara);
  await expect(chipOf(yuki)).toContainText('Mara is recording');
});

test('a crash loses at most five seconds, and the rest is offered at the next visit', async ({
  person,
}) => {
  test.slow();
  const mara = await person('Mara');
  mara.watch.expect(/the page crashed/);
  const room = await mara.host('Weekly');
  await startRecording(mara);
  const seconds = 9;
  await expect(chipOf(mara)).toContainText(/0:(09|1\d)/, { timeout: 20_000 });
  const crashed = mara.page.waitForEvent('crash');
  await mara.page.goto('chrome://crash').catch(() => undefined);
  await crashed;

  const page = await mara.context.newPage();
  const returned = new Person('Mara', mara.context, page, mara.watch);
  await returned.join(room);
  await expect(page.getByRole('status').getByText('A recording was not saved.')).toBeVisible();
  const downloading = page.waitForEvent('download', { timeout: 20_000 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const file = await read(await downloading);
  expect(file.header).toBeGreaterThan(seconds - 5);
  expect(file.hasIndex).toBe(true);
  expect(file.video).not.toBeNull();
  expect(file.hasSound).toBe(true);

  await expect(page.getByText('Recording saved')).toBeVisible();
  await page.evaluate((mark) => localStorage.setItem('conference:recordings', mark), unread);
  await page.reload();
  await expect(returned.controls).toBeVisible();
  const mark = () => page.evaluate(() => localStorage.getItem('conference:recordings'));
  await expect.poll(mark, 'it was looked for recordings').not.toBe(unread);
  await expect(page.getByText('A recording was not saved.')).toHaveCount(0);
});
