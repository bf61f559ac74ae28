import type { Page } from '@playwright/test';
import { changeSettings, doTo, openMenuOf, openSettings, remove } from '../support/hosting';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

type Open = (name: string) => Promise<Person>;

/** The first one opens the room; the others come in by its link. */
async function meet<const Names extends readonly [string, ...string[]]>(
  person: Open,
  ...names: Names
): Promise<{ [Index in keyof Names]: Person }> {
  const people = await Promise.all(names.map((name) => person(name)));
  const [host, ...guests] = people as [Person, ...Person[]];
  const room = await host.host('Design review');
  for (const guest of guests) {
    await guest.join(room);
  }
  await host.sees(...guests);
  return people as { [Index in keyof Names]: Person };
}

function isMuted(by: Person, who: Person) {
  return expect(by.page.getByRole('group', { name: new RegExp(`^${who.name},.*muted`) }));
}

const roomOf = (page: Page): string => new URL(page.url()).pathname;

test('who is muted is told, stays muted for all, and may unmute', async ({ person }) => {
  const [mara, tomas, yuki] = await meet(person, 'Mara', 'Tomás', 'Yuki');
  await doTo(mara, tomas, 'Mute');
  await expect(tomas.status('Mara muted you')).toBeVisible();
  await expect(tomas.button('Unmute microphone')).toBeVisible();
  await isMuted(mara, tomas).toBeVisible();
  await isMuted(yuki, tomas).toBeVisible();

  await tomas.button('Unmute microphone').click();
  await isMuted(yuki, tomas).toHaveCount(0);
});

test('everybody is muted, and nobody may unmute until asked', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await changeSettings(mara, (dialog) =>
    dialog.getByRole('switch', { name: 'Participants may unmute' }).uncheck(),
  );
  await mara.openPeople();
  await mara.button('Mute all').click();
  await mara.page.getByRole('alertdialog').getByRole('button', { name: 'Mute all' }).click();
  await isMuted(mara, tomas).toBeVisible();
  await expect(mara.button('Mute microphone')).toBeVisible();
  await expect(tomas.controls.getByRole('button', { name: 'Unmute microphone' })).toHaveCount(0);

  await doTo(mara, tomas, 'Ask to unmute');
  await tomas.status('Mara asks you to unmute').getByRole('button', { name: 'Unmute' }).click();
  await isMuted(mara, tomas).toHaveCount(0);
});

test('a stopped video is gone for everybody and can be started again', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await doTo(mara, tomas, 'Stop video');
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*camera off/ })).toBeVisible();
  await expect(tomas.status('Mara stopped your video')).toBeVisible();
  await tomas.button('Turn camera on').click();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*camera off/ })).toHaveCount(0);
});

test('a hand is lowered by the host', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await tomas.button('Raise hand').click();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*hand raised/ })).toBeVisible();
  await doTo(mara, tomas, 'Lower hand');
  await expect(tomas.button('Raise hand')).toBeVisible();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*hand raised/ })).toHaveCount(0);
});

test('the spotlight shows one participant large to everybody', async ({ person }) => {
  const [mara, tomas, yuki] = await meet(person, 'Mara', 'Tomás', 'Yuki');
  await doTo(mara, tomas, 'Spotlight for everyone');
  await expect.poll(() => isLargest(yuki, tomas)).toBe(true);
  await expect.poll(() => isLargest(mara, tomas)).toBe(true);
  await doTo(mara, tomas, 'End spotlight');
  await expect.poll(() => isLargest(yuki, tomas)).toBe(false);
});

async function isLargest(by: Person, who: Person): Promise<boolean> {
  const area = async (name: RegExp) => {
    const boxes = await Promise.all(
      (await by.page.getByRole('group', { name }).all()).map((tile) => tile.boundingBox()),
    );
    return Math.max(...boxes.map((box) => (box ? box.width * box.height : 0)));
  };
  return (await area(new RegExp(`^${who.name},`))) > 2 * (await area(/^Mara,|^Yuki,|^You,/));
}

test('who is removed is out, stays out, and comes back when allowed', async ({ person }) => {
  const [mara, tomas, yuki] = await meet(person, 'Mara', 'Tomás', 'Yuki');
  const room = roomOf(mara.page);
  await remove(mara, tomas);
  await expect(tomas.heading('You were removed from this room')).toBeVisible();
  await expect(tomas.button('Rejoin')).toHaveCount(0);
  await mara.sees(yuki);
  await yuki.sees(mara);

  await tomas.page.goto(room);
  await expect(tomas.heading('You were removed from this room')).toBeVisible();

  const dialog = await openSettings(mara);
  await expect(dialog.getByRole('switch', { name: 'Lobby' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Allow back Tomás' }).click();
  await expect(dialog.getByRole('button', { name: 'Allow back Tomás' })).toHaveCount(0);
  await mara.page.keyboard.press('Escape');
  await tomas.page.goto(room);
  await tomas.button('Ask to join').click();
  await mara.button('Admit Tomás').first().click();
  await mara.sees(yuki, tomas);
});

test('the messages of who is removed go too, when the host wants so', async ({ person }) => {
  const [mara, tomas, yuki] = await meet(person, 'Mara', 'Tomás', 'Yuki');
  await yuki.openChat();
  await yuki.say('Welcome');
  await tomas.openChat();
  await tomas.say('Something unkind');
  await expect(yuki.message('Something unkind')).toBeVisible();

  await remove(mara, tomas, true);
  await expect(yuki.message('Message deleted')).toBeVisible();
  await expect(yuki.message('Something unkind')).toHaveCount(0);
  await expect(yuki.message('Welcome')).toBeVisible();
});

test('participants may or may not chat, react and change their names', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await tomas.openChat();
  await changeSettings(mara, async (dialog) => {
    for (const name of ['chat', 'react', 'change their names']) {
      await dialog.getByRole('switch', { name: `Participants may ${name}` }).uncheck();
    }
  });
  await expect(tomas.composer).toHaveCount(0);
  await expect(tomas.controls.getByRole('button', { name: 'React' })).toHaveCount(0);
  await expect(mara.controls.getByRole('button', { name: 'React' })).toBeVisible();
  await mara.openChat();
  await mara.say('Hosts may still write');
  await expect(tomas.message('Hosts may still write')).toBeVisible();
});

test('in a room of sound only no camera is seen, and screens are', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await changeSettings(mara, (dialog) =>
    dialog.getByRole('switch', { name: 'Audio only' }).check(),
  );
  for (const one of [mara, tomas]) {
    await expect(one.status('This room is for sound only').first()).toBeAttached();
    await expect(one.button('Turn camera on')).toBeVisible();
    await expect(one.page.locator('video')).toHaveCount(0);
  }
  await tomas.button('Turn camera on').click();
  await expect(tomas.button('Turn camera on')).toBeVisible();
  await tomas.button('Share screen').click();
  await expect(mara.page.getByRole('group', { name: /^Screen of Tomás/ })).toBeVisible();

  const yuki = await person('Yuki');
  await yuki.page.goto(roomOf(mara.page));
  await expect(yuki.heading('This room is for sound only')).toBeVisible();
  await expect(yuki.button('Mute microphone')).toBeVisible();
  await expect(yuki.button('Turn camera off')).toHaveCount(0);
  await yuki.joinHere();
  for (const other of [mara, tomas]) {
    await expect(yuki.tile(other)).toHaveAttribute('data-state', 'connected');
  }
});

test('everything is suspended in one action', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await tomas.openChat();
  await mara.choose('More', 'Suspend everything');
  await mara.page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Suspend everything' })
    .click();
  await isMuted(mara, tomas).toBeVisible();
  await expect(tomas.composer).toHaveCount(0);
  await mara.openPeople();
  await expect(mara.page.getByRole('switch', { name: 'Lock room' })).toBeChecked();
});

test('a call is ended for everyone, and its chat stays', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await tomas.openChat();
  await tomas.say('Hello');
  await mara.choose('Leave options', 'End call for everyone');
  const question = mara.page.getByRole('alertdialog', { name: 'End the call for everyone?' });
  await question.getByRole('button', { name: 'End call' }).click();
  for (const one of [mara, tomas]) {
    await expect(one.heading('The call has ended')).toBeVisible();
  }
  await tomas.link('Read history').click();
  await expect(tomas.message('Hello')).toBeVisible();
});

test('a deleted room is gone for everyone', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  const room = roomOf(mara.page);
  const dialog = await openSettings(mara);
  await dialog.getByRole('button', { name: 'Delete room' }).click();
  await mara.page
    .getByRole('alertdialog', { name: /^Delete Design review\?/ })
    .getByRole('button', { name: 'Delete room' })
    .click();
  await expect(tomas.page.getByText('A host deleted the room and its chat.')).toBeVisible();
  tomas.watch.expect(/status of 404/);
  await tomas.page.goto(room);
  await expect(tomas.heading('Room not found')).toBeVisible();
});

test('a host link makes another browser a host, once, and stays out of requests', async ({
  person,
}) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  const dialog = await openSettings(mara);
  await dialog.getByRole('button', { name: 'Make host link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Host link' }).inputValue();
  const secret = new URL(link).hash.replace('#host=', '');
  expect(secret.length).toBeGreaterThan(30);
  await mara.page.keyboard.press('Escape');

  const [yuki, priya] = [await person('Yuki'), await person('Priya')];
  const asked: string[] = [];
  yuki.page.on('request', (request) => asked.push(request.url()));
  await yuki.page.goto(link);
  await yuki.joinHere();
  await mara.sees(tomas, yuki);
  await expect(mara.page.getByRole('group', { name: /^Yuki, host/ })).toBeVisible();
  expect(asked.filter((address) => address.includes(secret))).toEqual([]);
  expect(yuki.page.url()).not.toContain(secret);

  priya.watch.expect(/status of 4\d\d/);
  await priya.page.goto(link);
  await expect(priya.page.getByText(/^This host link is no longer valid/)).toBeVisible();
});

test('what hosts did can be read by hosts', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await doTo(mara, tomas, 'Mute');
  await isMuted(mara, tomas).toBeVisible();
  const dialog = await openSettings(mara);
  await dialog.getByRole('button', { name: 'What hosts did' }).click();
  await expect(dialog.getByText('Mara muted Tomás')).toBeVisible();
});

test('participants find nothing of what only hosts can do', async ({ person }) => {
  const [mara, tomas] = await meet(person, 'Mara', 'Tomás');
  await tomas.button('More').click();
  for (const name of ['Room settings', 'Suspend everything', 'End call for everyone']) {
    await expect(tomas.menuItem(name)).toHaveCount(0);
  }
  await tomas.page.keyboard.press('Escape');
  await expect(tomas.button('Leave options')).toHaveCount(0);
  await tomas.openPeople();
  await expect(tomas.button('Mute all')).toHaveCount(0);
  await openMenuOf(tomas, mara);
  await expect(tomas.page.getByRole('menuitem')).toHaveText(['Pin for me', 'Connection']);
  await tomas.page.keyboard.press('Escape');
  await openMenuOf(mara, tomas);
  await expect(mara.menuItem('Remove from room')).toBeVisible();
});
