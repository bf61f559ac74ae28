// A browser with fake devices, and participants in rooms.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const observer = readFileSync(new URL('observe.js', import.meta.url), 'utf8');
const timeout = 20_000;

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
  });
}

/** Sends everybody everything, as large as the camera takes it. */
function sendPlainly() {
  const add = RTCPeerConnection.prototype.addTransceiver;
  RTCPeerConnection.prototype.addTransceiver = function (track, { sendEncodings: _, ...init } = {}) {
    return add.call(this, track, init);
  };
  RTCRtpSender.prototype.setParameters = () => Promise.resolve();
}

/** A visitor who was never here: nothing cached, no cookie. */
export async function newVisitor(browser, { viewport = { width: 1280, height: 720 }, plain = false, settings, patience = timeout } = {}) {
  const context = await browser.newContext({ viewport });
  await context.addInitScript(observer);
  if (plain) {
    await context.addInitScript(sendPlainly);
  }
  if (settings) {
    await context.addInitScript((stored) => localStorage.setItem('conference.settings', JSON.stringify(stored)), settings);
  }
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => console.error(String(error)));
  return page;
}

export async function createRoom(page, server) {
  const response = await page.context().request.post(new URL('/api/rooms', server).href, { data: { title: 'Load' } });
  if (!response.ok()) {
    throw new Error(`No room: ${response.status()}`);
  }
  return new URL(`/r/${(await response.json()).code}`, server).href;
}

/** Opens the link and waits until `Join now` can be clicked and the own picture runs. */
export async function openPreJoin(page, link) {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Load');
  await page.locator('[data-testid=preview][data-state=on]').waitFor();
}

export async function join(page) {
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).waitFor();
}

/** When the picture with this number was first on the screen. */
export async function pictureAt(page, number, patience = timeout) {
  const seen = await page.evaluate(([index, most]) => window.bench.pictureAt(index, most), [number, patience]);
  if (seen === undefined) {
    throw new Error(`There is no picture ${number} after ${patience / 1_000} s.`);
  }
  return seen;
}
