import 'server-only';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
  GetFunctionConfigurationCommand,
  GetFunctionConcurrencyCommand,
  ListFunctionUrlConfigsCommand,
} from '@aws-sdk/client-lambda';
import {
  compareNames,
  findingKinds,
  findingsOfRow,
  lookOf,
  type Finding,
  type FunctionFacts,
  type FunctionLook,
  type LookPage,
} from '@/lib/domain/check-up';
import type { ConsoleError } from '@/lib/domain/console-error';
import { readFunctionRows } from '@/lib/queries/functions';
import { getAsyncInvocation, getResourcePolicy } from '@/lib/queries/invokers';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { succeed, type Result } from '@/lib/shared/result';
import { takeTurns } from '@/lib/shared/turns';

/** Findings of one kind that travel to the page; the functions list has them all. */
const findingsOfKindMax = 200;
/** Functions of one look: six calls each. */
const functionsAtOnce = 20;
const callsAtOnce = 6;

export interface CheckUp {
  readonly functionCount: number;
  /** Functions whose state the index has not asked for yet. */
  readonly unknownStates: number;
  /** False while the very first listing still runs. */
  readonly isComplete: boolean;
  /** Why the functions could not be listed. */
  readonly error: ConsoleError | undefined;
  readonly findings: readonly Finding[];
  /** Kinds of which more were found than are handed out, with how many there are. */
  readonly cut: readonly { readonly kind: Finding['kind']; readonly count: number }[];
  readonly functionsAtOnce: number;
}

/** What the list of functions alone tells, without a call for each function. */
export async function getCheckUp(place: Place): Promise<CheckUp> {
  const { rows, isComplete, error } = await readFunctionRows(place);
  const now = new Date();
  const all = rows.flatMap((row) => findingsOfRow(row, now));
  const byKind = findingKinds.map((kind) => ({ kind, found: all.filter((one) => one.kind === kind) }));
  return {
    functionCount: rows.length,
    unknownStates: rows.filter(({ state }) => state === undefined).length,
    isComplete,
    error,
    findings: byKind.flatMap(({ found }) => found.slice(0, findingsOfKindMax)),
    cut: byKind.flatMap(({ kind, found }) =>
      found.length > findingsOfKindMax ? [{ kind, count: found.length }] : [],
    ),
    functionsAtOnce,
  };
}

type Turn = ReturnType<typeof takeTurns>;

/** Asks for something of a function, when its turn has come. */
function asker(place: Place, turn: Turn) {
  return <T>(operation: string, question: Parameters<typeof readAsViewer<T>>[2]) =>
    turn(() => readAsViewer(place, operation, question));
}

async function readLogs(
  ask: ReturnType<typeof asker>,
  configured: Result<{ readonly logGroup: string }, ConsoleError>,
): Promise<FunctionFacts['logs']> {
  if (!configured.ok) return configured;
  const { logGroup } = configured.data;
  return ask('logs:DescribeLogGroups', async ({ logs }) => {
    const output = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroup, limit: 50 }));
    // Groups come by name, so the one that is the prefix itself is on the first page.
    const found = output.logGroups?.find(({ logGroupName }) => logGroupName === logGroup);
    return found ? { group: logGroup, retentionDays: found.retentionInDays } : null;
  });
}

/** Looks at one function; undefined when it is gone meanwhile. */
async function lookAt(place: Place, name: string, turn: Turn): Promise<FunctionLook | undefined> {
  const ask = asker(place, turn);
  const configuration = ask('lambda:GetFunctionConfiguration', async ({ lambda }) => {
    const output = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
    return {
      deadLetter: output.DeadLetterConfig?.TargetArn ?? '',
      logGroup: output.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    };
  });
  const [configured, logs, invocation, policy, url, concurrency] = await Promise.all([
    configuration,
    configuration.then((found) => readLogs(ask, found)),
    turn(() => getAsyncInvocation(place, name, undefined)),
    turn(() => getResourcePolicy(place, name, undefined)),
    ask('lambda:ListFunctionUrlConfigs', async ({ lambda }) => {
      const output = await lambda.send(
        new ListFunctionUrlConfigsCommand({ FunctionName: name, MaxItems: 50 }),
      );
      return (output.FunctionUrlConfigs ?? []).map(
        ({ FunctionUrl = '', AuthType = '', FunctionArn = '' }) => ({
          url: FunctionUrl,
          authType: AuthType,
          qualifier: FunctionArn.split(':')[7],
        }),
      );
    }),
    ask('lambda:GetFunctionConcurrency', async ({ lambda }) => {
      const output = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName: name }));
      return { reserved: output.ReservedConcurrentExecutions ?? null };
    }),
  ]);
  if (!configured.ok && configured.error.kind === 'not-found') return undefined;
  return lookOf(name, {
    policy: policy.ok ? succeed(policy.data?.statements ?? []) : policy,
    url,
    concurrency,
    async: asyncFacts(configured, invocation),
    logs,
  });
}

function asyncFacts(
  configured: Result<{ readonly deadLetter: string }, ConsoleError>,
  invocation: Awaited<ReturnType<typeof getAsyncInvocation>>,
): FunctionFacts['async'] {
  // A destination is enough to know that nothing is lost, a dead-letter queue alike: only together they tell a lack.
  const onFailure = invocation.ok ? invocation.data.values.onFailure : '';
  const deadLetter = configured.ok ? configured.data.deadLetter : '';
  if (onFailure || deadLetter || (invocation.ok && configured.ok)) return succeed({ onFailure, deadLetter });
  if (!invocation.ok) return invocation;
  return configured.ok ? succeed({ onFailure, deadLetter }) : configured;
}

/** Looks at the next few functions by name. */
export async function lookAtFunctions(place: Place, after: string): Promise<Result<LookPage, ConsoleError>> {
  const { rows, error } = await readFunctionRows(place);
  if (rows.length === 0 && error) return { ok: false, error };
  const left = rows.filter(({ name }) => after === '' || compareNames(name, after) > 0);
  const names = left.slice(0, functionsAtOnce).map(({ name }) => name);
  const turn = takeTurns(callsAtOnce);
  const looks = await Promise.all(names.map((name) => lookAt(place, name, turn)));
  return succeed({
    looks: looks.filter((look) => look !== undefined),
    next: left.length > names.length ? names.at(-1) : undefined,
  });
}
