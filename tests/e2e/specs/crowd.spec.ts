import { Crowd, crowded } from '../support/crowd';
import { turnLobbyOn } from '../support/hosting';
import type { Person } from '../support/person';
import { Strain } from '../support/strain';
import { expect, test } from '../support/test';

test.use({ settings: crowded });

/** What the server has room for. */
const seats = 500;
const places = 1_000;

const longestTask = 200;
const heapGrowth = 20;

// Wide, right to left, a family of one picture, four accents on each letter, Hebrew points, one letter of eighteen.
const letters = [
  'W',
  '\u0645',
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}',
  'Z\u0301\u0302\u0303\u0323',
  '\u05D0\u05B8',
  '\uFDFA',
];

/** As long as a name can be, and no two the same. */
function hostileNames(start: number, end: number): string[] {
  return Array.from({ length: end - start }, (_, index) => {
    const tail = ` ${start + index}`;
    const letter = letters[index % letters.length] ?? '';
    return letter.repeat(Math.floor((64 - tail.length) / letter.length)) + tail;
  });
}

// Roles and names of thousands of elements take the page itself longer than all that is measured: these are found by attributes.
const count = (host: Person, text: RegExp | string) =>
  expect(host.page.locator('[data-panel=people]')).toHaveAttribute('aria-label', text, {
    timeout: 30_000,
  });
const rows = (host: Person) => host.page.locator('.people-scroll > ul > li');
const waiting = (host: Person) => host.page.locator('.people-scroll > section > ul > li');

/** Scrolls down until there is nothing more. */
async function readRoster(host: Person): Promise<void> {
  const scroll = host.page.locator('.people-scroll');
  await expect
    .poll(async () => {
      await scroll.evaluate((list) => list.scrollTo(0, list.scrollHeight));
      return rows(host).count();
    })
    .toBe(seats);
}

async function search(host: Person): Promise<void> {
  const field = host.page.locator('input[type=search]');
  await field.pressSequentially('z 1');
  await expect(waiting(host).first()).toContainText('Z\u0301\u0302\u0303\u0323');
  await field.fill('nobody');
  await expect(waiting(host)).toHaveCount(0);
  await field.fill('');
  await expect(waiting(host).first()).toBeVisible();
}

test('a full room and a full lobby keep the page of a host light', async ({
  browser,
  ownServer,
  person,
}) => {
  test.slow();
  const mara = await person('Mara', { baseURL: ownServer.url });
  const room = await mara.host();
  await mara.openPeople();
  const strain = await Strain.of(browser, mara.page);
  const before = await strain.heap();

  await Crowd.around(ownServer.url, room, async (crowd) => {
    const joined = await crowd.come(hostileNames(1, seats));
    expect(new Set(joined)).toEqual(new Set(['joined']));
    await count(mara, `People, ${seats} in the room`);
    await turnLobbyOn(mara);
    await mara.openPeople();

    const knocked = await crowd.come(hostileNames(seats, seats + places));
    expect(new Set(knocked)).toEqual(new Set(['waiting']));
    await count(mara, `People, ${seats} in the room, ${places} in the lobby`);
    await search(mara);
    await readRoster(mara);
    await crowd.each(0, seats - 1, 'RaiseHand');
    await expect(rows(mara).filter({ hasText: 'Hand raised' })).toHaveCount(seats - 1);
    expect((await strain.heap()) - before, 'MB for everybody').toBeLessThan(heapGrowth);

    await crowd.each(0, 300, 'LeaveRoom');
    await count(mara, `People, ${seats - 300} in the room, ${places} in the lobby`);
    await waiting(mara).first().locator('button').first().click();
    await count(mara, /, 999 in the lobby$/);
    await mara.page.locator('.people-scroll > section > h3 button').click();
    await count(mara, `People, ${seats - 300} in the room`);
  });

  const tasks = (await strain.longTasks()).map(({ worked }) => Math.round(worked));
  expect(tasks.length, 'a task was made to be seen').toBeGreaterThan(0);
  expect(Math.max(...tasks), `of ${tasks.join(', ')} ms`).toBeLessThan(longestTask);
});
