import type { Person } from '../support/person';
import { expect, test } from '../support/test';

const said = [
  'Shall we begin with the pre-join page?',
  'The device pickers are hard to find.',
  'Yes, pre-join first.',
];

/** Who left is shown how the room is now; whatever happens to the server next does not cut that answer off. */
async function leaveAndLook(one: Person): Promise<void> {
  const look = one.page.waitForResponse(/\/api\/rooms\/[a-z-]+$/);
  await one.leave();
  await (await look).finished();
}

/** A room with three messages, left by everybody. */
async function talkedAndLeft(
  person: (name: string, options?: object) => Promise<Person>,
  options: object = {},
): Promise<[Person, Person, string]> {
  const [mara, tomas] = [await person('Mara', options), await person('Tomás', options)];
  const room = await mara.startRoom('Design review');
  await mara.joinHere('Join with chat only');
  await tomas.join(room, 'Join with chat only');
  await mara.openChat();
  await tomas.openChat();
  await mara.say(said[0] ?? '');
  await tomas.say(said[1] ?? '');
  await mara.say(said[2] ?? '');
  await leaveAndLook(tomas);
  await leaveAndLook(mara);
  return [mara, tomas, room];
}

test('what was said is read again after a crash of the server', async ({ ownServer, person }) => {
  const [mara, tomas, room] = await talkedAndLeft(person, { baseURL: ownServer.url });
  for (const one of [mara, tomas]) {
    one.watch.expectOutage();
  }
  await ownServer.kill();
  await ownServer.run();
  await mara.link('Read history').click();
  await expect(mara.page).toHaveTitle('Design review, history - Conference');
  await expect(mara.heading('Design review')).toBeVisible();
  await expect(mara.messages.getByTestId('message')).toHaveText(
    said.map((text) => new RegExp(text.slice(0, 20))),
  );
  await expect(mara.messages).toContainText('Call started by Mara');
  await expect(mara.messages).toContainText(/Call ended/);

  await tomas.page.goto(`${room}/history`);
  await expect(tomas.messages.getByTestId('message')).toHaveCount(3);
});

test('a search marks what it found and goes from hit to hit', async ({ person }) => {
  const [mara, , room] = await talkedAndLeft(person);
  await mara.page.goto(`${room}/history`);
  const search = mara.page.getByRole('searchbox', { name: 'Search messages' });
  await search.fill('pre-join');
  await expect(mara.status('Result 1 of 2 for “pre-join”')).toBeVisible();
  await expect(mara.page.locator('mark')).toHaveText(['pre-join', 'pre-join']);
  await search.press('Enter');
  await expect(mara.status('Result 2 of 2 for “pre-join”')).toBeVisible();
  await mara.button('Previous result').click();
  await expect(mara.status('Result 1 of 2 for “pre-join”')).toBeVisible();

  await search.fill('PICKERS');
  await expect(mara.page.locator('mark')).toHaveText(['pickers']);
  await search.fill('100 %');
  await expect(mara.status('Nothing found for “100 %”')).toBeVisible();
});

test('the list can be narrowed to one person', async ({ person }) => {
  const [mara, , room] = await talkedAndLeft(person);
  await mara.page.goto(`${room}/history`);
  await mara.page.getByRole('combobox', { name: 'From' }).selectOption('Tomás');
  await expect(mara.messages.getByTestId('message')).toHaveText([/device pickers/]);
  await mara.page.getByRole('combobox', { name: 'From' }).selectOption('Anyone');
  await expect(mara.messages.getByTestId('message')).toHaveCount(3);
});

test('a link to one message opens the history there', async ({ person }) => {
  const [mara, , room] = await talkedAndLeft(person);
  await mara.page.goto(`${room}/history`);
  const second = mara.message('device pickers');
  const sequence = await second.getAttribute('data-seq');
  await mara.page.goto('/');
  await mara.page.goto(`${room}/history#m${sequence}`);
  await expect(second).toBeInViewport();
  await expect(second).toHaveClass(/found/);
});

test('a day with messages can be jumped to', async ({ person }) => {
  const [mara, , room] = await talkedAndLeft(person);
  await mara.page.goto(`${room}/history`);
  const calendar = mara.page.getByRole('region', { name: 'Jump to date' });
  const day = calendar.getByRole('button', { name: /, has messages$/ });
  await expect(day).toHaveCount(1);
  await day.click();
  await expect(mara.message(said[0] ?? '')).toBeInViewport();
  await calendar.getByRole('button', { name: 'Previous month' }).click();
  await expect(day).toHaveCount(0);
  await calendar.getByRole('button', { name: 'Next month' }).click();
  await expect(day).toHaveCount(1);
});

test('the people of the room are listed', async ({ person }) => {
  const [mara, , room] = await talkedAndLeft(person);
  await mara.page.goto(`${room}/history`);
  const people = mara.page.getByRole('region', { name: 'Participants (2)' });
  await expect(people.getByRole('listitem')).toHaveText([/Mara.*Host/, /Tomás/]);
});

test('older messages come while scrolling up, and none is missing', async ({ person }) => {
  const mara = await person('Mara');
  const room = await mara.startRoom();
  await mara.joinHere('Join with chat only');
  await mara.openChat();
  const count = 130;
  for (let number = 1; number <= count; number += 1) {
    await mara.type(`Line ${number};`);
    await expect(mara.message(`Line ${number};`)).toHaveAttribute('data-state', 'sent');
  }
  await mara.page.goto(`${room}/history`);
  await expect(mara.message(`Line ${count};`)).toBeInViewport();
  await expect(mara.message('Line 1;')).toHaveCount(0);

  await mara.messages.hover();
  const seen = new Set<string>();
  await expect
    .poll(
      async () => {
        for (const line of await mara.said(/Line \d+;/g)) {
          seen.add(line);
        }
        await mara.page.mouse.wheel(0, -1500);
        return seen.has('Line 1;');
      },
      { timeout: 20_000, intervals: [50] },
    )
    .toBe(true);
  expect(seen.size).toBe(count);
});

test('a stranger reads nothing and is told why', async ({ person }) => {
  const [, , room] = await talkedAndLeft(person);
  const stranger = await person('Nobody');
  stranger.watch.expect(/status of 403/);
  await stranger.page.goto(`${room}/history`);
  await expect(stranger.heading('You cannot read this history')).toBeVisible();
  await expect(stranger.page.getByText('device pickers')).toHaveCount(0);
  await stranger.link('Ask to join').click();
  await expect(stranger.page).toHaveURL(room);
});

test('a room in which nobody wrote says what will be kept', async ({ person }) => {
  const mara = await person('Mara');
  const room = await mara.startRoom('Quiet room');
  await mara.page.goto(`${room}/history`);
  await expect(mara.heading('No messages yet')).toBeVisible();
  await mara.link('Open room').click();
  await expect(mara.page).toHaveURL(room);
});
