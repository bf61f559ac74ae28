import type { Browser, CDPSession, Page } from '@playwright/test';

/** Milliseconds of one task: by the clock, and of the processor alone. */
export interface LongTask {
  readonly took: number;
  readonly worked: number;
}

/** A record of a trace: times in microseconds, `tdur` is the thread's own. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** From how many milliseconds on a task is a long one, as for `PerformanceObserver`. */
const long = 50;

/** What a page costs the browser that shows it, from `of` on. */
export class Strain {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async of(browser: Browser, page: Page): Promise<Strain> {
    const session = await page.context().newCDPSession(page);
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
    return new Strain(browser, page, session);
  }

  /** Megabytes that are in use when all garbage is gone. */
  async heap(): Promise<number> {
    await this.session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.session.send('Runtime.getHeapUsage');
    return usedSize / 2 ** 20;
  }

  /**
   * Ends it: the long tasks of all pages. The processor's time does not depend on who else wants it, which the clock's does while a crowd and
   * its server share two cores with the browser. The last task is made here, so that there is one.
   */
  async longTasks(): Promise<readonly LongTask[]> {
    await this.page.evaluate((milliseconds) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end) {
        // Nothing but a long task.
      }
    }, 2 * long);
    return longTasksIn(await this.browser.stopTracing());
  }
}

function longTasksIn(trace: Buffer): readonly LongTask[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { readonly traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const pages = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(threadOf),
  );
  return traceEvents
    .filter((event) => event.name === 'RunTask' && pages.has(threadOf(event)))
    .map(({ dur = 0, tdur = dur }) => ({ took: dur / 1_000, worked: tdur / 1_000 }))
    .filter(({ took }) => took >= long);
}
