import type { Browser } from '@playwright/test';
import { chromium } from '../support/browser';
import { expectEverybodySeesAndHears } from '../support/media';
import { Internet } from '../support/nat';
import type { Person } from '../support/person';
import { paths } from '../support/relay';
import { ConferenceServer, freePort } from '../support/server';
import { expect, test as base } from '../support/test';

interface Options {
  /** Whether the server answers STUN. */
  readonly stun: boolean;
}

interface Fixtures {
  /** A server in the internet, with homes around it. */
  readonly network: { readonly url: string; readonly browserAtHome: () => Promise<Browser> };
  /** Somebody at home, behind a router of their own. */
  readonly atHome: (name: string) => Promise<Person>;
}

const test = base.extend<Options & Fixtures>({
  stun: [true, { option: true }],

  network: async ({ stun, playwright }, use, info) => {
    const internet = await Internet.open();
    const url = `http://${internet.address}:${await freePort()}`;
    const settings = { Stun__Enabled: String(stun), Stun__Port: String(await freePort()) };
    const server = await ConferenceServer.start(`nat-${info.testId}`, settings, url);
    const { executablePath = '', args = [] } = chromium();
    const browsers: Browser[] = [];
    const browserAtHome = async () => {
      const browser = await playwright.chromium.launch({
        executablePath: await internet.browserAtHome(executablePath),
        // Otherwise a page that does not come from this machine by https has neither camera nor microphone.
        args: [...args, `--unsafely-treat-insecure-origin-as-secure=${url}`],
      });
      browsers.push(browser);
      return browser;
    };
    await use({ url, browserAtHome });
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.dispose();
    await internet.close();
  },

  atHome: async ({ network: { url, browserAtHome }, person }, use) => {
    await use(async (name) => person(name, { browser: await browserAtHome(), baseURL: url }));
  },
});

test('two people behind routers at home reach each other by the STUN of their own server', async ({
  atHome,
}) => {
  const [mara, tomas] = [await atHome('Mara'), await atHome('Tomás')];
  await tomas.join(await mara.host());

  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  for (const { page } of [mara, tomas]) {
    expect((await paths(page)).join()).toMatch(/^(srflx|prflx) over/);
  }
});

test.describe(() => {
  test.use({ stun: false });

  test('without it they do not, and are told', async ({ atHome }) => {
    const [mara, tomas] = [await atHome('Mara'), await atHome('Tomás')];
    await tomas.join(await mara.host());

    await expect(mara.tile(tomas)).toHaveAttribute('data-state', 'lost', { timeout: 30_000 });
    expect(await paths(mara.page)).toEqual([]);
  });
});
