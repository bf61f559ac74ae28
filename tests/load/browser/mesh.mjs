// Scenarios of several people whose pictures go from browser to browser.
import { createRoom, join, newVisitor as oneVisitor, openPreJoin, pictureAt } from './stage.mjs';

const settleMilliseconds = 15_000;
/** Many pages on two processors take their time to load; what is measured begins later. */
const patience = 90_000;

const newVisitor = (browser, options = {}) => oneVisitor(browser, { ...options, patience });

/** The worst pair's pictures a second, freezes and sound of so many people who all see each other. */
export async function measureMesh(browser, server, { people, viewport, seconds, plain = false }) {
  const pages = await seat(browser, server, people, { viewport, plain });
  await everybodySeesEverybody(pages);
  await pages[0].waitForTimeout(settleMilliseconds);
  const before = await received(pages);
  await pages[0].waitForTimeout(seconds * 1_000);
  const after = await received(pages);
  const tile = await tileSize(pages[0]);
  await close(pages);
  return { ...compare(before, after, seconds), ...tile };
}

/** From the click on `Join now` until the last of so many has everybody else's picture on the screen. */
export async function measureNewcomer(browser, server, people) {
  const pages = await seat(browser, server, people - 1);
  await everybodySeesEverybody(pages);
  const newcomer = await newVisitor(browser);
  await openPreJoin(newcomer, pages[0].url());
  await join(newcomer);
  const seen = await pictureAt(newcomer, people - 2, patience);
  const milliseconds = seen - (await newcomer.evaluate(() => window.bench.clickedAt));
  await close([...pages, newcomer]);
  return milliseconds;
}

/** So many people without cameras come in at once: when each pair is connected, after the last click. */
export async function measureGathering(browser, server, people) {
  const [first, ...others] = await Promise.all(Array.from({ length: people }, () => newVisitor(browser)));
  const link = await createRoom(first, server);
  const pages = [first, ...others];
  for (const page of pages) {
    await openPreJoin(page, link);
    await page.getByRole('button', { name: 'Turn camera off' }).click();
  }
  await Promise.all(pages.map((page) => join(page)));
  for (const page of pages) {
    await page.waitForFunction((count) => window.bench.connectedAt.length >= count, people - 1);
  }
  const clicks = await Promise.all(pages.map((page) => page.evaluate(() => window.bench.clickedAt)));
  const connected = await Promise.all(pages.map((page) => page.evaluate(() => window.bench.connectedAt)));
  await close(pages);
  return connected.flat().map((at) => at - Math.max(...clicks));
}

/** What six people send whose upload is limited, one of whom is pinned by another. */
export async function measureUploadLimit(browser, server, { people, megabits, seconds }) {
  const pages = await seat(browser, server, people, { settings: { uploadLimit: megabits } });
  await everybodySeesEverybody(pages);
  await pages[1].getByTestId('tile').filter({ hasNot: pages[1].locator('.float') }).first().hover();
  await pages[1].getByRole('button', { name: /^Pin / }).first().click();
  await pages[0].waitForTimeout(settleMilliseconds);
  const before = await sent(pages);
  const heardBefore = await received(pages);
  await pages[0].waitForTimeout(seconds * 1_000);
  const after = await sent(pages);
  const { concealed } = compare(heardBefore, await received(pages), seconds);
  await close(pages);
  return { ...shares(before, after, seconds), concealed, seconds };
}

/** From the wish for no video until its sender's last picture, of one of three people. */
export async function measureHiding(browser, server) {
  const pages = await seat(browser, server, 3);
  await everybodySeesEverybody(pages);
  const [, viewer] = pages;
  await viewer.keyboard.press(',');
  await viewer.getByRole('tab', { name: 'Bandwidth' }).click();
  const control = viewer.getByRole('switch', { name: 'Receive no video' });
  const wished = await control.evaluate((element) => {
    element.click();
    return performance.timeOrigin + performance.now();
  });
  const last = await viewer.evaluate(() => window.bench.lastPictureReceived(2_500));
  await close(pages);
  return Math.max(0, last - wished);
}

async function seat(browser, server, people, options = {}) {
  const pages = [await newVisitor(browser, options)];
  const link = await createRoom(pages[0], server);
  await enter(pages[0], link);
  while (pages.length < people) {
    const page = await newVisitor(browser, options);
    await enter(page, link);
    pages.push(page);
  }
  return pages;
}

async function enter(page, link) {
  await openPreJoin(page, link);
  await join(page);
}

async function everybodySeesEverybody(pages) {
  await Promise.all(pages.map((page) => pictureAt(page, pages.length - 2, patience)));
}

const received = (pages) => Promise.all(pages.map((page) => page.evaluate(() => window.bench.received())));
const sent = (pages) => Promise.all(pages.map((page) => page.evaluate(() => window.bench.sent())));

function compare(before, after, seconds) {
  const pairs = after.flatMap((page, index) =>
    page.map((now, pair) => ({ now, then: before[index][pair] })),
  );
  return {
    pairs: pairs.length,
    framesPerSecond: Math.min(...pairs.map(({ now, then }) => (now.frames - then.frames) / seconds)),
    meanFramesPerSecond: mean(pairs.map(({ now, then }) => (now.frames - then.frames) / seconds)),
    freezes: pairs.reduce((sum, { now, then }) => sum + now.freezes - then.freezes, 0),
    concealed: Math.max(
      ...pairs.map(({ now, then }) => (now.concealed - then.concealed) / Math.max(1, now.samples - then.samples)),
    ),
    height: mean(pairs.map(({ now }) => now.height)),
  };
}

/** The first page is the one that the second pinned: its largest picture should be for that one, though nothing here tells who gets it. */
function shares(before, after, seconds) {
  const bits = after.map((page, index) =>
    page.map(({ all, video }, pair) => ({
      all: ((all - before[index][pair].all) * 8) / seconds,
      video: ((video - before[index][pair].video) * 8) / seconds,
    })),
  );
  const [largest, second] = bits[0].map(({ video }) => video).sort((a, b) => b - a);
  return {
    most: Math.max(...bits.map((page) => page.reduce((sum, { all }) => sum + all, 0))),
    largest,
    second,
  };
}

async function tileSize(page) {
  const box = await page.getByTestId('tile').first().boundingBox();
  return { tileWidth: box.width, tileHeight: box.height };
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

const close = (pages) => Promise.all(pages.map((page) => page.context().close()));
