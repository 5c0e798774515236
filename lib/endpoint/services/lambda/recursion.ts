import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors.ts';
import { randomHex } from '../random-hex.ts';
import { functionArn } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionKey } from './records.ts';

/** Runs of one function in one chain of requests; AWS says "approximately". */
const runsMax = 16;
/** Of a header that comes from outside, no more than this is read. */
const functionsMax = 64;
const headerLengthMax = 4096;

/** How often each function ran before a request, by a short hash of its ARN: AWS's `Lineage=<n>:<hash>:<n>`. */
type Lineage = Map<string, number>;

function readLineage(traceHeader: string | undefined): Lineage {
  const lineage: Lineage = new Map();
  if (traceHeader === undefined || traceHeader.length > headerLengthMax) return lineage;
  const text = /(?:^|;)Lineage=([^;]+)/.exec(traceHeader)?.[1] ?? '';
  for (const part of text.split('|').slice(0, functionsMax)) {
    const [, runs, hash] = /^(\d{1,4}):([0-9a-f]{8}):\d+$/.exec(part) ?? [];
    if (hash !== undefined) lineage.set(hash, Number(runs));
  }
  return lineage;
}

const hashes = new Map<string, string>();
const hashesMax = 1000;

/** Every call needs the hash of its function, so that it is kept. */
function hashOf(key: FunctionKey): string {
  const arn = functionArn(key);
  const known = hashes.get(arn);
  if (known !== undefined) return known;
  if (hashes.size >= hashesMax) hashes.clear();
  const hash = createHash('sha1').update(arn).digest('hex').slice(0, 8);
  hashes.set(arn, hash);
  return hash;
}

/** Whether the function has run so often in this chain of requests that its next run is stopped. */
export function isStopped(
  { repository }: Pick<LambdaParts, 'repository'>,
  key: FunctionKey,
  traceHeader: string | undefined,
): boolean {
  if (traceHeader === undefined || runsIn(key, traceHeader) < runsMax) return false;
  return repository.options.find(key, '', 'recursion') !== 'Allow';
}

export function runsIn(key: FunctionKey, traceHeader: string | undefined): number {
  return readLineage(traceHeader).get(hashOf(key)) ?? 0;
}

/** The trace header of a run of the function: its SDK sends it along with every request to SQS, SNS and Lambda. */
export function traceHeaderOfRun(key: FunctionKey, given: string | undefined, nowMs: number): string {
  const hash = hashOf(key);
  if (given === undefined) return `${newTrace(nowMs)};Lineage=1:${hash}:0`;
  const lineage = readLineage(given);
  lineage.set(hash, (lineage.get(hash) ?? 0) + 1);
  const text = [...lineage].map(([name, runs]) => `${runs}:${name}:0`).join('|');
  const rest = given.replace(/(^|;)Lineage=[^;]*/, '').replace(/^;/, '') || newTrace(nowMs);
  return `${rest}${decided(rest)};Lineage=${text}`;
}

/** A run that nobody decided to trace is not traced; SDKs inside of it want to be told so, and by whom. */
function decided(header: string): string {
  if (header.includes('Sampled=')) return '';
  return `${header.includes('Parent=') ? '' : `;Parent=${randomHex(8)}`};Sampled=0`;
}

function newTrace(nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000).toString(16);
  return `Root=1-${seconds.padStart(8, '0')}-${randomHex(12)};Parent=${randomHex(8)};Sampled=0`;
}

/** What the SDK inside of a function gets when its call would go on with a loop (2.3). */
export function recursiveInvocation(key: FunctionKey): ServiceError {
  const message = `Lambda detected a recursive loop of ${functionArn(key)} and stopped it after ${runsMax} runs in one chain of requests. To allow such loops, use PutFunctionRecursionConfig.`;
  return new ServiceError('RecursiveInvocationException', 400, message, { Type: 'User', Message: message });
}
