import type { InvocationOutcome, InvocationRequest, LaunchDescription } from '../../runtimes/launch.ts';
import type { RequestContext } from '../service.ts';
import { deniedByPolicy, functionNotFound, invalidRuntime, serviceException } from './errors.ts';
import { assertNotPending, findVersion } from './function-access.ts';
import type { CountedRun } from './function-metrics.ts';
import { withMounts } from './mounts.ts';
import { functionArn, resolveTarget } from './names.ts';
import type { LambdaParts } from './parts.ts';
import { isDenied, isPermitted } from './policy-evaluation.ts';
import type { FunctionRecord, FunctionSettings, RunnableCode } from './records.ts';
import { isStopped, recursiveInvocation, traceHeaderOfRun } from './recursion.ts';
import { openVariables } from './sealed-variables.ts';
import { assertPublished, assertRunHere } from './rules/managed.ts';
import { readClientContext, readPayload } from './rules/payload.ts';
import { assertTenant } from './rules/tenancy.ts';

interface InvokeInput {
  readonly FunctionName?: string | undefined;
  readonly Qualifier?: string | undefined;
  readonly Payload?: Uint8Array | undefined;
  readonly ClientContext?: string | undefined;
  readonly TenantId?: string | undefined;
}

/** A call that passed every check: what `DryRun` stops at. */
export interface PreparedCall {
  readonly record: FunctionRecord;
  readonly request: InvocationRequest;
  /** As it came; the request has that of its run. */
  readonly traceHeader: string | undefined;
  /** An asynchronous call's turn. */
  readonly event?: { readonly acceptedMs: number; readonly attempts: number };
}

/**
 * Environments of one function at one generation, and of one tenant where tenants are kept apart, share this key; its
 * front parts name the function, the version and the generation.
 */
export function environmentKey(
  record: FunctionRecord,
  settings: FunctionSettings,
  tenantId?: string,
): string {
  const key = `${functionArn(record, record.version)}:${settings.generation}`;
  return tenantId === undefined ? key : `${key}:${tenantId}`;
}

/**
 * Checks a call the way AWS does before anything runs: names, function, state, then payload. What the endpoint calls for
 * itself (queued events, batches) was let in before.
 */
export function prepareCall(
  input: InvokeInput,
  context: RequestContext,
  parts: LambdaParts,
  caller: 'client' | 'endpoint' = 'client',
): PreparedCall {
  const question = { action: 'lambda:InvokeFunction', principal: { account: context.accountId } };
  const target = resolveTarget(input, context, 'InvokeFunction', (key, qualifier) =>
    isPermitted(parts.repository.policies.find(key, qualifier), question),
  );
  // Callers of the own account need no policy, yet a whole document may keep them out.
  if (caller === 'client' && isDenied(parts.repository.policies.find(target.key, target.qualifier), question))
    throw deniedByPolicy(context.accountId, 'InvokeFunction', functionArn(target.key, target.qualifier));
  const record = findVersion(parts.repository, target.key, target.qualifier, Math.random());
  // Recorded: a call without a qualifier says `:$LATEST` in its 404.
  if (!record) throw functionNotFound(functionArn(target.key, target.qualifier ?? '$LATEST'));
  assertNotPending(record);
  if (record.state.kind === 'failed')
    throw serviceException(`The function cannot run: ${record.state.reason}`);
  if (caller === 'client') assertPublished(record, target.qualifier);
  assertRunHere(record.settings);
  assertTenant(record.settings, input.TenantId);
  const traceHeader = context.headers['x-amzn-trace-id'];
  if (isStopped(parts, target.key, traceHeader)) {
    parts.metrics.count(record, 'RecursiveInvocationsDropped', 1, parts.clock.now());
    throw recursiveInvocation(target.key);
  }
  return {
    record,
    traceHeader,
    request: {
      requestId: context.requestId,
      payload: readPayload(input.Payload),
      invokedFunctionArn: functionArn(target.key, target.qualifier),
      clientContext: readClientContext(input.ClientContext),
      tenantId: input.TenantId,
      traceHeader: traceHeaderOfRun(target.key, traceHeader, parts.clock.now()),
      caller: context,
    },
  };
}

/**
 * Runs a prepared call on the code and settings in force: during an update, the previous ones. Rejects with
 * TooManyRequestsException when no unit of concurrency is left.
 */
export async function runCall(
  call: PreparedCall,
  parts: LambdaParts,
  onChunk?: (chunk: Uint8Array) => void,
): Promise<Exclude<InvocationOutcome, { kind: 'not-run' }>> {
  const { record } = call;
  const runnable = record.state.kind === 'updating' ? record.state.running : record;
  const startedMs = parts.clock.now();
  const run = { record, invokedFunctionArn: call.request.invokedFunctionArn, startedMs };
  const trace = parts.tracing.begin({ ...call, settings: runnable.settings }, startedMs);
  try {
    const outcome = await runOn(runnable, run, trace?.request ?? call.request, parts, onChunk);
    trace?.ended(outcome, parts.clock.now());
    return outcome;
  } catch (error) {
    trace?.failed(error, parts.clock.now());
    throw error;
  }
}

async function runOn(
  runnable: RunnableCode,
  run: CountedRun,
  request: InvocationRequest,
  parts: LambdaParts,
  onChunk: ((chunk: Uint8Array) => void) | undefined,
): Promise<Exclude<InvocationOutcome, { kind: 'not-run' }>> {
  const { record } = run;
  const leave = enter(run, parts);
  const layers = runnable.settings.layers ?? [];
  const holds = [runnable.codeBlob, ...layers.map(({ blob }) => blob)].map((blob) => parts.code.hold(blob));
  try {
    const launch =
      knownLaunch(record, runnable, parts, request.tenantId) ??
      (await withMounts(
        await describeRun(record, runnable, parts, request.tenantId),
        record,
        runnable.settings,
        parts,
      ));
    const outcome = await parts.runtimes.invoke(launch, onChunk ? { ...request, onChunk } : request);
    if (outcome.kind !== 'not-run') {
      parts.metrics.ended(run, outcome);
      return outcome;
    }
    const isKnown = parts.runtimes.found.some((found) => found.identifiers.includes(launch.runtime));
    throw isKnown ? serviceException(outcome.reason) : invalidRuntime(outcome.reason);
  } finally {
    for (const letGo of holds) letGo();
    leave();
  }
}

function enter(run: CountedRun, { concurrency, metrics }: LambdaParts): () => void {
  try {
    const leave = concurrency.enter(run.record);
    metrics.began(run, concurrency.inFlight(run.record), run.startedMs);
    return leave;
  } catch (error) {
    metrics.throttled(run, run.startedMs);
    throw error;
  }
}

/** Of code and settings whose calls all have the same description; records are never changed in place. */
const launches = new WeakMap<RunnableCode, LaunchDescription>();

/**
 * The description of an earlier call, so that a warm call asks nobody for it again. Not of what is looked up with every
 * call: variables under a key, mounts, and the tenant.
 */
function knownLaunch(
  record: FunctionRecord,
  runnable: RunnableCode,
  { tracing }: Pick<LambdaParts, 'tracing'>,
  tenantId: string | undefined,
): LaunchDescription | undefined {
  const launch = tenantId === undefined ? launches.get(runnable) : undefined;
  return launch && launch.traceDaemon === tracing.daemonFor(record) ? launch : undefined;
}

/** What the runtimes need to run a function, its archives unpacked; hold their blobs meanwhile. */
export async function describeRun(
  record: FunctionRecord,
  runnable: RunnableCode,
  {
    archives,
    endpointUrl,
    keys,
    tracing,
  }: Pick<LambdaParts, 'archives' | 'endpointUrl' | 'keys' | 'tracing'>,
  tenantId?: string,
): Promise<LaunchDescription> {
  const { codeBlob, settings } = runnable;
  const [traceDaemon, codeFolder, ...layerFolders] = await Promise.all([
    tracing.daemonFor(record),
    archives.folderFor(codeBlob),
    ...(settings.layers ?? []).map(({ blob }) => archives.folderFor(blob)),
  ]);
  const launch: LaunchDescription = {
    key: environmentKey(record, settings, tenantId),
    functionName: record.name,
    version: record.version,
    accountId: record.accountId,
    region: record.region,
    runtime: settings.runtime,
    handler: settings.handler,
    memoryMb: settings.memoryMb,
    timeoutSeconds: settings.timeoutSeconds,
    ephemeralStorageMb: settings.ephemeralStorageMb,
    variables: openVariables({ keys }, record, settings) ?? {},
    codeFolder,
    layerFolders,
    logGroup: settings.logging.logGroup,
    logFormat: settings.logging.format,
    applicationLogLevel: settings.logging.applicationLevel,
    systemLogLevel: settings.logging.systemLevel,
    endpointUrl,
    roleArn: settings.role,
    traceDaemon,
  };
  const isLookedUp = settings.sealedVariables !== undefined || (settings.fileSystems ?? []).length > 0;
  if (tenantId === undefined && !isLookedUp) launches.set(runnable, launch);
  return launch;
}
