import type { Page } from '@playwright/test';
import { barriers } from '../support/axe';
import { drawnCamera } from '../support/devices';
import {
  expectEverybodySeesAndHears,
  incoming,
  negotiations,
  type Recorded,
} from '../support/media';
import type { Person } from '../support/person';
import { portraits, sitForPortrait } from '../support/portrait';
import { expect, test } from '../support/test';

/** The sharpest edge in a picture, of 255: a wall that is blurred has none. */
const sharpness = (page: Page, inside: string): Promise<number> =>
  page
    .locator(`${inside} video`)
    .first()
    .evaluate((video: HTMLVideoElement) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
      const pen = canvas.getContext('2d');
      pen?.drawImage(video, 0, 0, 320, 180);
      const pixels = pen?.getImageData(0, 0, 320, 180).data ?? new Uint8ClampedArray();
      let sharpest = 0;
      for (let index = 4; index < pixels.length; index += 4) {
        const isFirst = (index / 4) % 320 === 0;
        const step = Math.abs((pixels[index] ?? 0) - (pixels[index - 4] ?? 0));
        sharpest = isFirst ? sharpest : Math.max(sharpest, step);
      }
      return sharpest;
    });

const preview = '[data-testid="preview"]';
const tileOf = (name: string) => `[data-testid="tile"][aria-label^="${name}"]`;

const toggle = async ({ page }: Person, menu: string, label: string): Promise<void> => {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: label, exact: true }).click();
};

test('a blurred background is blurred for everybody, from before the call on', async ({
  person,
}) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  await mara.context.addInitScript(drawnCamera, 'wall' as const);
  const room = await mara.startRoom();
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  await expect.poll(() => sharpness(mara.page, preview)).toBeGreaterThan(40);
  const blur = mara.button('Blur background');
  await expect(blur).toHaveAttribute('aria-pressed', 'false');
  await blur.click();
  await expect(blur).toHaveAttribute('aria-pressed', 'true');
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  await expect.poll(() => sharpness(mara.page, preview)).toBeLessThan(25);
  expect(await barriers(mara.page)).toEqual([]);

  await mara.joinHere();
  await tomas.join(room);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  expect(await sharpness(tomas.page, tileOf('Mara'))).toBeLessThan(25);
  const before = await negotiations(mara.page);
  await toggle(mara, 'More', 'Blur background');
  await expect.poll(() => sharpness(tomas.page, tileOf('Mara'))).toBeGreaterThan(40);
  await toggle(mara, 'Camera options', 'Blur background');
  await expect.poll(() => sharpness(tomas.page, tileOf('Mara'))).toBeLessThan(25);
  expect(await negotiations(mara.page)).toBe(before);

  await mara.page.reload();
  await mara.sees(tomas);
  await expect.poll(() => sharpness(mara.page, tileOf('You'))).toBeLessThan(25);
});

test('blur leaves people as sharp as they are', async ({ person }) => {
  const mara = await person('Mara');
  await mara.context.addInitScript(sitForPortrait, portraits.mara);
  await mara.startRoom();
  const started = mara.page.waitForEvent('worker');
  await mara.button('Blur background').click();
  await started;
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  // Where the hair meets the face: the wall behind has no edge.
  await expect.poll(() => sharpness(mara.page, preview)).toBeGreaterThan(40);
});

test('blur works in a browser without streams of pictures', async ({ person }) => {
  const mara = await person('Mara', {
    before: () => Reflect.deleteProperty(window, 'MediaStreamTrackGenerator'),
  });
  await mara.context.addInitScript(drawnCamera, 'wall' as const);
  await mara.startRoom();
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  await mara.button('Blur background').click();
  await expect(mara.page.getByTestId('preview')).toHaveAttribute('data-state', 'on');
  await expect.poll(() => sharpness(mara.page, preview)).toBeLessThan(25);
});

test('blur that cannot start shows nothing, until its person decides', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  mara.watch.expect(/Failed to load resource/, /ERR_FAILED/);
  await mara.context.route(/selfie_segmentation.*\.wasm$/, (route) => route.abort());
  const room = await mara.host();
  await tomas.join(room);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  await toggle(mara, 'Camera options', 'Blur background');
  await expect(
    mara.status('Blur does not work here. Your camera is off, so that nobody sees your room.'),
  ).toBeVisible();
  await expect(tomas.tile(mara)).toHaveAccessibleName(/camera off/);
  await mara.button('Show without blur').click();
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
});

test('blur ends with a word where the machine is too slow for it', async ({ person }) => {
  const mara = await person('Mara', { before: slowBlur });
  await mara.host();
  await toggle(mara, 'Camera options', 'Blur background');
  await expect(
    mara.status('Blur is off: this device is too slow for it. Your camera is off too'),
  ).toBeVisible();
  await expect(mara.button('Turn camera on')).toBeVisible();
  await mara.button('Camera options').click();
  await expect(
    mara.page.getByRole('menuitemcheckbox', { name: 'Blur background' }),
  ).not.toBeChecked();
});

/** Every picture takes a second, as far as anybody can tell. */
function slowBlur(): void {
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      const data = { kind: 'blurred', took: 1_000, segmenting: 1_000 };
      setInterval(() => this.dispatchEvent(new MessageEvent('message', { data })), 200);
    }
  };
}

test('the policy of the blur trusts its own worker alone', async ({ person }) => {
  const mara = await person('Mara', { before: keepPolicies });
  await mara.context.addInitScript(drawnCamera, 'wall' as const);
  await mara.startRoom();
  await mara.button('Blur background').click();
  await expect.poll(() => sharpness(mara.page, preview)).toBeLessThan(25);
  mara.watch.expect(/policy violation|TrustedTypePolicy|Content Security Policy/i);
  const answers = await mara.page.evaluate(() => {
    const { keptPolicies } = window as unknown as { keptPolicies: Policy[] };
    const factory = (window as unknown as { trustedTypes: PolicyFactory }).trustedTypes;
    const attempt = (deed: () => unknown) => {
      try {
        return String(deed());
      } catch (cause) {
        return cause instanceof Error ? cause.name : 'refused';
      }
    };
    return [
      keptPolicies.length,
      attempt(() => keptPolicies[0]?.createScriptURL('https://elsewhere.example/x.js')),
      attempt(() => keptPolicies[0]?.createScriptURL('/dist/main.js')),
      attempt(() => factory.createPolicy('another', { createScriptURL: (url) => url })),
      attempt(() => factory.createPolicy('conference-blur', { createScriptURL: (url) => url })),
    ];
  });
  expect(answers).toEqual([1, 'TypeError', 'TypeError', 'TypeError', 'TypeError']);
});

interface Policy {
  createScriptURL(url: string): unknown;
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

function keepPolicies(): void {
  const factory = (window as unknown as { trustedTypes: PolicyFactory }).trustedTypes;
  const real = factory.createPolicy.bind(factory);
  const keptPolicies: Policy[] = [];
  Object.assign(window, { keptPolicies });
  factory.createPolicy = (name, rules) => {
    const policy = real(name, rules);
    keptPolicies.push(policy);
    return policy;
  };
}

const energy = async (page: Page): Promise<number> => (await incoming(page))[0]?.energy ?? 0;

test('noise suppression changes nothing but the sound, and a mute still mutes', async ({
  person,
}) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  const room = await mara.host();
  await tomas.join(room);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  const before = await negotiations(mara.page);
  const worklet = mara.page.waitForResponse(/rnnoise.*\.wasm$/);
  await toggle(mara, 'Microphone and speaker options', 'Noise suppression');
  expect((await worklet).ok()).toBe(true);
  await expect.poll(() => suppressed(mara.page)).toBe(true);
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
  await mara.button('Microphone and speaker options').click();
  await expect(
    mara.page.getByRole('menuitemcheckbox', { name: 'Noise suppression' }),
  ).toBeChecked();
  await mara.page.keyboard.press('Escape');
  expect(await negotiations(mara.page)).toBe(before);

  await mara.button('Mute microphone').click();
  await expect(tomas.tile(mara)).toHaveAccessibleName(/muted/);
  let last = -1;
  await expect
    .poll(async () => {
      const former = last;
      last = await energy(tomas.page);
      return last - former;
    })
    .toBeLessThan(0.000_1);
});

/** What is sent is made by a script, and not a microphone's own track. */
const suppressed = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { connections } = (window as unknown as Recorded).recordedMedia;
    return connections
      .flatMap((connection) => connection.getSenders())
      .some(
        ({ track }) =>
          track?.kind === 'audio' && track.label.startsWith('MediaStreamAudioDestinationNode'),
      );
  });

test('noise suppression that cannot start leaves the plain sound', async ({ person }) => {
  const [mara, tomas] = [await person('Mara'), await person('Tomás')];
  mara.watch.expect(/Failed to load resource/, /ERR_FAILED/);
  await mara.context.route(/rnnoise.*\.wasm$/, (route) => route.abort());
  const room = await mara.host();
  await tomas.join(room);
  await toggle(mara, 'Microphone and speaker options', 'Noise suppression');
  await expect(
    mara.status('Noise suppression does not work here. Others hear you without it.'),
  ).toBeVisible();
  await expectEverybodySeesAndHears([mara.page, tomas.page]);
});
