import { disobey, openPairs, sent, Wire, type Sent } from '../support/hostile';
import { BareHub, joining } from '../support/hub';
import { audible } from '../support/media';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

// A page that was changed to send on whatever a host decides. What counts is what honest pages do with it.

const second = { timeout: 1_000, intervals: [25] };

async function act(host: Person, on: Person, action: string): Promise<void> {
  await host
    .panel('People')
    .getByRole('button', { name: `More for ${on.name}` })
    .click();
  await host.menuItem(action).click();
}

async function expectToSendOn(page: Person['page'], kind: keyof Sent): Promise<void> {
  const before = await sent(page);
  await expect
    .poll(async () => (await sent(page))[kind], { message: `it goes on sending ${kind}` })
    .toBeGreaterThan(before[kind] + 5);
}

test('whoever sends on after a host muted, stopped or removed them is neither heard nor seen', async ({
  person,
}) => {
  test.slow();
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const mallory = await person('Mallory', { before: disobey });
  const wires = [mara, tomas].map(({ page }) => new Wire(page));
  const ownWire = new Wire(mallory.page);
  const room = await mara.host();
  await tomas.join(room);
  await mallory.join(room);
  await Promise.all([mara.sees(tomas, mallory), tomas.sees(mara, mallory)]);
  const honest = [mara, tomas];
  for (const { page } of honest) {
    await expect.poll(() => audible(page)).toBe(2);
  }
  const seat = (await mara.tile(mallory).getAttribute('data-participant')) ?? '';
  await mara.openPeople();

  await test.step('muted', async () => {
    await act(mara, mallory, 'Mute');
    await Promise.all(honest.map(({ page }) => expect.poll(() => audible(page), second).toBe(1)));
    await expectToSendOn(mallory.page, 'packets');
    expect(await Promise.all(honest.map(({ page }) => audible(page)))).toEqual([1, 1]);
  });

  await test.step('video stopped', async () => {
    const pictures = honest.map((one) => one.tile(mallory).locator('video'));
    await Promise.all(pictures.map((picture) => expect(picture).toHaveCount(1)));
    await act(mara, mallory, 'Stop video');
    await Promise.all(pictures.map((picture) => expect(picture).toHaveCount(0, second)));
    await expectToSendOn(mallory.page, 'frames');
    await Promise.all(pictures.map((picture) => expect(picture).toHaveCount(0)));
  });

  await test.step('removed', async () => {
    await act(mara, mallory, 'Remove from room');
    await mara.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await Promise.all(honest.map(({ page }) => expect.poll(() => openPairs(page), second).toBe(1)));
    await Promise.all(honest.map((one) => expect(one.tile(mallory)).toHaveCount(0)));
    await expect.poll(() => ownWire.areClosed, { timeout: 2_000 }).toBe(true);
  });

  await test.step('not reached by its signals', async () => {
    const signals = wires.map((wire) => wire.signalsOf(seat));
    expect(Math.min(...signals)).toBeGreaterThan(0);
    const to = await mara.tile(tomas).getAttribute('data-participant');
    const hub = await BareHub.open(mallory.page);
    const [joined, signalled] = await hub.call(0, joining(room, 'Mallory', false), [
      'SendSignal',
      { to, toInstance: 'any', signal: { description: '{}' } },
    ]);
    expect(joined).toMatchObject({ status: 'removed' });
    expect(signalled).toContain('not_joined');
    await tomas.openChat();
    await tomas.say('Is she gone?');
    await mara.openChat();
    await expect(mara.message('Is she gone?')).toBeVisible();
    expect(wires.map((wire) => wire.signalsOf(seat))).toEqual(signals);
  });
});
