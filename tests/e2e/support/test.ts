import { test as base, expect, type Browser, type BrowserContextOptions } from '@playwright/test';
import { canaries } from './canaries';
import { recordMedia } from './media';
import { Person } from './person';
import { ConferenceServer } from './server';
import { Elsewhere, Tripwire } from './tripwire';
import { Watch } from './watch';
import type { Language } from './words';

export { expect } from '@playwright/test';

export interface PersonOptions extends BrowserContextOptions {
  /** Runs in every page before its own scripts, to play a broken device or the like. */
  readonly before?: () => void;
  readonly language?: Language;
  /** Another one than that of all the others. */
  readonly browser?: Browser;
}

interface Fixtures {
  /** Configuration of `ownServer`, as environment variables. */
  readonly settings: Readonly<Record<string, string>>;
  /** Opens a browser of its own for somebody. */
  readonly person: (name: string, options?: PersonOptions) => Promise<Person>;
  /** A server that only this test uses, to be killed and started again. */
  readonly ownServer: ConferenceServer;
}

interface WorkerFixtures {
  readonly server: ConferenceServer;
}

// Far above what people do, and what a run of all tests from one address needs.
const roomy = {
  Limits__RoomRate: '1000',
  Limits__RoomBurst: '1000',
  Limits__RequestRate: '1000',
  Limits__RequestBurst: '1000',
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({ browser }, use, worker) => {
      const server = await ConferenceServer.start(`worker-${worker.workerIndex}`, roomy);
      const elsewhere = await Elsewhere.sit(browser, server.url);
      await use(server);
      const heard = await elsewhere.leave();
      await server.dispose();
      expect(heard, 'what reached somebody in another room').toEqual([]);
    },
    { scope: 'worker' },
  ],

  settings: [{}, { option: true }],

  ownServer: async ({ settings }, use, info) => {
    const server = await ConferenceServer.start(`test-${info.testId}`, { ...roomy, ...settings });
    await use(server);
    await server.dispose();
  },

  baseURL: async ({ server }, use) => use(server.url),

  person: async ({ browser, baseURL, locale, timezoneId, viewport }, use, info) => {
    const people: Person[] = [];
    const tripwires = new Map<Person, Tripwire>();
    await use(async (name, { before, language, browser: own = browser, ...options } = {}) => {
      const context = await own.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(language === 'de' ? { locale: 'de-DE' } : locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
        viewport,
        ...options,
      });
      const watch = new Watch(new URL(options.baseURL ?? baseURL ?? '').origin);
      await watch.attach(context);
      canaries.attach(context);
      const tripwire = new Tripwire();
      tripwire.attach(context);
      await context.addInitScript(recordMedia);
      if (before !== undefined) {
        await context.addInitScript(before);
      }
      const person = new Person(name, context, await context.newPage(), watch, language);
      people.push(person);
      tripwires.set(person, tripwire);
      return person;
    });
    for (const { name, page, context } of people) {
      if (info.status !== info.expectedStatus && !page.isClosed()) {
        await page.screenshot({ path: info.outputPath(`${name}.png`) }).catch(() => undefined);
        const seen = await page.locator('body').ariaSnapshot().catch(String);
        await info.attach(name, { body: `${page.url()}\n${seen}`, contentType: 'text/plain' });
      }
      await canaries.addCookies(context);
      await context.close();
    }
    for (const { name, watch } of people) {
      expect(watch.problems, `what ${name}'s browser complained about`).toEqual([]);
    }
    for (const [{ name }, { heard }] of tripwires) {
      expect(heard, `what reached ${name} without a seat`).toEqual([]);
    }
  },
});
