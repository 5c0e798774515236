import {
  createBenchFunction,
  measureBareNode,
  measureColdStarts,
  measureConsoleReady,
  residentMb,
  startBenchEndpoint,
} from './bench/starts.ts';
import { benchEndurance } from './bench/endurance.ts';
import { postRequest, runLoad, type LoadResult } from './bench/load.ts';
import { measureInsights, type InsightsFigures } from './bench/log-insights.ts';
import { measureSockets, type SocketResult } from './bench/sockets.ts';
import { measureLambdaLocal, measureServerlessOffline, type OtherResult } from './bench/others.ts';
import { benchPages } from './bench/pages.ts';
import { measureAccounting, type AccountingFigures } from './bench/accounting.ts';
import { findFreePort } from './addresses.ts';
import { budgetProblems, weighPages } from './budgets.ts';
import { ensureConsoleBuild, ensureEndpointBundle } from './builds.ts';
import { inProject, print } from './project.ts';
import { startProgram, waitForAnswer } from './supervisor.ts';

const callers = [1, 8, 64] as const;
const durationMs = 3000;
const socketCount = 1000;
const idleMs = 3000;
const repeats = 10;

/** Speed and size, each beside its floor in the same run. Figures of one machine: read the ratios. */
export async function run(): Promise<number> {
  const bundle = await ensureEndpointBundle();
  const server = await ensureConsoleBuild();

  print('\nWarm invoke: requests a second, p50 and p99 in ms, share of the floor\n');
  const floor = await measureFloor();
  printLoads('bare node:http', floor, floor);

  const endpoint = await startBenchEndpoint(bundle);
  let idleMb: number;
  let coldMs: number;
  let sockets: SocketResult;
  let insights: InsightsFigures;
  try {
    await new Promise((resolve) => setTimeout(resolve, idleMs));
    idleMb = await residentMb(endpoint.program.pid);
    await createBenchFunction(endpoint.lambda, 'warm');
    const target = { host: '127.0.0.1', port: endpoint.port, request: invokeRequest('warm') };
    await runLoad(target, 8, 1000); // Environments are there before the clock runs.
    const loads = await measureLoads(target);
    printLoads('Lambdeck', loads, floor);
    printBars(loads, floor);
    coldMs = await measureColdStarts(endpoint.lambda, repeats);
    insights = await measureInsights(endpoint.port, target);
    sockets = await measureSockets(endpoint, socketCount, durationMs);
  } finally {
    await endpoint.stop();
  }
  printAccounting(await measureAccounting(bundle, invokeRequest, durationMs));
  printOther('lambda-local 2.2', await measureLambdaLocal(callers, durationMs), floor);
  printOther('serverless-offline 13', await measureServerlessOffline(callers, durationMs), floor);

  const bareMs = measureBareNode(repeats);
  print('\nStarts\n');
  print(
    `  first invoke of a new function  ${coldMs.toFixed(0)} ms = bare node (${bareMs.toFixed(0)} ms) + ${(coldMs - bareMs).toFixed(0)} ms`,
  );
  print(
    `  endpoint ready, empty folder    ${endpoint.readyMs.toFixed(0)} ms, idle ${idleMb.toFixed(0)} MB resident`,
  );
  print(`  console ready                   ${(await measureConsoleReady(server)).toFixed(0)} ms`);

  await benchEndurance(bundle, invokeRequest);

  const filled = await startBenchEndpoint(bundle);
  try {
    await benchPages(filled, server);
  } finally {
    await filled.stop();
  }

  printInsights(insights);
  print(`\nWebSocket API, MOCK route, ${sockets.connections} connections\n`);
  for (const [name, load] of [
    ['one message a second each', sockets.paced],
    ['as fast as answers come', sockets.eager],
  ] as const) {
    const { messagesPerSecond, p50Ms, p99Ms } = load;
    print(
      `  ${name.padEnd(26)} ${messagesPerSecond.toFixed(0)}/s ${p50Ms.toFixed(2)} ${p99Ms.toFixed(1)} ms (p50, p99)`,
    );
  }
  print(`  memory                     ${sockets.kbEach.toFixed(0)} KB resident for each`);

  print('\nPages: KB of gzip before anything loaded on demand\n');
  const weights = await weighPages();
  for (const { route, scriptKb, styleKb } of weights) {
    print(`  ${scriptKb.toFixed(0).padStart(4)} script ${styleKb.toFixed(1).padStart(5)} style  ${route}`);
  }
  for (const problem of budgetProblems(weights)) print(`  over: ${problem}`);
  return 0;
}

/** The bars that are set against the floor of the same run. */
function printBars(loads: readonly LoadResult[], floor: readonly LoadResult[]): void {
  const ratio = (count: (typeof callers)[number], figure: (load: LoadResult) => number) => {
    const [own, bare] = [loads, floor].map((all) => all[callers.indexOf(count)]);
    return own && bare ? figure(own) / figure(bare) : Number.NaN;
  };
  const share = ratio(8, ({ requestsPerSecond }) => requestsPerSecond) * 100;
  print(`  at 8 connections           ${share.toFixed(1)} % of the floor (bar: 25)`);
  print(
    `  p99 at 64 connections      ${ratio(64, ({ p99Ms }) => p99Ms).toFixed(1)} times the floor's (bar: 3)`,
  );
}

function printAccounting({ onPerSecond, offPerSecond, slowerPercent }: AccountingFigures): void {
  print(
    `  logs, metrics, traces, concurrency: ${onPerSecond.toFixed(0)}/s with, ${offPerSecond.toFixed(0)}/s without, ${slowerPercent.toFixed(0)} % slower (bar: 20)`,
  );
}

function printInsights(figures: InsightsFigures): void {
  const { rows, rowsPerSecond, queries, p99Ms, p99DuringMs, queriesDuring } = figures;
  print(`\nCloudWatch Logs, ${rows} events\n`);
  print(`  PutLogEvents, one caller   ${rowsPerSecond.toFixed(0)} rows/s (bar: 50000)`);
  for (const { name, ms } of queries) print(`  ${name.padEnd(33)} ${ms.toFixed(0)} ms (bar: 2000)`);
  print(
    `  invokes meanwhile          p99 ${p99Ms.toFixed(1)} → ${p99DuringMs.toFixed(1)} ms over ${queriesDuring} queries (bar: +5)`,
  );
}

/** Any key is accepted by an endpoint without keys, but a request must be signed in form. */
function invokeRequest(name: string): Buffer {
  const scope = `000000000000/20260101/us-east-1/lambda/aws4_request`;
  return postRequest({
    path: `/2015-03-31/functions/${name}/invocations`,
    body: '{}',
    headers: {
      'X-Amz-Date': '20260101T000000Z',
      Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
    },
  });
}

async function measureFloor(): Promise<LoadResult[]> {
  const port = await findFreePort();
  const program = startProgram({
    name: 'The floor',
    args: [inProject('lib/tools/bench/floor-server.mjs'), String(port)],
    output: 'held',
  });
  try {
    await waitForAnswer(program, `http://127.0.0.1:${port}/`, 10_000);
    return await measureLoads({ host: '127.0.0.1', port, request: postRequest({ path: '/', body: '{}' }) });
  } finally {
    await program.stop();
  }
}

async function measureLoads(target: { host: string; port: number; request: Buffer }): Promise<LoadResult[]> {
  const loads: LoadResult[] = [];
  for (const count of callers) loads.push(await runLoad(target, count, durationMs));
  return loads;
}

function printOther(name: string, result: OtherResult, floor: readonly LoadResult[]): void {
  if ('absent' in result) print(`  ${name.padEnd(22)} not measured: ${result.absent}`);
  else printLoads(name, result.loads, floor);
}

function printLoads(name: string, loads: readonly LoadResult[], floor: readonly LoadResult[]): void {
  const cells = loads.map(({ requestsPerSecond, p50Ms, p99Ms, failures }, index) => {
    const share = (requestsPerSecond / (floor[index]?.requestsPerSecond ?? Number.NaN)) * 100;
    const failed = failures > 0 ? ` ${failures} failed` : '';
    return `${callers[index]}: ${requestsPerSecond.toFixed(0)}/s ${p50Ms.toFixed(2)} ${p99Ms.toFixed(1)} ${share.toFixed(0)} %${failed}`;
  });
  print(`  ${name.padEnd(22)} ${cells.map((cell) => cell.padEnd(30)).join(' ')}`);
}
