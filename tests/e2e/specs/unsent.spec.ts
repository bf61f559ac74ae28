import type { Person } from '../support/person';
import type { ConferenceServer } from '../support/server';
import { expect, test, type PersonOptions } from '../support/test';

type Open = (name: string, options: PersonOptions) => Promise<Person>;

async function chatAt(server: ConferenceServer, person: Open): Promise<[Person, Person]> {
  const options = { baseURL: server.url };
  const [mara, tomas] = [await person('Mara', options), await person('Tomás', options)];
  const room = await mara.startRoom();
  await mara.joinHere('Join with chat only');
  await tomas.join(room, 'Join with chat only');
  await mara.openChat();
  await tomas.openChat();
  return [mara, tomas];
}

async function expectMessages(of: Person, ...texts: readonly RegExp[]): Promise<void> {
  await expect(of.messages.getByTestId('message')).toHaveText([...texts]);
}

function offer(of: Person, text: string, name: 'Retry' | 'Delete') {
  return of.message(text).getByRole('button', { name, exact: true });
}

async function expectFailed(of: Person, text: string): Promise<void> {
  await expect(of.message(text)).toHaveAttribute('data-state', 'failed');
  await expect(of.message(text).getByRole('alert')).toHaveText('Not sent.');
  await expect(offer(of, text, 'Retry')).toBeVisible();
  await expect(offer(of, text, 'Delete')).toBeVisible();
}

async function reload(one: Person): Promise<void> {
  await one.page.reload();
  await expect(one.controls).toBeVisible();
  await one.openChat();
}

test('what the server could not store fails, and Retry sends it once, after what was said since', async ({
  ownServer,
  person,
}) => {
  const [mara, tomas] = await chatAt(ownServer, person);
  await mara.say('Before');

  await ownServer.fillDisk();
  await mara.type('Too much');
  await expectFailed(mara, 'Too much');
  await tomas.composer.pressSequentially('Since');
  await expect(mara.status('Tomás is typing…')).toBeVisible();
  await expectMessages(tomas, /Before/);

  await ownServer.freeDisk();
  await tomas.button('Send').click();
  await mara.say('Mine as well');
  await expectMessages(mara, /Before/, /Since/, /Mine as well/, /Too much/);
  await expectFailed(mara, 'Too much');
  await offer(mara, 'Too much', 'Retry').click();
  await expect(mara.message('Too much')).toHaveAttribute('data-state', 'sent');
  await expect(offer(mara, 'Too much', 'Retry')).toBeHidden();

  await tomas.say('Read you');
  const all = [/Before/, /Since/, /Mine as well/, /Too much/, /Read you/];
  await expectMessages(mara, ...all);
  await expectMessages(tomas, ...all);
  await reload(mara);
  await expectMessages(mara, ...all);
});

test('a failed message waits over a reload, a deleted one is gone for good', async ({
  ownServer,
  person,
}) => {
  const [mara, tomas] = await chatAt(ownServer, person);

  await ownServer.fillDisk();
  await mara.type('Better not');
  await mara.type('Later then');
  await expectFailed(mara, 'Better not');
  await expectFailed(mara, 'Later then');
  await offer(mara, 'Better not', 'Delete').click();
  await expectMessages(mara, /Later then/);

  await ownServer.freeDisk();
  await tomas.say('Anything?');
  await expect(mara.message('Anything?')).toBeVisible();
  await reload(mara);
  await expectMessages(mara, /Anything\?/, /Later then/);
  await expectFailed(mara, 'Later then');
  await offer(mara, 'Later then', 'Retry').click();
  await expect(mara.message('Later then')).toHaveAttribute('data-state', 'sent');

  await tomas.say('Read you');
  await reload(mara);
  for (const one of [mara, tomas]) {
    await expectMessages(one, /Anything\?/, /Later then/, /Read you/);
  }
});
