// measure.mjs SCENARIO SERVER TIMES: plays one scenario in a real browser and prints its numbers as JSON.
import { measureBlur } from './blur.mjs';
import { measureGathering, measureHiding, measureMesh, measureNewcomer, measureUploadLimit } from './mesh.mjs';
import { createRoom, join, newVisitor, openBrowser, openPreJoin, pictureAt } from './stage.mjs';

const [scenario, server, times] = process.argv.slice(2);
const quietMilliseconds = 1_000;
const isQuick = Number(times) < 10;

const scenarios = {
  'page-load': measurePageLoad,
  'first-picture': () => repeat(measureFirstPicture),
  'link-to-picture': () => repeat(measureLinkToPicture),
  reload: () => repeat(measureReload),
  'mesh-4': () => mesh({ people: 4, viewport: { width: 1328, height: 900 } }),
  'mesh-6': () => mesh({ people: 6 }),
  'mesh-9': () => mesh({ people: 9 }),
  newcomer: () => repeat(() => measureNewcomer(browser, server, 4)),
  gathering: () => gathering(8),
  'upload-limit': () => measureUploadLimit(browser, server, { people: 6, megabits: 1.5, seconds: isQuick ? 20 : 60 }),
  hiding: () => repeat(() => measureHiding(browser, server)),
  blur: () => measureBlur(browser, server, isQuick ? 5 : 20),
};

/** Beside it the same pages that send everybody everything. */
async function mesh(options) {
  const seconds = isQuick ? 15 : 30;
  const numbers = await measureMesh(browser, server, { ...options, seconds });
  console.error(`    ${JSON.stringify(numbers)}`);
  const plain = await measureMesh(browser, server, { ...options, seconds, plain: true });
  console.error(`    plain ${JSON.stringify(plain)}`);
  const named = Object.entries(plain).map(([name, value]) => [`plain ${name}`, value]);
  return { ...numbers, ...Object.fromEntries(named) };
}

async function gathering(people) {
  const milliseconds = [];
  for (let i = 0; i < Math.ceil(Number(times) / 2); i += 1) {
    milliseconds.push(...(await measureGathering(browser, server, people)));
  }
  milliseconds.sort((a, b) => a - b);
  return { p95: milliseconds[Math.floor(milliseconds.length * 0.95)], worst: milliseconds.at(-1) };
}

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
