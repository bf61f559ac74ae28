import { expectEverybodySeesAndHears } from '../support/media';
import { Network } from '../support/network';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

async function pair(person: (name: string) => Promise<Person>): Promise<[Person, Person, string]> {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host('Design review');
  await tomas.join(room);
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  return [mara, tomas, room];
}

function seatOf(one: Person, seenBy: Person): Promise<string | null> {
  return seenBy.tile(one).getAttribute('data-participant');
}

test('a reload returns to the same seat, in the call, seen and heard', async ({ person }) => {
  const [mara, tomas] = await pair(person);
  const seat = await seatOf(tomas, mara);
  await tomas.page.reload();
  await tomas.sees(mara);
  await mara.sees(tomas);
  expect(await seatOf(tomas, mara)).toBe(seat);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  await expect(mara.page.getByText('Tomás left')).toHaveCount(0);
});

test('a reload keeps what was muted and switched off', async ({ person }) => {
  const [mara, tomas] = await pair(person);
  await tomas.button('Mute microphone').click();
  await tomas.button('Turn camera off').click();
  await tomas.page.reload();
  await expect(tomas.button('Unmute microphone')).toBeVisible();
  await expect(tomas.button('Turn camera on')).toBeVisible();
  await expect(mara.page.getByRole('group', { name: /^Tomás,.*muted,.*camera off/ })).toBeVisible();
});

test('after leaving one can rejoin, read the history or go home', async ({ person }) => {
  const [mara, tomas] = await pair(person);
  await tomas.leave();
  await expect(tomas.heading('You left Design review')).toBeVisible();
  await expect(mara.tiles).toHaveCount(1);
  await expect(tomas.link('Read history')).toBeVisible();
  await expect(tomas.link('Back to home')).toBeVisible();

  await tomas.button('Rejoin').click();
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
});

test('a second browser tab of the same person is a seat of its own', async ({ person }) => {
  const [mara, tomas, room] = await pair(person);
  const second = await tomas.context.newPage();
  await second.goto(room);
  await second.getByRole('textbox', { name: 'Your name' }).fill('Tomás');
  await second.getByRole('button', { name: 'Join now' }).click();
  await expect(mara.tiles).toHaveCount(3);
});

test('the call goes on while the server is away', async ({ person, server }) => {
  const network = await Network.to(server.url);
  const [mara, tomas] = [await person('Mara', { baseURL: network.url }), await person('Tomás')];
  mara.watch.expectOutage();
  await tomas.join(await mara.host());
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  const seat = await seatOf(mara, tomas);

  network.cut();
  await expect(mara.page.getByTestId('reconnecting')).toContainText(
    'Reconnecting… your call continues',
  );
  await expectEverybodySeesAndHears([mara.page, tomas.page]);

  network.mend();
  await expect(mara.status('Back online').first()).toBeVisible();
  await mara.button('Mute microphone').click();
  await expect(tomas.page.getByRole('group', { name: /^Mara,.*muted/ })).toBeVisible();
  expect(await seatOf(mara, tomas)).toBe(seat);
  network.close();
});

test.describe('with a server of its own', () => {
  test.use({ settings: { Rooms__Grace: '00:00:03' } });

  test('who closes the tab is gone after the grace time', async ({ ownServer, person }) => {
    const [mara, tomas] = [
      await person('Mara', { baseURL: ownServer.url }),
      await person('Tomás', { baseURL: ownServer.url }),
    ];
    await tomas.join(await mara.host());
    await mara.sees(tomas);
    await tomas.page.close();
    await expect(mara.tiles).toHaveCount(1);
  });
});

test('after a crash of the server the call goes on, in the same seats, with its chat', async ({
  ownServer,
  person,
}) => {
  const [mara, tomas] = [
    await person('Mara', { baseURL: ownServer.url }),
    await person('Tomás', { baseURL: ownServer.url }),
  ];
  for (const one of [mara, tomas]) {
    one.watch.expectOutage();
  }
  await tomas.join(await mara.host());
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  await mara.openChat();
  await tomas.openChat();
  await mara.say('Before the crash');
  const seat = await seatOf(mara, tomas);

  await ownServer.kill();
  await expect(mara.page.getByTestId('reconnecting')).toBeVisible();
  await mara.type('During the crash');
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  await ownServer.run();

  await expect(mara.message('During the crash')).toHaveAttribute('data-state', 'sent');
  await expect(tomas.messages.getByTestId('message')).toHaveText([
    /Before the crash/,
    /During the crash/,
  ]);
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  expect(await seatOf(mara, tomas)).toBe(seat);
});

test('a chat only seat survives a crash of the server too', async ({ ownServer, person }) => {
  const yuki = await person('Yuki', { baseURL: ownServer.url });
  yuki.watch.expectOutage();
  await yuki.startRoom();
  await yuki.joinHere('Join with chat only');
  await yuki.openChat();
  await yuki.say('Before the crash');
  await ownServer.kill();
  await ownServer.run();
  await yuki.say('After the crash');
  await expect(yuki.messages.getByTestId('message')).toHaveText([
    /Before the crash/,
    /After the crash/,
  ]);
});
