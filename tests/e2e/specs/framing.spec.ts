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
