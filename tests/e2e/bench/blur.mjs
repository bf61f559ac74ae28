// What blur costs a frame at 640 x 360 with 15 pictures a second: CPU time of the page's process with blur less that without, beside the
// pure segmentation as the worker times it. Needs the published server: `node bench/blur.mjs`; prints one line of JSON.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from '@playwright/test';

const assembly =
  process.env.CONFERENCE_SERVER ??
  path.resolve(import.meta.dirname, '../../../artifacts/server/Conference.Server.dll');
const seconds = Number(process.env.SECONDS ?? 20);

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

async function serve() {
  const url = `http://127.0.0.1:${await freePort()}`;
  const folder = await mkdtemp(path.join(tmpdir(), 'conference-blur-'));
  const server = spawn('dotnet', [assembly], {
    cwd: path.dirname(assembly),
    env: { ...process.env, ASPNETCORE_URLS: url, Data__Folder: folder },
    stdio: 'ignore',
  });
  for (;;) {
    if ((await fetch(`${url}/health/ready`).catch(() => undefined))?.ok) {
      return { url, stop: () => server.kill() && rm(folder, { recursive: true }) };
    }
    await delay(200);
  }
}

/** A camera of 640 x 360 and a worker that can be listened to. */
function instrument() {
  const real = navigator.mediaDevices?.getUserMedia.bind(navigator.mediaDevices);
  if (real) {
    navigator.mediaDevices.getUserMedia = (wish) =>
      real({ ...wish, video: wish.video && { width: 640, height: 360, frameRate: 15 } });
  }
  const blurred = [];
  const Native = window.Worker;
  window.Worker = class extends Native {
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => data.kind === 'blurred' && blurred.push(data));
    }
  };
  Object.assign(window, { blurred });
}

async function cpuSeconds(devtools) {
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

const frames = (page) =>
  page
    .getByTestId('preview')
    .locator('video')
    .evaluate((video) => video.getVideoPlaybackQuality().totalVideoFrames);

async function measure(page, devtools) {
  const [cpu, shown] = [await cpuSeconds(devtools), await frames(page)];
  await delay(seconds * 1_000);
  const count = (await frames(page)) - shown;
  return { perFrame: ((await cpuSeconds(devtools)) - cpu) / count, rate: count / seconds };
}

const percentile = (values, share) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)];

const { url, stop } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream=fps=15',
  ],
});
try {
  const devtools = await browser.newBrowserCDPSession();
  const page = await browser.newPage();
  await page.addInitScript(instrument);
  await page.goto(url);
  await page.getByRole('button', { name: 'Start room' }).click();
  await page.locator('[data-testid="preview"][data-state="on"]').waitFor();
  await delay(3_000);
  const plain = await measure(page, devtools);
  await page.getByRole('button', { name: 'Blur background' }).click();
  await page.waitForFunction(() => window.blurred.length > 15, undefined, { timeout: 60_000 });
  await page.evaluate(() => window.blurred.splice(0));
  const blur = await measure(page, devtools);
  const all = await page.evaluate(() => window.blurred);
  const milliseconds = (value) => Number(value.toFixed(1));
  console.log(
    JSON.stringify({
      addedCpuPerFrame: milliseconds((blur.perFrame - plain.perFrame) * 1_000),
      plainCpuPerFrame: milliseconds(plain.perFrame * 1_000),
      segmentingP50: milliseconds(
        percentile(
          all.map(({ segmenting }) => segmenting),
          0.5,
        ),
      ),
      blurringP50: milliseconds(
        percentile(
          all.map(({ took }) => took),
          0.5,
        ),
      ),
      blurringP95: milliseconds(
        percentile(
          all.map(({ took }) => took),
          0.95,
        ),
      ),
      framesPerSecond: { plain: milliseconds(plain.rate), blur: milliseconds(blur.rate) },
    }),
  );
} finally {
  await browser.close();
  await stop();
}
