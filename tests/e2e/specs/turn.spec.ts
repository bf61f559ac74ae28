import { Coturn } from '../support/coturn';
import { expectEverybodySeesAndHears } from '../support/media';
import { changeSettings } from '../support/hosting';
import {
  countRelays,
  iceServers,
  keepCandidates,
  paths,
  relayOnly,
  takeCandidates,
} from '../support/relay';
import { ConferenceServer } from '../support/server';
import { expect, test as base } from '../support/test';

interface Options {
  /** The one way to the relay. */
  readonly transport: 'udp' | 'tcp';
}

/** Everybody's server has a coturn beside it, which outlives their pages. */
const test = base.extend<Options>({
  transport: ['udp', { option: true }],

  baseURL: async ({ transport, settings }, use, info) => {
    const coturn = await Coturn.start();
    const server = await ConferenceServer.start(`turn-${info.testId}`, {
      ...coturn.settings(transport),
      ...settings,
    });
    await use(server.url);
    await server.dispose();
    await coturn.dispose();
  },
});

for (const transport of ['udp', 'tcp'] as const) {
  test.describe(() => {
    test.use({ transport });

    test(`a call goes over ${transport} through the relay when nothing else is open`, async ({
      person,
    }) => {
      const options = { before: relayOnly };
      const [mara, tomas] = [await person('Mara', options), await person('Tomás', options)];
      await tomas.join(await mara.host());

      await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
      await expectEverybodySeesAndHears([mara.page, tomas.page]);
      expect(await paths(mara.page)).toEqual([`relay over ${transport}`]);
      expect(await paths(tomas.page)).toEqual([`relay over ${transport}`]);
    });
  });
}

test('in a room of relays nobody is told where another is', async ({ person }) => {
  const options = { before: keepCandidates };
  const [mara, tomas] = [await person('Mara', options), await person('Tomás', options)];
  await tomas.join(await mara.host());
  await mara.sees(tomas);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  expect((await paths(mara.page)).join()).not.toContain('relay');
  for (const { page } of [mara, tomas]) {
    expect((await takeCandidates(page)).join()).toContain('typ host');
  }

  await changeSettings(mara, (dialog) =>
    dialog.getByRole('switch', { name: 'Relay only' }).check(),
  );
  for (const { page } of [mara, tomas]) {
    await expect.poll(() => paths(page), { timeout: 20_000 }).toEqual(['relay over udp']);
  }
  await expectEverybodySeesAndHears([mara.page, tomas.page]);

  await tomas.page.reload();
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  for (const { page } of [mara, tomas]) {
    const heard = await takeCandidates(page);
    expect(heard.length).toBeGreaterThan(0);
    for (const candidate of heard) {
      expect(candidate).toMatch(/typ relay raddr 0\.0\.0\.0 rport 9/);
    }
  }
});

test.describe(() => {
  test.use({ settings: { Turn__Lifetime: '00:00:10' } });

  test('credentials end, and the page has newer ones by then', async ({ person }) => {
    const options = { before: relayOnly };
    const [mara, tomas] = [await person('Mara', options), await person('Tomás', options)];
    await tomas.join(await mara.host());
    await mara.sees(tomas);
    const first = await iceServers(mara.page);
    await expect.poll(() => countRelays(mara.page, first), { timeout: 30_000 }).toBe(0);

    const renewed = await iceServers(mara.page);
    expect(renewed[0]?.username).not.toBe(first[0]?.username);
    expect(await countRelays(mara.page, renewed)).toBeGreaterThan(0);
    await mara.sees(tomas);
    await expectEverybodySeesAndHears([mara.page, tomas.page]);
  });
});
