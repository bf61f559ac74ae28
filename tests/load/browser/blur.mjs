// What blur costs a frame: CPU time of all of the browser's processes with blur less that without, beside the pure segmentation as the worker
// times it.
import { createRoom, newVisitor, openPreJoin } from './stage.mjs';

const settleMilliseconds = 3_000;

export async function measureBlur(browser, server, seconds) {
  const devtools = await browser.newBrowserCDPSession();
  const page = await newVisitor(browser);
  await page.addInitScript(instrument);
  await openPreJoin(page, await createRoom(page, server));
  await page.waitForTimeout(settleMilliseconds);
  const plain = await measure(page, devtools, seconds);
  await page.getByRole('button', { name: 'Blur background' }).click();
  await page.waitForFunction(() => window.blurred.length > 15);
  await page.evaluate(() => window.blurred.splice(0));
  const blur = await measure(page, devtools, seconds);
  const segmenting = await page.evaluate(() => window.blurred.map((one) => one.segmenting));
  const took = await page.evaluate(() => window.blurred.map((one) => one.took));
  await page.context().close();
  return {
    added: (blur.perFrame - plain.perFrame) * 1_000,
    plain: plain.perFrame * 1_000,
    segmenting: percentile(segmenting, 0.5),
    took: percentile(took, 0.5),
    tookP95: percentile(took, 0.95),
    framesPerSecond: blur.rate,
    plainFramesPerSecond: plain.rate,
  };
}

/** A camera of 640 x 360 with 15 pictures a second, and a worker that can be listened to. */
function instrument() {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (wish) =>
    real({ ...wish, video: wish.video && { width: 640, height: 360, frameRate: 15 } });
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

async function measure(page, devtools, seconds) {
  const [cpu, shown] = [await cpuSeconds(devtools), await frames(page)];
  await page.waitForTimeout(seconds * 1_000);
  const count = (await frames(page)) - shown;
  return { perFrame: ((await cpuSeconds(devtools)) - cpu) / count, rate: count / seconds };
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

const percentile = (values, share) => values.toSorted((one, other) => one - other)[Math.floor(values.length * share)];
