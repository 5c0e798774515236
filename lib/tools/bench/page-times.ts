import { chromium, type Browser } from 'playwright';
import { inProject } from '../project.ts';
import { percentile } from './load.ts';

/** A page of the console, what shows that it is ready, and what the design allows it (milliseconds). */
export interface TimedPage {
  readonly name: string;
  readonly path: string;
  /** CSS of what the page is for. */
  readonly selector: string;
  /** So many of them must be there. */
  readonly count: number;
  readonly budget: PageTimes;
}

export interface PageTimes {
  /** From the start of the navigation until what the page is for stands there and answers. */
  readonly readyMs: number;
  readonly lcpMs: number;
  /** What long tasks took beyond 50 ms each, until half a second after the page was ready. */
  readonly tbtMs: number;
}

interface Visit extends PageTimes {
  /** Cumulative layout shift. */
  readonly shift: number;
}

export interface MeasuredPage extends Visit {
  readonly page: TimedPage;
}

/** Half a second in which late tasks still count. */
const settleMs = 500;
const readyLimitMs = 30_000;

/** Medians of so many first visits, each in a browser context without a cache. */
export async function measurePages(options: {
  readonly browserPath: string;
  readonly consoleUrl: string;
  readonly pages: readonly TimedPage[];
  readonly visits: number;
}): Promise<MeasuredPage[]> {
  const browser = await chromium.launch({ executablePath: options.browserPath, args: ['--no-sandbox'] });
  try {
    const measured: MeasuredPage[] = [];
    for (const page of options.pages) {
      // The first visit warms the server, as the first user of a day does, and is not counted.
      await visit(browser, options.consoleUrl, page);
      const visits: Visit[] = [];
      for (let index = 0; index < options.visits; index += 1) {
        visits.push(await visit(browser, options.consoleUrl, page));
      }
      const median = (read: (one: Visit) => number) =>
        percentile(
          visits.map(read).sort((left, right) => left - right),
          0.5,
        );
      measured.push({
        page,
        readyMs: median((one) => one.readyMs),
        lcpMs: median((one) => one.lcpMs),
        tbtMs: median((one) => one.tbtMs),
        shift: median((one) => one.shift),
      });
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** What `page-watch.mjs` puts into a page. */
interface BenchWindow {
  readonly lambdeckBench: {
    readonly watched: Omit<Visit, 'readyMs'>;
    readyMs(selector: string, count: number): number;
  };
}

async function visit(browser: Browser, consoleUrl: string, timed: TimedPage): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: inProject('lib/tools/bench/page-watch.mjs') });
    await page.goto(new URL(timed.path, consoleUrl).href, { waitUntil: 'commit' });
    // Functions without names of their own: what a bundler makes of those does not run in a page.
    const ready = await page.waitForFunction(
      ({ selector, count }) => (window as unknown as BenchWindow).lambdeckBench.readyMs(selector, count),
      { selector: timed.selector, count: timed.count },
      { polling: 'raf', timeout: readyLimitMs },
    );
    const readyMs = await ready.jsonValue();
    await page.waitForFunction((until) => performance.now() > until, readyMs + settleMs);
    const watched = await page.evaluate(() => (window as unknown as BenchWindow).lambdeckBench.watched);
    return { readyMs, ...watched };
  } finally {
    await context.close();
  }
}
