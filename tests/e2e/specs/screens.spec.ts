import path from 'node:path';
import type { Page } from '@playwright/test';
import { barriers } from '../support/axe';
import type { Person } from '../support/person';
import { expect, test } from '../support/test';
import { tourCall, tourOutside } from '../support/tour';
import { tourDoor, tourHosting } from '../support/tourHosting';

// Every page and state, in both themes: free of barriers, nothing wider than its window, and a picture of each to be looked at.

const folder = path.resolve(import.meta.dirname, '../screenshots');
const themes = ['light', 'dark'] as const;

async function look(state: string, { page }: Person, size: string): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    await page.screenshot({ path: path.join(folder, `${state}-${size}-${colorScheme}.png`) });
    expect.soft(await barriers(page), `${state}, ${size}, ${colorScheme}`).toEqual([]);
  }
  expect.soft(await cutOff(page), `${state}, ${size}: what stands out sideways`).toEqual([]);
}

/** What no one can reach: controls that stand out where nothing scrolls to, and the page if it is wider than its window. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const standsOut = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return (
        element.checkVisibility() && (left < -1 || right > clientWidth + 1) && !scrolls(element)
      );
    };
    return [
      ...(scrollWidth > clientWidth ? ['the page'] : []),
      ...[...document.querySelectorAll('button, a, input, select, textarea')]
        .filter(standsOut)
        .map((element) => element.getAttribute('aria-label') ?? element.textContent),
    ];
  });
}

/** Colours and places as they stay: a frame later, with every movement that has an end at its end. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((animation) => animation.finished));
  });
}

for (const [size, options] of [
  ['desktop', { viewport: { width: 1440, height: 900 } }],
  ['phone', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }],
  ['narrow', { viewport: { width: 320, height: 640 } }],
] as const) {
  test(`pages around a call have no barrier on a ${size} screen`, async ({ person }) => {
    test.setTimeout(180_000);
    await tourOutside(person, options, (state, whose) => look(state, whose, size));
  });

  test(`a call has no barrier on a ${size} screen`, async ({ person }) => {
    test.setTimeout(180_000);
    await tourCall(person, options, (state, whose) => look(state, whose, size));
  });

  test(`the door of a room has no barrier on a ${size} screen`, async ({ person }) => {
    test.setTimeout(180_000);
    await tourDoor(person, options, (state, whose) => look(state, whose, size));
  });

  test(`hosting has no barrier on a ${size} screen`, async ({ person }) => {
    test.setTimeout(180_000);
    await tourHosting(person, options, (state, whose) => look(state, whose, size));
  });
}
