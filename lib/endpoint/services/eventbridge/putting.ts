import { randomUUID } from 'node:crypto';
import type { PutEventsRequestEntry, PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { eventTime } from './scheduling.ts';
import type { BusEvent, BusKey } from './records.ts';

/** AWS raised it from 256 KB in 2026. */
export const entryBytesMax = 1_048_576;

export type EntryProblem = Required<Pick<PutEventsResultEntry, 'ErrorCode' | 'ErrorMessage'>>;

/** One entry of PutEvents as an event; or why it is none, which concerns it alone. */
export function readEntry(
  entry: PutEventsRequestEntry,
  { accountId, region }: Pick<BusKey, 'accountId' | 'region'>,
  nowMs: number,
): BusEvent | EntryProblem {
  for (const name of ['Source', 'DetailType', 'Detail'] as const) {
    if (!entry[name]) {
      return problem(
        'InvalidArgument',
        `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      );
    }
  }
  const { Source: source = '', DetailType: detailType = '', Detail: text = '' } = entry;
  if (source.startsWith('aws.'))
    return problem('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const detail = readDetail(text);
  if (detail === undefined) return problem('MalformedDetail', 'Detail is malformed.');
  const at = entry.Time instanceof Date ? entry.Time.getTime() : nowMs;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: accountId,
    time: eventTime(at),
    region,
    resources: [...(entry.Resources ?? [])],
    detail,
  };
}

function problem(ErrorCode: string, ErrorMessage: string): EntryProblem {
  return { ErrorCode, ErrorMessage };
}

function readDetail(text: string): object | undefined {
  try {
    const detail = JSON.parse(text) as unknown;
    return typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail : undefined;
  } catch {
    return undefined;
  }
}

/** What EventBridge counts: 14 bytes for a time, and the texts. */
export function entryBytes(entry: PutEventsRequestEntry): number {
  const texts = [entry.Source, entry.DetailType, entry.Detail, ...(entry.Resources ?? [])];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), entry.Time ? 14 : 0);
}

/** As AWS's refusal of too many entries shows them. */
export function printEntries(entries: readonly PutEventsRequestEntry[]): string {
  const printed = entries.map((entry) => {
    const members = {
      time: entry.Time?.toISOString(),
      source: entry.Source,
      resources: entry.Resources && `[${entry.Resources.join(', ')}]`,
      detailType: entry.DetailType,
      detail: entry.Detail,
      eventBusName: entry.EventBusName,
      traceHeader: entry.TraceHeader,
      kmsKeyIdentifier: undefined,
      internalMetadata: undefined,
    };
    const list = Object.entries(members).map(([name, value]) => `${name}=${value ?? 'null'}`);
    return `PutEventsRequestEntry(${list.join(', ')})`;
  });
  return `[${printed.join(', ')}]`;
}
