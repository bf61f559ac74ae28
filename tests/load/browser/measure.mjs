// measure.mjs SCENARIO SERVER TIMES: plays one scenario in a real browser and prints its numbers as JSON.
import { createRoom, join, newVisitor, openBrowser, openPreJoin, pictureAt } from './stage.mjs';

const [scenario, server, times] = process.argv.slice(2);
const quietMilliseconds = 1_000;

const scenarios = {
  'page-load': measurePageLoad,
  'first-picture': () => repeat(measureFirstPicture),
  'link-to-picture': () => repeat(measureLinkToPicture),
  reload: () => repeat(measureReload),
};

async function measurePageLoad() {
  const page = await newVisitor(browser);
  const link = await createRoom(await newVisitor(browser), server);
  const session = await page.context().newCDPSession(page);
  const numbers = { bytes: 0, requests: 0, foreign: 0 };
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request, redirectResponse }) => {
    if (request.url.startsWith('http')) {
      numbers.requests += 1;
      numbers.foreign += request.url.startsWith(server) ? 0 : 1;
      numbers.bytes += redirectResponse?.encodedDataLength ?? 0;
      console.error(`    ${new URL(request.url).pathname}`);
    }
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (numbers.bytes += encodedDataLength));
  await openPreJoin(page, link);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(quietMilliseconds);
  return numbers;
}

async function measureFirstPicture() {
  const { first, second } = await oneInTheRoom();
  await openPreJoin(second, first.url());
  await join(second);
  const seen = await pictureAt(second, 0);
  const clicked = await second.evaluate(() => window.bench.clickedAt);
  await close(first, second);
  return seen - clicked;
}

async function measureLinkToPicture() {
  const { first, second } = await oneInTheRoom();
  await second.goto(`${first.url()}#join-at-once`, { waitUntil: 'commit' });
  const seen = await pictureAt(second, 0);
  const opened = await second.evaluate(() => performance.timeOrigin);
  await close(first, second);
  return seen - opened;
}

async function measureReload() {
  const { first, second } = await oneInTheRoom();
  await openPreJoin(second, first.url());
  await join(second);
  await pictureAt(first, 0);
  await pictureAt(second, 0);
  const started = Date.now();
  await second.reload({ waitUntil: 'commit' });
  const seen = await pictureAt(first, 1);
  await close(first, second);
  return seen - started;
}

async function oneInTheRoom() {
  const [first, second] = [await newVisitor(browser), await newVisitor(browser)];
  await openPreJoin(first, await createRoom(first, server));
  await join(first);
  return { first, second };
}

async function close(...pages) {
  await Promise.all(pages.map((page) => page.context().close()));
}

async function repeat(measure) {
  await measure(); // The first one warms the server and the browser up.
  const values = [];
  for (let i = 0; i < Number(times); i += 1) {
    values.push(await measure());
    console.error(`    ${values.at(-1).toFixed(0)} ms`);
  }
  values.sort((a, b) => a - b);
  const middle = values.length / 2;
  const median = (values[Math.floor(middle - 0.5)] + values[Math.floor(middle)]) / 2;
  return { median, best: values[0], worst: values.at(-1) };
}

const browser = await openBrowser();
try {
  console.log(JSON.stringify(await scenarios[scenario]()));
} finally {
  await browser.close();
}
