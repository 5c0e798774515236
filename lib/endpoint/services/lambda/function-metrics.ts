import type { InvocationOutcome } from '../../runtimes/launch.ts';
import type { Meter, Metrics } from '../cloudwatch/index.ts';
import type { InFlight } from './concurrency.ts';
import { splitFunctionName } from './names.ts';
import type { FunctionKey, FunctionRecord } from './records.ts';

/** What the namespace AWS/Lambda counts (5.1). Nothing here throws or waits. */
export interface FunctionMetrics {
  /** A call began; `inFlight` counts it too. */
  began(run: CountedRun, inFlight: InFlight, nowMs: number): void;
  ended(run: CountedRun, outcome: Exclude<InvocationOutcome, { kind: 'not-run' }>): void;
  throttled(run: Omit<CountedRun, 'startedMs'>, nowMs: number): void;
  /** Metrics of one value: events of the asynchronous queue, failed deliveries, URLs. */
  count(
    target: CountTarget,
    name: string,
    value: number,
    nowMs: number,
    unit?: 'Count' | 'Milliseconds',
  ): void;
}

export interface CountedRun {
  readonly record: FunctionRecord;
  /** As the caller named the function; its qualifier is the resource's. */
  readonly invokedFunctionArn: string;
  /** Values belong to the minute in which the call began. */
  readonly startedMs: number;
}

interface RecordMeters {
  readonly ofFunction: Meter;
  readonly ofAccount: Meter;
  /** By how callers named the function: itself, its version, an alias. */
  readonly byArn: Map<string, Meter>;
}

export type CountTarget = FunctionKey & { readonly qualifier?: string | undefined };

const namespace = 'AWS/Lambda';
/** Meters kept ready; functions beyond get theirs made anew. */
const metersMax = 5000;

export function createFunctionMetrics(metrics: Metrics): FunctionMetrics {
  const meters = new Map<string, Meter>();

  function meterOf(id: string, make: () => Meter): Meter {
    const known = meters.get(id);
    if (known) return known;
    if (meters.size >= metersMax) meters.clear();
    const meter = make();
    meters.set(id, meter);
    return meter;
  }

  /** Sums over all functions have no dimension; an alias also counts by the version that ran. */
  function callMeter(key: FunctionKey, qualifier: string | undefined, version: string | undefined): Meter {
    const { accountId, region, name } = key;
    return meterOf(`${accountId}/${region}/${name}/${qualifier ?? ''}/${version ?? ''}`, () => {
      const ofFunction = { name: 'FunctionName', value: name };
      const resource = { name: 'Resource', value: qualifier === undefined ? name : `${name}:${qualifier}` };
      const isAlias = qualifier !== undefined && version !== undefined && qualifier !== version;
      return metrics.meter({
        accountId,
        region,
        namespace,
        dimensionSets: [
          [],
          [ofFunction],
          [ofFunction, resource],
          ...(isAlias ? [[ofFunction, resource, { name: 'ExecutedVersion', value: version }]] : []),
        ],
      });
    });
  }

  function gauges({ accountId, region, name }: FunctionKey, resource?: string): Meter {
    return meterOf(`${accountId}/${region}/${name}//gauges/${resource ?? ''}`, () => {
      const ofFunction = { name: 'FunctionName', value: name };
      const sets = [[ofFunction], ...(resource ? [[ofFunction, { name: 'Resource', value: resource }]] : [])];
      return metrics.meter({ accountId, region, namespace, dimensionSets: sets });
    });
  }

  function accountGauges({ accountId, region }: FunctionKey): Meter {
    return meterOf(`${accountId}/${region}///account`, () =>
      metrics.meter({ accountId, region, namespace, dimensionSets: [[]] }),
    );
  }

  /** Records are never changed in place, so that a warm call finds its meters without making their names. */
  const kept = new WeakMap<FunctionRecord, RecordMeters>();

  function metersOf(record: FunctionRecord): RecordMeters {
    const known = kept.get(record);
    if (known) return known;
    const made = { ofFunction: gauges(record), ofAccount: accountGauges(record), byArn: new Map() };
    kept.set(record, made);
    return made;
  }

  function meterOfRun({ record, invokedFunctionArn }: Omit<CountedRun, 'startedMs'>): Meter {
    const { byArn } = metersOf(record);
    const known = byArn.get(invokedFunctionArn);
    if (known) return known;
    const meter = callMeter(record, splitFunctionName(invokedFunctionArn).qualifier, record.version);
    byArn.set(invokedFunctionArn, meter);
    return meter;
  }

  return {
    began({ record }, inFlight, nowMs) {
      const { ofFunction, ofAccount: account } = metersOf(record);
      ofFunction.add('ConcurrentExecutions', 'Count', inFlight.ofFunction, nowMs);
      account.add('ConcurrentExecutions', 'Count', inFlight.ofAccount, nowMs);
      account.add('UnreservedConcurrentExecutions', 'Count', inFlight.unreserved, nowMs);
      account.add('ClaimedAccountConcurrency', 'Count', inFlight.claimed, nowMs);
      const { provisioned } = inFlight;
      if (!provisioned) return;
      const meter = gauges(record, `${record.name}:${record.version}`);
      meter.add('ProvisionedConcurrentExecutions', 'Count', provisioned.inUse, nowMs);
      meter.add('ProvisionedConcurrencyUtilization', 'Count', provisioned.inUse / provisioned.units, nowMs);
      const name = provisioned.isSpillover
        ? 'ProvisionedConcurrencySpilloverInvocations'
        : 'ProvisionedConcurrencyInvocations';
      meter.add(name, 'Count', 1, nowMs);
    },
    ended(run, outcome) {
      const meter = meterOfRun(run);
      meter.add('Invocations', 'Count', 1, run.startedMs);
      meter.add('Errors', 'Count', outcome.kind === 'function-error' ? 1 : 0, run.startedMs);
      meter.add('Duration', 'Milliseconds', outcome.report.durationMs, run.startedMs);
    },
    throttled(run, nowMs) {
      meterOfRun(run).add('Throttles', 'Count', 1, nowMs);
    },
    count(target, name, value, nowMs, unit = 'Count') {
      callMeter(target, target.qualifier, undefined).add(name, unit, value, nowMs);
    },
  };
}

/** Where nothing is counted, e.g. in tests of other things. */
export const noFunctionMetrics: FunctionMetrics = {
  began: () => undefined,
  ended: () => undefined,
  throttled: () => undefined,
  count: () => undefined,
};
