import type { FrameLocator, Locator } from '@playwright/test';
import { ask } from '../support/hosting';
import type { Person } from '../support/person';
import { Portal, withCertificate, type Certificate } from '../support/portal';
import { ConferenceServer, freePort } from '../support/server';
import { expect, test as base, type PersonOptions } from '../support/test';

interface Fixtures {
  /** Two other sites. */
  readonly portals: readonly [Portal, Portal];
  /** Starts a server over https whose pages these origins may frame. Answers with its address. */
  readonly serve: (...embedders: readonly string[]) => Promise<string>;
}

const test = base.extend<Fixtures, { readonly certificate: Certificate }>({
  certificate: [async ({}, use) => withCertificate(use), { scope: 'worker' }],

  portals: async ({ certificate }, use) => {
    const portals = [await Portal.open(certificate), await Portal.open(certificate)] as const;
    await use(portals);
    portals.forEach((portal) => portal.close());
  },

  serve: async ({ certificate }, use, info) => {
    const servers: ConferenceServer[] = [];
    await use(async (...embedders) => {
      const address = `https://127.0.0.1:${await freePort()}`;
      const settings = {
        ASPNETCORE_Kestrel__Certificates__Default__Path: certificate.file,
        ASPNETCORE_Kestrel__Certificates__Default__KeyPath: certificate.keyFile,
        ...Object.fromEntries(
          embedders.map((origin, index) => [`Security__EmbeddingOrigins__${index}`, origin]),
        ),
      };
      servers.push(await ConferenceServer.start(`framing-${info.testId}`, settings, address));
      return address;
    });
    await Promise.all(servers.map((server) => server.dispose()));
  },
});

/** Opens the portal's page with the server's in its frame. */
async function visit(
  person: (name: string, options?: PersonOptions) => Promise<Person>,
  portal: Portal,
  address: string,
): Promise<Person> {
  const mara = await person('Mara', { baseURL: portal.origin, ignoreHTTPSErrors: true });
  mara.watch.expect(/request to another origin: (https|wss):\/\/127\.0\.0\.1:/);
  await mara.page.goto(portal.framing(address));
  await expect(mara.heading('Portal')).toBeVisible();
  return mara;
}

/** The browser says why it does not show the frame, and has its own page of an error there. */
async function expectRefused(mara: Person, ancestors: string): Promise<void> {
  const reason = new RegExp(`frame-ancestors ${ancestors}`);
  await expect.poll(() => mara.watch.problems.filter((line) => reason.test(line))).toHaveLength(1);
  mara.watch.expect(reason, /X-Frame-Options/);
  await expect.poll(() => mara.page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  await expect(mara.page.frameLocator('iframe').getByRole('button')).toHaveCount(0);
}

test('no other site shows the page in a frame', async ({ portals: [portal], serve, person }) => {
  const address = await serve();
  const mara = await visit(person, portal, address);
  await expectRefused(mara, "'none'");

  await mara.page.goto(address);
  await expect(mara.button('Start room')).toBeVisible();
});

test('a site that is named shows it, with a call in it, and no other one does', async ({
  portals: [named, other],
  serve,
  person,
}) => {
  const address = await serve(named.origin);
  const mara = await visit(person, named, address);
  const frame = mara.page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Start room' }).click();
  await expect(frame.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  await frame.getByRole('textbox', { name: 'Your name' }).fill('Mara');
  await frame.getByRole('button', { name: 'Join with chat only' }).click();
  await frame.getByRole('textbox', { name: 'Message', exact: true }).fill('Said in a frame');
  await frame.getByRole('button', { name: 'Send' }).click();
  await expect(frame.getByTestId('message')).toHaveAttribute('data-state', 'sent');

  await expectRefused(await visit(person, other, address), named.origin);
});

/** Where the victim of another site is made to click: all that is known of what is there is its place. */
async function clickAt(mara: Person, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) {
    throw new Error('There is nothing to click.');
  }
  await mara.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Two clicks in one task: as fast as can be. */
const clickTwice = (target: Locator) =>
  target.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });

/** Half a second passes in the frame without anybody touching anything. */
const pass = (mara: Person) => mara.page.clock.fastForward(500);

const inMenu = (frame: FrameLocator, name: string) => frame.getByRole('menuitem', { name });

test('clicks on a frame that nobody sees do nothing to others, and a second one that is meant does', async ({
  portals: [portal],
  serve,
  person,
}) => {
  test.slow();
  const address = await serve(portal.origin);
  const mara = await person('Mara', { baseURL: portal.origin, ignoreHTTPSErrors: true });
  const tomas = await person('Tomás', { baseURL: address, ignoreHTTPSErrors: true });
  mara.watch.expect(/request to another origin: (https|wss):\/\/127\.0\.0\.1:/);
  await mara.page.clock.install();
  await mara.page.goto(portal.hiding(address));
  const frame = mara.page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Start room' }).click();
  await frame.getByRole('textbox', { name: 'Your name' }).fill('Mara');
  await frame.getByRole('button', { name: 'Join with chat only' }).click();
  const room = await roomIn(mara);

  await frame.getByRole('button', { name: 'More', exact: true }).click();
  await inMenu(frame, 'Room settings').click();
  await frame.getByRole('switch', { name: 'Lobby' }).check();
  const save = frame.getByRole('button', { name: 'Save' });
  await clickAt(mara, save);
  await expect(frame.getByRole('alert').filter({ hasText: 'Click again' })).toBeVisible();
  await pass(mara);
  await clickAt(mara, save);
  await expect(save).toBeHidden();

  await ask(tomas, room);
  await frame.getByRole('status').getByRole('button', { name: 'View' }).click();
  const admit = frame.getByRole('button', { name: 'Admit Tomás' });
  await clickAt(mara, admit);
  await expect(frame.getByText('Click again to confirm: Admit').first()).toBeVisible();
  await clickTwice(admit);
  await expect(tomas.heading('You are in the lobby')).toBeVisible();
  await expect(admit).toBeVisible();
  await pass(mara);
  await clickAt(mara, admit);
  await expect(tomas.controls).toBeVisible();

  await frame.getByRole('button', { name: 'More for Tomás' }).click();
  await inMenu(frame, 'Remove from room').click();
  const remove = frame.getByRole('alertdialog').getByRole('button', { name: 'Remove' });
  await clickTwice(remove);
  await expect(remove).toBeVisible();
  await expect(tomas.controls).toBeVisible();
  await pass(mara);
  await clickAt(mara, remove);
  await expect(tomas.heading('You were removed from this room')).toBeVisible();

  await frame.getByRole('button', { name: 'Leave options' }).click();
  await inMenu(frame, 'End call for everyone').click();
  const end = frame.getByRole('alertdialog').getByRole('button', { name: 'End call' });
  await clickTwice(end);
  await expect(end).toBeVisible();
  await pass(mara);
  await clickAt(mara, end);
  await expect(frame.getByRole('heading', { name: 'The call has ended' })).toBeVisible();
});

async function roomIn(mara: Person): Promise<string> {
  const pattern = /\/r\/[a-z-]+$/;
  await expect.poll(() => mara.page.frames()[1]?.url()).toMatch(pattern);
  return pattern.exec(mara.page.frames()[1]?.url() ?? '')?.[0] ?? '';
}
