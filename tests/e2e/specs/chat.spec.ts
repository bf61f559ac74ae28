import { Network } from '../support/network';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

async function twoWithChat(
  person: (name: string) => Promise<Person>,
  title?: string,
): Promise<[Person, Person, string]> {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host(title);
  await tomas.join(room, 'Join with chat only');
  await mara.openChat();
  await tomas.openChat();
  return [mara, tomas, room];
}

test('who is writing is shown until the message arrives', async ({ person }) => {
  const [mara, tomas] = await twoWithChat(person);
  await mara.composer.pressSequentially('Hel');
  await expect(tomas.status('Mara is typing…')).toBeVisible();
  await mara.say('Hello');
  await expect(tomas.message('Hello')).toBeVisible();
  await expect(tomas.status('Mara is typing…')).toBeHidden();
});

test('unread messages are counted on the button and in the title until they are seen', async ({
  person,
}) => {
  const [mara, tomas] = await twoWithChat(person, 'Design review');
  await mara.button('Close chat').click();
  await expect(mara.page).toHaveTitle('Design review - Conference');
  for (const text of ['One', 'Two', 'Three']) {
    await tomas.say(text);
  }
  await expect(mara.button('Chat, 3 unread')).toBeVisible();
  await expect(mara.page).toHaveTitle('(3) Design review - Conference');

  await mara.openChat();
  await expect(mara.page.getByRole('separator', { name: 'New' })).toBeVisible();
  await expect(mara.message('Three')).toBeInViewport();
  await expect(mara.page).toHaveTitle('Design review - Conference');
  await expect(mara.controls.getByRole('button', { name: 'Chat', exact: true })).toBeVisible();
});

test('a late joiner reads what was said before', async ({ person }) => {
  const mara = await person('Mara');
  const room = await mara.host();
  await mara.openChat();
  await mara.say('Said before anybody came');

  const tomas = await person('Tomás');
  await tomas.join(room);
  await tomas.openChat();
  await expect(tomas.message('Said before anybody came')).toBeVisible();
  await expect(
    tomas.page.getByRole('article', { name: /^Message from Mara, \d\d:\d\d$/ }),
  ).toBeVisible();
});

test('a run of messages of one person is grouped', async ({ person }) => {
  const [mara, tomas] = await twoWithChat(person);
  await mara.say('First');
  await mara.say('Second');
  await expect(tomas.message('Second')).toBeVisible();
  const names = tomas.page.getByRole('article', { name: /^Message from Mara/ });
  await expect(names.first()).toHaveAccessibleName(/^Message from Mara, \d\d:\d\d$/);
  await expect(names.last()).toHaveAccessibleName('Message from Mara');
  await expect(mara.page.getByRole('separator', { name: 'Today' })).toBeVisible();
});

test('Enter sends, Shift and Enter make a line, blank text is not sent', async ({ person }) => {
  const [mara, tomas] = await twoWithChat(person);
  await expect(mara.button('Send')).toHaveAttribute('aria-disabled', 'true');
  await mara.composer.fill('   ');
  await mara.composer.press('Enter');
  await mara.composer.fill('one line');
  await mara.composer.press('Shift+Enter');
  await mara.composer.pressSequentially('and another');
  await mara.composer.press('Enter');

  await expect(mara.composer).toHaveValue('');
  await expect(tomas.messages.getByTestId('message')).toHaveCount(1);
  await expect(tomas.message('one line')).toContainText(/one line\s+and another/);
});

test('a text of 4,000 characters is sent, a longer one says by how much', async ({ person }) => {
  const [mara, tomas] = await twoWithChat(person);
  const longest = `${'long '.repeat(799)}large`;
  expect(longest).toHaveLength(4000);
  await mara.composer.fill(`${longest}xyz`);
  await expect(mara.page.getByText('3 characters too many.')).toBeVisible();
  await mara.composer.press('Enter');
  await expect(mara.messages.getByTestId('message')).toHaveCount(0);

  await mara.say(longest);
  await expect(tomas.message(longest)).toBeVisible();
});

test('links can be followed safely and nothing else in a message is alive', async ({ person }) => {
  const [mara, tomas] = await twoWithChat(person);
  const text =
    'See https://example.org/a?b=c. Not javascript:alert(1) <img src=x onerror=alert(1)> or data:text/html,x';
  await mara.say(text);
  const message = tomas.message('See https');
  await expect(message).toContainText(text);
  const links = message.getByRole('link');
  await expect(links).toHaveCount(1);
  await expect(links).toHaveAttribute('href', 'https://example.org/a?b=c');
  await expect(links).toHaveAttribute('target', '_blank');
  await expect(links).toHaveAttribute('rel', /noopener.*noreferrer|noreferrer.*noopener/);
  await expect(message.locator('img')).toHaveCount(0);
});

test('what is typed survives a reload', async ({ person }) => {
  const [mara] = await twoWithChat(person);
  await mara.composer.fill('Not finished yet');
  await mara.page.reload();
  await expect(mara.controls).toBeVisible();
  await mara.openChat();
  await expect(mara.composer).toHaveValue('Not finished yet');
});

test('reading earlier messages is not disturbed by new ones', async ({ person }) => {
  const [mara, tomas] = await twoWithChat(person);
  for (let number = 1; number <= 12; number += 1) {
    await tomas.say(`Line ${number}\n\n\n`.repeat(4));
  }
  await expect(mara.message('Line 12')).toBeInViewport();
  await mara.message('Line 1\n').first().scrollIntoViewIfNeeded();
  await mara.messages.hover();
  await mara.page.mouse.wheel(0, -20_000);
  await tomas.say('News');
  await expect(mara.message('News')).not.toBeInViewport();
  await mara.button('New messages').click();
  await expect(mara.message('News')).toBeInViewport();
});

test('a message written while the network is away is sent once when it returns', async ({
  person,
  server,
}) => {
  const network = await Network.to(server.url);
  const [mara, tomas] = [await person('Mara', { baseURL: network.url }), await person('Tomás')];
  mara.watch.expectOutage();
  const room = await mara.host();
  await tomas.join(room);
  await mara.sees(tomas);
  await mara.openChat();
  await tomas.openChat();

  network.cut();
  await expect(mara.page.getByTestId('reconnecting')).toBeVisible();
  await mara.type('Written in a tunnel');
  await expect(mara.message('Written in a tunnel')).toHaveAttribute('data-state', 'sending');
  await mara.sees(tomas);
  network.mend();
  await expect(mara.message('Written in a tunnel')).toHaveAttribute('data-state', 'sent');
  await expect(mara.page.getByTestId('reconnecting')).toBeHidden();

  await tomas.say('Read you');
  await expect(mara.message('Read you')).toBeVisible();
  for (const one of [mara, tomas]) {
    await expect(one.messages.getByTestId('message')).toHaveText([
      /Written in a tunnel/,
      /Read you/,
    ]);
  }
  network.close();
});

test('a message whose acknowledgement was lost is stored and shown once', async ({
  person,
  server,
}) => {
  const network = await Network.to(server.url);
  const [mara, tomas] = [await person('Mara', { baseURL: network.url }), await person('Tomás')];
  mara.watch.expectOutage();
  await tomas.join(await mara.host(), 'Join with chat only');
  await mara.openChat();
  await tomas.openChat();

  network.loseAnswers();
  await mara.type('Did it arrive?');
  await expect(tomas.message('Did it arrive?')).toBeVisible();
  await expect(mara.message('Did it arrive?')).toHaveAttribute('data-state', 'sending');
  network.cut();
  network.mend();
  await expect(mara.message('Did it arrive?')).toHaveAttribute('data-state', 'sent');

  await tomas.say('It did');
  for (const one of [mara, tomas]) {
    await expect(one.messages.getByTestId('message')).toHaveText([/Did it arrive\?/, /It did/]);
  }
  network.close();
});

test('what is in the outbox survives a reload', async ({ person, server }) => {
  const network = await Network.to(server.url);
  const [mara, tomas] = [await person('Mara', { baseURL: network.url }), await person('Tomás')];
  mara.watch.expectOutage();
  await tomas.join(await mara.host(), 'Join with chat only');
  await mara.openChat();
  await tomas.openChat();

  network.loseAnswers();
  await mara.type('Sent before the reload');
  await expect(tomas.message('Sent before the reload')).toBeVisible();
  network.cut();
  await expect(mara.page.getByTestId('reconnecting')).toBeVisible();
  await mara.type('Kept over the reload');
  await expect(mara.message('Kept over the reload')).toHaveAttribute('data-state', 'sending');
  network.mend();
  await mara.page.reload();

  await expect(tomas.messages.getByTestId('message')).toHaveText([
    /Sent before the reload/,
    /Kept over the reload/,
  ]);
  network.close();
});

test('where something blocks WebSockets, calls and chat work all the same', async ({ person }) => {
  const [mara, tomas] = [await person('Mara', { before: blockWebSockets }), await person('Tomás')];
  await tomas.join(await mara.host());
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  await mara.openChat();
  await tomas.openChat();
  await mara.say('Over plain requests');
  await tomas.say('Read you');
  await expect(mara.message('Read you')).toBeVisible();
  await expect(tomas.message('Over plain requests')).toBeVisible();
});

function blockWebSockets(): void {
  Object.assign(window, {
    WebSocket: class extends EventTarget {
      onclose: ((event: CloseEvent) => void) | null = null;
      constructor() {
        super();
        queueMicrotask(() => this.onclose?.(new CloseEvent('close', { code: 1006 })));
      }
      close(): void {
        this.onclose = null;
      }
    },
  });
}
