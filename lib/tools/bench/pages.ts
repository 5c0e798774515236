import { AddPermissionCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from '../addresses.ts';
import { findBrowser } from '../browser.ts';
import { startConsole } from '../programs.ts';
import { print } from '../project.ts';
import { readSettings } from '../settings.ts';
import { measurePages, type MeasuredPage, type TimedPage } from './page-times.ts';
import { createBenchFunction, type BenchEndpoint } from './starts.ts';

const visits = 5;
const functionCount = 10_000;
const parallel = 16;
/** With the function, the layers' place and the two places to add one: fifty nodes. */
const triggerCount = 47;
const shiftMax = 0.02;

const functionPath = '/c/local/us-east-1/functions/pages';

/** Times of the design's budgets, `ui.md` section 10. */
const timedPages: readonly TimedPage[] = [
  {
    name: 'shell',
    path: '/connections',
    selector: 'main h1',
    count: 1,
    budget: { readyMs: 450, lcpMs: 400, tbtMs: 30 },
  },
  {
    name: `list of ${functionCount.toLocaleString('en-US')}`,
    path: '/c/local/us-east-1/functions',
    selector: 'main tbody tr a',
    count: 50,
    budget: { readyMs: 800, lcpMs: 750, tbtMs: 50 },
  },
  {
    name: 'configuration form',
    path: `${functionPath}/configuration/general/edit`,
    selector: 'main form input:not([type=hidden])',
    count: 2,
    budget: { readyMs: 900, lcpMs: 800, tbtMs: 80 },
  },
  {
    name: 'designer, 50 nodes',
    path: `${functionPath}/code`,
    selector: '.react-flow__node',
    count: triggerCount + 3,
    budget: { readyMs: 1100, lcpMs: 700, tbtMs: 180 },
  },
  {
    name: 'metrics',
    path: `${functionPath}/monitor/metrics`,
    selector: 'main figure svg',
    count: 6,
    budget: { readyMs: 900, lcpMs: 800, tbtMs: 80 },
  },
  {
    name: 'code',
    path: `${functionPath}/code`,
    selector: '.monaco-editor .view-line',
    count: 1,
    budget: { readyMs: 2500, lcpMs: 2200, tbtMs: 600 },
  },
];

/** Opens pages of the built console in a browser, over an endpoint that holds ten thousand functions. */
export async function benchPages(endpoint: BenchEndpoint, server: string): Promise<void> {
  print(`\nPages: medians of ${visits} first visits in ms, the design's budget in brackets\n`);
  const browser = findBrowser();
  if (!browser.isFound) return print(`  not measured: ${browser.reason}`);
  await fill(endpoint.lambda);

  const folder = await mkdtemp(path.join(os.tmpdir(), 'lambdeck-bench-pages-'));
  const port = await findFreePort();
  const settings = readSettings({
    PORT: String(port),
    LAMBDECK_ENDPOINT_PORT: String(endpoint.port),
    LAMBDECK_DATA: folder,
  });
  const { program, ready } = startConsole(settings, server);
  try {
    await ready;
    const consoleUrl = `http://127.0.0.1:${port}`;
    const measured = await measurePages({ browserPath: browser.path, consoleUrl, pages: timedPages, visits });
    measured.forEach(printPage);
  } finally {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(lambda: LambdaClient): Promise<void> {
  await createBenchFunction(lambda, 'pages');
  for (let index = 0; index < triggerCount; index += 1) {
    const service = `source${index}`;
    await lambda.send(
      new AddPermissionCommand({
        FunctionName: 'pages',
        StatementId: service,
        Action: 'lambda:InvokeFunction',
        Principal: `${service}.amazonaws.com`,
        SourceArn: `arn:aws:${service}:us-east-1:000000000000:thing`,
      }),
    );
  }
  let next = 0;
  const creator = async () => {
    while (next < functionCount) {
      next += 1;
      await createBenchFunction(lambda, `listed-${next}`);
    }
  };
  await Promise.all(Array.from({ length: parallel }, creator));
}

function printPage({ page, readyMs, lcpMs, tbtMs, shift }: MeasuredPage): void {
  const cell = (name: string, value: number, allowed: number) =>
    `${name} ${value.toFixed(0).padStart(5)} (${allowed})${value > allowed ? ' over' : ''}`.padEnd(26);
  const { budget } = page;
  print(
    `  ${page.name.padEnd(22)} ${cell('ready', readyMs, budget.readyMs)} ${cell('LCP', lcpMs, budget.lcpMs)} ` +
      `${cell('TBT', tbtMs, budget.tbtMs)} CLS ${shift.toFixed(3)}${shift > shiftMax ? ' over' : ''}`,
  );
}
