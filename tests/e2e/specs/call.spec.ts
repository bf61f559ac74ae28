import { expectEverybodySeesAndHears } from '../support/media';
import { expect, test } from '../support/test';
import type { Person } from '../support/person';

const names = ['Mara', 'Tomás', 'Yuki', 'Priya'];

for (const count of [2, 3, 4]) {
  test(`${count} participants see and hear each other and read the same chat`, async ({
    person,
  }) => {
    const people: Person[] = [];
    for (const name of names.slice(0, count)) {
      people.push(await person(name));
    }
    const [host, ...guests] = people as [Person, ...Person[]];
    const room = await host.host('Design review');
    await Promise.all(guests.map((guest) => guest.join(room)));

    await Promise.all(people.map((one) => one.sees(...people.filter((other) => other !== one))));
    await expectEverybodySeesAndHears(people.map(({ page }) => page));

    await Promise.all(people.map((one) => one.openChat()));
    await Promise.all(
      people.map(async (one) => {
        for (const number of [1, 2, 3]) {
          await one.say(`${one.name} says ${number}`);
        }
      }),
    );
    const lines = /\S+ says \d/g;
    await expect.poll(() => host.said(lines)).toHaveLength(3 * count);
    const inOrder = await host.said(lines);
    for (const guest of guests) {
      await expect.poll(() => guest.said(lines)).toEqual(inOrder);
    }
  });
}

test('a muted microphone is shown to the others', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  await tomas.join(await mara.host());
  await mara.sees(tomas);

  await expect(mara.page.getByRole('group', { name: /^Tomás,.*microphone on/ })).toBeVisible();
  await tomas.button('Mute microphone').click();
  await expect(tomas.button('Unmute microphone')).toHaveAttribute('data-state', 'off');
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*muted/ })).toBeVisible();

  await tomas.button('Unmute microphone').click();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*microphone on/ })).toBeVisible();
});

test('a camera that was off shows a moving picture again', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  await tomas.join(await mara.host());
  await mara.sees(tomas);

  await tomas.button('Turn camera off').click();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*camera off/ })).toBeVisible();
  await expect(mara.tile(tomas).locator('video')).toBeHidden();

  await tomas.button('Turn camera on').click();
  await expect(mara.tile(tomas).locator('video')).toBeVisible();
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
});

test('the camera can be off from the start and be turned on in the call', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await tomas.page.goto(room);
  await tomas.button('Turn camera off').click();
  await tomas.joinHere();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*camera off/ })).toBeVisible();

  await tomas.button('Turn camera on').click();
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
});

test('raised hands queue up and come down', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  await tomas.join(await mara.host());
  await mara.sees(tomas);

  await tomas.button('Raise hand').click();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*hand raised/ })).toBeVisible();
  await expect(mara.status('Tomás raised').first()).toBeAttached();

  await tomas.button('Lower hand').click();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*hand raised/ })).toBeHidden();
});

test('a reaction appears on the tile of its sender and goes again', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  await tomas.join(await mara.host());
  await mara.sees(tomas);

  await tomas.choose('React', 'Clap');
  const reaction = mara.tile(tomas).locator('use[href*="clap"]');
  await expect(reaction).toBeAttached();
  await expect(reaction).not.toBeAttached();
});

test('who comes and goes is announced, and leaving is at once', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await tomas.join(room);
  await expect(mara.status('Tomás joined').first()).toBeAttached();
  await mara.sees(tomas);

  await tomas.leave();
  await expect(mara.status('Tomás left').first()).toBeAttached();
  await expect(mara.tiles).toHaveCount(1);
});

test('the elapsed time runs and is the same for a late joiner', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  const clock = (one: Person) => one.page.getByRole('timer', { name: 'Elapsed time' });
  await expect(clock(mara)).toHaveText('0:03');
  await tomas.join(room);
  await expect(clock(tomas)).toHaveText(/^0:(0[3-9]|[1-5]\d)$/);
});

test('the roster lists everybody and can be searched', async ({ person }) => {
  const [mara, tomas, yuki] = [await person('Mara'), await person('Tomás'), await person('Yuki')];
  const room = await mara.host();
  await tomas.join(room);
  await yuki.join(room, 'Join with chat only');
  await expect(mara.button('People, 3 in the room')).toBeVisible();

  await mara.openPeople();
  const rows = mara.page.getByRole('list', { name: 'Roster' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: 'Mara' })).toContainText('(you)');
  await expect(rows.filter({ hasText: 'Mara' })).toContainText('Host');

  await mara.page.getByRole('searchbox', { name: 'Search people' }).fill('tomas');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Tomás');

  await mara.button('Close people').click();
  await expect(mara.button(/^People/)).toBeFocused();
});

test('a participant with chat only writes and reads, and has no tile', async ({ person }) => {
  const [mara, yuki] = [await person('Mara'), await person('Yuki')];
  const room = await mara.host();
  await yuki.join(room, 'Join with chat only');
  await expect(mara.button('People, 2 in the room')).toBeVisible();
  await expect(mara.tiles).toHaveCount(1);

  await mara.openChat();
  await yuki.openChat();
  await yuki.say('I read along');
  await expect(mara.message('I read along')).toBeVisible();
  await mara.say('Welcome');
  await expect(yuki.message('Welcome')).toBeVisible();
});

for (const [device, viewport] of [
  ['desktop', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
  ['narrow window', { width: 320, height: 640 }],
] as const) {
  test(`on a ${device} four tiles fit on the stage without covering each other`, async ({
    person,
  }) => {
    const mara = await person('Mara', { viewport });
    const room = await mara.host();
    for (const name of names.slice(1)) {
      const guest = await person(name, { viewport: { width: 800, height: 600 } });
      await guest.page.goto(room);
      await guest.button('Turn camera off').click();
      await guest.joinHere();
    }
    await expect(mara.tiles).toHaveCount(4);

    const stage = await mara.page.getByRole('main').boundingBox();
    const boxes = await Promise.all((await mara.tiles.all()).map((tile) => tile.boundingBox()));
    for (const [index, box] of boxes.entries()) {
      expect(box?.width).toBeGreaterThan(100);
      expect(contains(stage, box)).toBe(true);
      for (const other of boxes.slice(index + 1)) {
        expect(overlap(box, other)).toBe(false);
      }
    }
  });
}

type Box = { x: number; y: number; width: number; height: number } | null;

function contains(outer: Box, inner: Box): boolean {
  return (
    outer !== null &&
    inner !== null &&
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1
  );
}

function overlap(one: Box, other: Box): boolean {
  return (
    one !== null &&
    other !== null &&
    one.x + one.width > other.x + 1 &&
    other.x + other.width > one.x + 1 &&
    one.y + one.height > other.y + 1 &&
    other.y + other.height > one.y + 1
  );
}
