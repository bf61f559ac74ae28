import { barriers } from '../support/axe';
import { pasted } from '../support/clipboard';
import { expect, test } from '../support/test';

test('a first visit says what there will be', async ({ person }) => {
  const mara = await person('Mara');
  await mara.page.goto('/');
  await expect(mara.page).toHaveTitle('Conference');
  await expect(mara.heading('Meet in a room that remembers.')).toBeVisible();
  await expect(mara.heading('No rooms yet')).toBeVisible();
});

test('a room without a title is called so', async ({ person }) => {
  const mara = await person('Mara');
  const room = await mara.startRoom();
  expect(room).toMatch(/^\/r\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  await expect(mara.page).toHaveTitle('Untitled room - Conference');
});

test('a link or a code, however it is written, leads to the room', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.startRoom('Design review');
  const code = room.slice('/r/'.length);
  const written = [
    code,
    ` ${code.toUpperCase()} `,
    code.replaceAll('-', ' '),
    new URL(room, mara.page.url()).href,
    new URL(`${room}/history#m1`, mara.page.url()).href,
  ];
  for (const text of written) {
    await tomas.page.goto('/');
    await tomas.page.getByRole('textbox', { name: 'Link or code' }).fill(text);
    await tomas.button('Join').click();
    await expect(tomas.heading('Design review')).toBeVisible();
    await expect(tomas.page).toHaveURL(room);
  }
});

test('what is no link or code is said under the field', async ({ person }) => {
  const mara = await person('Mara');
  await mara.page.goto('/');
  const field = mara.page.getByRole('textbox', { name: 'Link or code' });
  await field.fill('hello');
  await mara.button('Join').click();
  await expect(field).toHaveAccessibleDescription(
    'That is not a room link or code. A code looks like kmr-vxtd-hpe.',
  );
  await expect(field).toBeFocused();
  await expect(mara.page).toHaveURL('/');
});

test('an unknown room is a dead end with a way home', async ({ person }) => {
  const mara = await person('Mara');
  mara.watch.expect(/status of 404/);
  await mara.page.goto('/r/aaa-bbbb-ccc');
  await expect(mara.heading('Room not found')).toBeVisible();
  await expect(
    mara.page.getByText('The link may be incomplete, or a host deleted the room.'),
  ).toBeVisible();
  await mara.link('Back to home').click();
  await expect(mara.heading('Meet in a room that remembers.')).toBeVisible();
});

test('a title over 80 characters cannot be given', async ({ person }) => {
  const mara = await person('Mara');
  await mara.page.goto('/');
  const title = mara.page.getByRole('textbox', { name: 'Room title (optional)' });
  await title.fill('x'.repeat(81));
  await mara.button('Start room').click();
  await expect(title.or(mara.heading('x'.repeat(80)))).toBeVisible();
  await expect(mara.heading('x'.repeat(81))).toHaveCount(0);
});

test('my rooms are listed with the last message and can be renamed and forgotten', async ({
  person,
}) => {
  const mara = await person('Mara');
  await mara.context.grantPermissions(['clipboard-write']);
  const room = await mara.startRoom('Design review');
  await mara.joinHere('Join with chat only');
  await mara.openChat();
  await mara.say('See you next week');
  await mara.leave();
  await mara.link('Back to home').click();

  const row = mara.page
    .getByRole('region', { name: 'Your rooms' })
    .getByRole('listitem')
    .filter({ hasText: 'Design review' });
  await expect(row).toContainText('See you next week');
  await expect(row).toContainText('Host');
  await expect(mara.link('History of Design review')).toBeVisible();
  await expect(mara.link('Open Design review')).toBeVisible();

  await mara.choose('More for Design review', 'Copy link');
  await expect(mara.status('Link copied').first()).toBeAttached();
  expect(await pasted(mara.page)).toBe(new URL(room, mara.page.url()).href);

  await mara.choose('More for Design review', 'Rename');
  const field = mara.page.getByRole('dialog').getByRole('textbox');
  await expect(field).toHaveValue('Design review');
  await field.fill('Weekly planning');
  await field.press('Enter');
  await expect(mara.link('Weekly planning')).toBeVisible();
  await mara.page.reload();
  await mara.link('Weekly planning').click();
  await expect(mara.heading('Weekly planning')).toBeVisible();

  await mara.page.goto('/');
  await mara.choose('More for Weekly planning', 'Forget this room');
  await expect(mara.heading('No rooms yet')).toBeVisible();
  await mara.page.reload();
  await expect(mara.heading('No rooms yet')).toBeVisible();
});

test('rooms of one browser are not listed in another, and only hosts rename', async ({
  person,
}) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.startRoom('Design review');
  await tomas.page.goto('/');
  await expect(tomas.heading('No rooms yet')).toBeVisible();

  await tomas.join(room, 'Join with chat only');
  await tomas.leave();
  await tomas.link('Back to home').click();
  await tomas.button('More for Design review').click();
  await expect(tomas.page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible();
  await expect(tomas.page.getByRole('menuitem', { name: 'Rename' })).toHaveCount(0);
});

test('names and titles are text, whatever is in them', async ({ person }) => {
  const evil = '<img src=x onerror=alert(1)>';
  const [mara, tomas] = [await person(evil), await person('Tomás')];
  mara.page.on('dialog', () => expect('a dialog').toBe('never shown'));
  tomas.page.on('dialog', () => expect('a dialog').toBe('never shown'));
  const room = await mara.host(`${evil} "' &amp;`);
  await tomas.join(room);
  await expect(tomas.heading(`${evil} "' &amp;`)).toBeVisible();
  await expect(tomas.tiles.filter({ hasText: evil })).toBeVisible();
  await tomas.openPeople();
  await expect(tomas.page.getByRole('list', { name: 'Roster' })).toContainText(evil);
  await expect(tomas.page.locator('img[src="x"]')).toHaveCount(0);
});

const name = 'Maximiliane Hohenberger-Schönbichler';

for (const [who, session] of [
  ['a guest', {}],
  ['somebody with a long name', { name }],
] as const) {
  test(`the header has room for ${who} on a phone`, async ({ person }) => {
    const mara = await person('Mara', { viewport: { width: 390, height: 844 } });
    await mara.page.route('**/api/session', (route) =>
      route.fulfill({
        json: { isSignInAvailable: true, isSignInRequiredToOpenRooms: false, ...session },
      }),
    );
    await mara.page.goto('/');
    const parts = mara.page.getByRole('banner').locator('a, button, [title]');
    await expect(parts).toHaveCount('name' in session ? 5 : 4);

    const boxes = await parts.evaluateAll((elements) =>
      elements.map((element) => element.getBoundingClientRect()),
    );
    const edges = boxes.flatMap(({ left, right }) => [left, right]);
    expect(edges).toEqual(edges.toSorted((a, b) => a - b));
    expect(edges.at(-1)).toBeLessThanOrEqual(390);
    expect(await barriers(mara.page)).toEqual([]);
  });
}
