import type { Page } from '@playwright/test';
import type { Recorded } from '../support/media';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';

interface Sent {
  readonly active: boolean;
  readonly scale: number;
  readonly bitrate: number;
  readonly frames: number;
}

/** How the camera goes out to each other participant, in the order in which they were connected. */
const sentBy = (page: Page): Promise<readonly Sent[]> =>
  page.evaluate(() => {
    const { connections } = (window as unknown as Recorded).recordedMedia;
    const open = connections.filter(({ connectionState }) => connectionState === 'connected');
    return Promise.all(
      open.map(async (peer) => {
        const sender = peer.getTransceivers()[1]?.sender;
        const [encoding] = sender?.getParameters().encodings ?? [];
        const report = [
          ...((await sender?.getStats())?.values() ?? []),
        ] as RTCOutboundRtpStreamStats[];
        return {
          active: encoding?.active ?? false,
          scale: encoding?.scaleResolutionDownBy ?? 1,
          bitrate: encoding?.maxBitrate ?? 0,
          frames: report.find(({ type }) => type === 'outbound-rtp')?.framesSent ?? 0,
        };
      }),
    );
  });

async function threeTogether(person: (name: string) => Promise<Person>) {
  const people = [await person('Mara'), await person('Tomás'), await person('Yuki')] as const;
  const [mara, tomas, yuki] = people;
  const room = await mara.host();
  await tomas.join(room);
  await yuki.join(room);
  await Promise.all([mara.sees(tomas, yuki), tomas.sees(mara, yuki), yuki.sees(mara, tomas)]);
  return people;
}

async function openBandwidth(person: Person): Promise<void> {
  await person.page.keyboard.press(',');
  await person.page.getByRole('tab', { name: 'Bandwidth' }).click();
}

/** Asks a page's own channel for something, as a changed client could. */
const sayOverChannel = (page: Page, texts: readonly string[]): Promise<void> =>
  page.evaluate((all) => {
    const { channels } = window as unknown as { readonly channels: RTCDataChannel[] };
    for (const channel of channels.filter(({ readyState }) => readyState === 'open')) {
      for (const text of all) {
        try {
          channel.send(text);
        } catch {
          // Chromium itself refuses what is larger than a message may be.
        }
      }
    }
  }, texts);

function recordChannels(): void {
  const channels: RTCDataChannel[] = [];
  Object.assign(window, { channels });
  const create = Reflect.get<RTCPeerConnection, 'createDataChannel'>(
    RTCPeerConnection.prototype,
    'createDataChannel',
  );
  RTCPeerConnection.prototype.createDataChannel = function (...options) {
    const channel = create.apply(this, options);
    channels.push(channel);
    return channel;
  };
}

test('a picture that nobody shows is not sent, to that one alone, and comes back', async ({
  person,
}) => {
  test.slow();
  const [mara, tomas] = await threeTogether(person);
  const active = async () => (await sentBy(mara.page)).map((one) => one.active);
  await expect.poll(active).toEqual([true, true]);

  await openBandwidth(tomas);
  await tomas.page.getByRole('switch', { name: 'Receive no video' }).click();
  await expect.poll(active, { timeout: 2_000, intervals: [50] }).toEqual([false, true]);
  const before = await sentBy(mara.page);
  await expect
    .poll(async () => (await sentBy(mara.page))[1]?.frames ?? 0)
    .toBeGreaterThan((before[1]?.frames ?? 0) + 10);
  expect((await sentBy(mara.page))[0]?.frames).toBe(before[0]?.frames);

  await tomas.page.getByRole('switch', { name: 'Receive no video' }).click();
  await expect.poll(active).toEqual([true, true]);
  await expect
    .poll(async () => (await sentBy(mara.page))[0]?.frames ?? 0)
    .toBeGreaterThan((before[0]?.frames ?? 0) + 5);
});

test('who is pinned is sent larger than who is not', async ({ person }) => {
  test.slow();
  const [mara, tomas] = await threeTogether(person);
  const scale = async () => (await sentBy(mara.page))[0]?.scale ?? 0;
  await expect.poll(scale).toBeGreaterThan(1);
  const inGrid = await scale();
  await tomas.tile(mara).focus();
  await tomas.page.keyboard.press('Enter');
  await expect(tomas.tile(mara)).toHaveAccessibleName(/pinned/);
  await expect.poll(scale).toBeLessThan(inGrid);
});

test('three ask each other for voices that cost little', async ({ person }) => {
  test.slow();
  const [, , yuki] = await threeTogether(person);
  const voices = await yuki.page.evaluate(() =>
    (window as unknown as Recorded).recordedMedia.connections.map(
      ({ remoteDescription }) => remoteDescription?.sdp.split(/^m=/m)[1],
    ),
  );
  expect(voices).toHaveLength(2);
  for (const voice of voices) {
    expect(voice).toMatch(/^a=fmtp:\d+ .*\busedtx=1\b/m);
    expect(voice).toMatch(/^a=ptime:[24]0$/m);
  }
});

test('a limit, saving and sound only lower what is sent at once', async ({ person }) => {
  test.slow();
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  await tomas.join(await mara.host());
  await Promise.all([mara.sees(tomas), tomas.sees(mara)]);
  const bits = async () =>
    (await sentBy(mara.page)).reduce((sum, { active, bitrate }) => sum + (active ? bitrate : 0), 0);
  await expect.poll(bits).toBeGreaterThan(420_000);
  await openBandwidth(mara);
  await mara.page.getByRole('combobox', { name: 'Upload limit' }).selectOption('0.5 Mbit/s');
  await expect.poll(bits).toBeLessThan(420_000);
  await mara.page.getByRole('combobox', { name: 'Upload limit' }).selectOption('No limit');
  await expect.poll(bits).toBeGreaterThan(420_000);
  await mara.page.getByRole('radio', { name: 'Audio only' }).check({ force: true });
  await expect.poll(bits).toBe(0);
});

test('whatever somebody asks for over and over, others go on, and nobody sends more than there is', async ({
  person,
}) => {
  test.slow();
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const mallory = await person('Mallory', { before: recordChannels });
  const room = await mara.host();
  await tomas.join(room);
  await mallory.join(room);
  await Promise.all([mara.sees(tomas, mallory), tomas.sees(mara, mallory)]);

  const greedy = { width: 7680, height: 4320, frameRate: 1000, pinned: true, speaking: true };
  const wishes = ['{"wish":{}}', JSON.stringify({ wish: { camera: greedy } })];
  await sayOverChannel(mallory.page, [
    '',
    '{',
    'null',
    '[]',
    '{"wish":8}',
    '{"wish":{"camera":"8K"}}',
  ]);
  await sayOverChannel(mallory.page, ['a'.repeat(1 << 20), 'b'.repeat(1 << 16)]);
  await sayOverChannel(
    mallory.page,
    Array.from({ length: 200 }, (_, index) => wishes[index % 2] ?? ''),
  );
  await expect
    .poll(async () => (await sentBy(mara.page)).map(({ scale }) => scale >= 1))
    .toEqual([true, true]);

  const before = await sentBy(mara.page);
  await expect
    .poll(async () => (await sentBy(mara.page))[0]?.frames ?? 0)
    .toBeGreaterThan((before[0]?.frames ?? 0) + 10);
  await Promise.all([mara.sees(tomas, mallory), tomas.sees(mara, mallory)]);
});
