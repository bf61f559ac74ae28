import { barriers } from '../support/axe';
import { pasted } from '../support/clipboard';
import { Coturn } from '../support/coturn';
import { cameraInUse } from '../support/devices';
import type { Person } from '../support/person';
import { ConferenceServer } from '../support/server';
import { expect, test as base } from '../support/test';

const step = (person: Person, name: string) =>
  person.page.getByRole('list', { name: 'Checks' }).locator(`[data-step="${name}"]`);

const result = (person: Person, name: string) => step(person, name).getAttribute('data-result');

async function openCheck(person: Person): Promise<void> {
  await person.page.goto('/');
  await person.link('Connection check').click();
  await expect(person.heading('Connection check')).toBeVisible();
  await expect(person.button('Copy report')).toBeVisible({ timeout: 60_000 });
}

base('without a relay calls work, and what may be out of reach is said', async ({ person }) => {
  base.slow();
  const mara = await person('Mara');
  await mara.context.grantPermissions(['camera', 'microphone', 'clipboard-write']);
  await openCheck(mara);
  await expect(mara.page).toHaveTitle('Connection check - Conference');
  for (const name of ['browser', 'camera', 'microphone', 'server', 'websocket']) {
    expect(await result(mara, name), name).toBe('passed');
  }
  for (const name of ['turn-udp', 'turn-tcp', 'turn-tls']) {
    expect(await result(mara, name), name).toBe('warning');
    await expect(step(mara, name)).toContainText('This server has no relay for this way.');
  }
  await expect(mara.status('Calls work, but some networks may be out of reach')).toBeVisible();
  expect(await barriers(mara.page)).toEqual([]);
  await mara.page.setViewportSize({ width: 390, height: 844 });
  expect(await barriers(mara.page)).toEqual([]);

  await mara.button('Copy report').click();
  await expect(mara.status('Report copied')).toBeVisible();
  const report = await pasted(mara.page);
  expect(report).toMatch(/^browser: passed Chrome \d+$/m);
  expect(report).not.toMatch(/127\.0\.0\.1|Mara/);

  await mara.button('Run again').click();
  await expect(mara.button('Copy report')).toHaveCount(0);
  await expect(mara.button('Copy report')).toBeVisible({ timeout: 60_000 });
});

base('a camera that another program has is said, and the rest is tried', async ({ person }) => {
  const mara = await person('Mara', { before: cameraInUse });
  await openCheck(mara);
  expect(await result(mara, 'camera')).toBe('failed');
  await expect(step(mara, 'camera')).toContainText('Another program is using your camera.');
  expect(await result(mara, 'microphone')).toBe('passed');
  expect(await result(mara, 'server')).toBe('passed');
});

const test = base.extend<{ readonly secret: string | undefined }>({
  secret: [undefined, { option: true }],

  baseURL: async ({ secret }, use, info) => {
    const coturn = await Coturn.start();
    const server = await ConferenceServer.start(`check-${info.testId}`, {
      ...coturn.settings('udp'),
      Turn__Servers__0__Urls__1: `turn:127.0.0.1:${coturn.port}?transport=tcp`,
      // Nothing listens there.
      Turn__Servers__0__Urls__2: 'turns:127.0.0.1:9?transport=tcp',
      ...(secret !== undefined && { Turn__Servers__0__Secret: secret }),
    });
    await use(server.url);
    await server.dispose();
    await coturn.dispose();
  },
});

test('each way to a relay is tried, and the one that does not answer is named', async ({
  person,
}) => {
  test.slow();
  const mara = await person('Mara');
  await openCheck(mara);
  expect(await result(mara, 'turn-udp')).toBe('passed');
  expect(await result(mara, 'turn-tcp')).toBe('passed');
  expect(await result(mara, 'turn-tls')).toBe('failed');
  await expect(step(mara, 'turn-tls')).toContainText('No relay answers this way.');
});

test.describe(() => {
  test.use({ secret: 'not the secret of the relay' });

  test('a relay that refuses the credentials of the server is told from one that does not answer', async ({
    person,
  }) => {
    test.slow();
    const mara = await person('Mara');
    await openCheck(mara);
    expect(await result(mara, 'turn-udp')).toBe('failed');
    await expect(step(mara, 'turn-udp')).toContainText(
      'The relay refused this server’s credentials.',
    );
    expect(await result(mara, 'turn-tls')).toBe('failed');
  });
});
