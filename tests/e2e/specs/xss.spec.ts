import type { Page } from '@playwright/test';
import { attacks } from '../support/attacks';
import { feedLists } from '../support/feed';
import { BareHub, joining, saying, type HubCall } from '../support/hub';
import { callApi } from '../support/pageApi';
import { ConferenceServer } from '../support/server';
import { expect, test as base } from '../support/test';
import { expectShown, setTrap } from '../support/trap';

// Every attack reaches every place where the page shows what others wrote. Whether one ran, was stopped by the policy only, or fetched
// something from elsewhere is seen by the trap and by the watch that every person has: it fails the test when the person leaves.

const names = attacks(64);
const titles = attacks(80);
const texts = attacks(4000);
const hasty = {
  Limits__ChatRate: '100000',
  Limits__ChatBurst: '100000',
  Limits__OtherRate: '100000',
  Limits__OtherBurst: '100000',
  Limits__RequestRate: '100000',
  Limits__RequestBurst: '100000',
  Limits__VisitorShare: '1000',
  Limits__RoomCallRate: '100000',
  Limits__RoomCallBurst: '100000',
  Limits__VisitorJoinRate: '100000',
  Limits__VisitorJoinBurst: '100000',
  Limits__VisitorConnections: '100000',
  Limits__FrameShare: '100',
  Limits__ByteRate: '100000000',
  Limits__ByteBurst: '100000000',
};

const test = base.extend<object, { readonly server: ConferenceServer }>({
  server: [
    async ({}, use) => {
      const server = await ConferenceServer.start('xss', hasty);
      await use(server);
      await server.dispose();
    },
    { scope: 'worker' },
  ],
});

/** So many at a time, and so many toasts. */
const seats = 20;
const toasts = 3;
const leaving: HubCall = ['LeaveRoom'];

function inBatches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, batch) =>
    all.slice(batch * size, (batch + 1) * size),
  );
}

/** The room's part of an address of the interface. */
const codeOf = (room: string): string => room.replace('/r/', '/');

/** Gives the room a title, and the lobby the same as a message. Answers with what an invitation to the calendar says then. */
async function rename(page: Page, room: string, title: string): Promise<string[]> {
  const event = await page.evaluate(
    async ([address, body]) => {
      const headers = { 'Content-Type': 'application/json' };
      await fetch(`${address}/settings`, { method: 'PATCH', headers, body });
      return (await fetch(`${address}/invite.ics`)).text();
    },
    [`/api/rooms${room}`, JSON.stringify({ title, lobbyMessage: title })] as const,
  );
  return event.replaceAll('\r\n ', '').split('\r\n');
}

const propertiesOf = (event: readonly string[]): string[] =>
  event.map((line) => line.replace(/[:;].*/, ''));

const summaryOf = (event: readonly string[]): string | undefined =>
  event
    .find((line) => line.startsWith('SUMMARY:'))
    ?.slice(8)
    .replace(/\\(.)/g, '$1');

/** Runs in the page before its own scripts: it searches without waiting for another letter. */
function answerAtOnce(): void {
  const wait = window.setTimeout.bind(window);
  Object.assign(window, {
    setTimeout: (then: () => void, delay?: number) => wait(then, delay === 200 ? 0 : delay),
  });
}

/** One after the other, each until the page shows what it says about it. */
function searchFor(page: Page, searches: readonly string[]): Promise<void> {
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    const isAnswered = (text: string): boolean =>
      [...document.querySelectorAll('[role=status]')].some((status) =>
        status.textContent.includes(`“${text}”`),
      );
    for (const text of all) {
      const answered = new Promise<void>((resolve) => {
        new MutationObserver((_changes, observer) => {
          if (isAnswered(text)) {
            observer.disconnect();
            resolve();
          }
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      if (field) {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await answered;
    }
  }, searches);
}

// There are a few thousand things to be seen, each on a frame of its own.
test.describe.configure({ timeout: 180_000 });

test('there are 500 attacks and more for every place', () => {
  expect([names, titles, texts].filter(({ length }) => length < 500)).toEqual([]);
});

test('a page that takes texts for markup runs them, and that is noticed', async ({ person }) => {
  const { page, watch } = await person('Mara', { before: setTrap });
  await page.route('**/trusting', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.route('**/evil.example/**', (route) => route.abort());
  await page.goto('/trusting');
  await page.evaluate(
    (all) => {
      for (const text of all) {
        // What the product never does, on a page of this test alone: the other tests mean something only if this is noticed.
        document.body.appendChild(document.createElement('div')).innerHTML = text;
      }
    },
    names.filter((name) => !/meta|base/i.test(name)),
  );
  const counts = () =>
    [/an attack ran/, /markup made of text/, /request to another origin/].map(
      (sign) => watch.problems.filter((problem) => sign.test(problem)).length,
    );
  await expect.poll(() => Math.min(...counts())).toBeGreaterThan(20);
  watch.expect(/./);
});

test('who comes, writes, raises a hand and goes', async ({ person }) => {
  const mara = await person('Mara', { before: setTrap });
  const room = await mara.startRoom();
  await mara.joinHere('Join with chat only');
  await mara.openChat();
  const hub = await BareHub.open(mara.page, seats);
  await hub.play(
    names.flatMap((name) => [
      {
        calls: [leaving, joining(room, name), ['NotifyTyping']],
        shown: [`${name} joined`, `${name} is typing…`],
      },
      { calls: [['RaiseHand']], shown: [`${name} raised a hand`] },
    ]),
  );

  await mara.openPeople();
  for (const batch of inBatches(names, seats)) {
    await hub.callAll(batch.map((name) => [leaving, joining(room, name)]));
    await expectShown(mara.page, [...batch, ...batch.map((name) => `More for ${name}`)]);
  }
});

test('who asks to come in', async ({ person }) => {
  const [mara, crowd] = [await person('Mara', { before: setTrap }), await person('Crowd')];
  const room = await mara.startRoom();
  await mara.joinHere('Join with chat only');
  await callApi(mara.page, 'PATCH', `${codeOf(room)}/settings`, { lobby: true });
  await crowd.page.goto('/');
  const hub = await BareHub.openForStrangers(crowd.page, seats);
  for (const batch of inBatches(names, toasts)) {
    await hub.callAll(batch.map((name) => [leaving, joining(room, name)]));
    await expectShown(
      mara.page,
      batch.map((name) => `${name} asks to join`),
    );
  }

  await mara.openPeople();
  for (const batch of inBatches(names, seats)) {
    await hub.callAll(batch.map((name) => [leaving, joining(room, name)]));
    await expectShown(
      mara.page,
      batch.flatMap((name) => [`Admit ${name}`, `Deny ${name}`]),
    );
  }
});

test('what a host does: names, the title, the message to the lobby, invitations', async ({
  person,
}) => {
  const [mara, yuki] = [
    await person('Mara', { before: setTrap }),
    await person('Yuki', { before: setTrap }),
  ];
  const room = await mara.startRoom();
  await mara.button('Turn camera off').click();
  await mara.joinHere();
  const to = await mara.tile('You').getAttribute('data-participant');
  const hub = await BareHub.open(mara.page);
  await hub.call(0, joining(room, 'Host', false));
  await hub.play(
    names.map((name) => ({
      calls: [
        ['SetName', { name }],
        ['AskToUnmute', { to }],
      ],
      shown: [`${name}, host`, `${name} asks you to unmute`],
    })),
  );

  await callApi(mara.page, 'PATCH', `${codeOf(room)}/settings`, { lobby: true });
  await yuki.page.goto(room);
  await yuki.fillName();
  await yuki.button('Join with chat only').click();
  await expect(yuki.heading('You are in the lobby')).toBeVisible();
  await mara.openPeople();
  await mara.button('Invite').click();
  const properties = propertiesOf(await rename(mara.page, codeOf(room), 'Weekly'));
  for (const title of titles) {
    const event = await rename(mara.page, codeOf(room), title);
    expect([summaryOf(event), propertiesOf(event)]).toEqual([title, properties]);
    await expectShown(yuki.page, [`Message from the host${title}`]);
  }
  await expectShown(mara.page, [...titles, ...titles.map((title) => `${title} - Conference`)]);
  await expectShown(
    mara.page,
    titles.map((title) => `mailto:?subject=${encodeURIComponent(`Join “${title}”`)}&body=Join%20`),
  );
});

test('what is read from lists', async ({ person }) => {
  const mara = await person('Mara', { before: setTrap });
  const room = await mara.startRoom();
  await feedLists(mara.page, codeOf(room), { names, titles, texts });

  await mara.page.goto('/');
  await expectShown(
    mara.page,
    titles.map((title) => `More for ${title}`),
  );
  await expectShown(
    mara.page,
    names.map((name) => `${name}: `),
  );

  await mara.page.goto(`${room}/history`);
  await expectShown(
    mara.page,
    names.map((name) => `Message from ${name}`),
  );
  await expectShown(mara.page, [...texts, ...names]);

  await mara.page.goto(room);
  await mara.joinHere('Join with chat only');
  await mara.choose('More', 'Room settings');
  await mara.button('What hosts did').click();
  await expectShown(
    mara.page,
    names.map((name) => `Allow back ${name}`),
  );
  await expectShown(
    mara.page,
    names.map((name) => `${name} removed ${name}`),
  );
});

test('what is searched for, and what is found', async ({ person }) => {
  const mara = await person('Mara', { before: setTrap });
  const room = await mara.startRoom();
  await mara.joinHere('Join with chat only');
  const hub = await BareHub.open(mara.page);
  const lines = Array.from({ length: 12 }, (_, part) =>
    texts.filter((_text, index) => index % 12 === part).join('\n'),
  );
  await hub.call(0, joining(room, 'Mara'), ...lines.map(saying));
  await expect.poll(() => mara.messages.locator('.text').allTextContents()).toEqual(lines);

  await mara.context.addInitScript(answerAtOnce);
  await mara.page.goto(`${room}/history`);
  await expect(mara.messages.getByTestId('message')).toHaveCount(lines.length);
  await searchFor(mara.page, [...names, 'hit']);
  await expectShown(mara.page, ['Result 1 of 12 for “hit”']);
  await expect(mara.page.locator('mark').first()).toHaveText('hit');
});
