import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FunctionCalls, SendResult } from '../deliveries/index.ts';
import { compileFilterPattern } from './filter-pattern.ts';
import { groupArn } from './groups.ts';
import type { LogWriter, WrittenEvent } from './log-writer.ts';
import type { GroupRecord, LogsRepository } from './repository.ts';
import type { SubscriptionRecord } from './repository-subscriptions.ts';

const compress = promisify(gzip);
/** Of messages in one call: in base64 they stay below Lambda's megabyte even where they do not compress. */
const chunkBytesMax = 600_000;
/** Calls that are being made; what comes beyond is not handed over. */
const callsMax = 1000;

export interface SubscriptionsOptions {
  readonly repository: LogsRepository;
  readonly writer: LogWriter;
  readonly functions: FunctionCalls;
  readonly onFailure: (message: string, error: unknown) => void;
}

/** Hands what is written to a group to the functions its filters name. Returns how to end it. */
export function startSubscriptions({
  repository,
  writer,
  functions,
  onFailure,
}: SubscriptionsOptions): () => void {
  let calls = 0;

  async function handOver(
    group: GroupRecord,
    stream: string,
    subscription: SubscriptionRecord,
    events: readonly WrittenEvent[],
  ): Promise<void> {
    const document = {
      messageType: 'DATA_MESSAGE',
      owner: group.accountId,
      logGroup: group.name,
      logStream: stream,
      subscriptionFilters: [subscription.name],
      logEvents: events.map(({ id, timestampMs, message }) => ({
        id: String(id).padStart(56, '0'),
        timestamp: timestampMs,
        message,
      })),
    };
    const data = (await compress(JSON.stringify(document))).toString('base64');
    const result = await callFunction(group, subscription.destinationArn, (arn, caller) =>
      functions.accept(arn, { payload: JSON.stringify({ awslogs: { data } }), caller }),
    );
    if (result !== 'sent') onFailure(`Log events of ${group.name} could not be handed over`, result.reason);
  }

  return writer.subscribe((group, stream, events) => {
    for (const subscription of repository.subscriptionsOf(group.id)) {
      const matches = compileFilterPattern(subscription.pattern);
      const wanted = events.filter(({ message }) => matches(message));
      for (const chunk of chunksOf(wanted)) {
        if (calls >= callsMax) {
          onFailure(`Log events of ${group.name} were not handed over: too many are under way`, undefined);
          return;
        }
        calls += 1;
        void handOver(group, stream, subscription, chunk)
          .catch((error: unknown) => onFailure(`Log events of ${group.name} could not be handed over`, error))
          .finally(() => (calls -= 1));
      }
    }
  });
}

function chunksOf(events: readonly WrittenEvent[]): WrittenEvent[][] {
  const chunks: WrittenEvent[][] = [];
  let bytes = chunkBytesMax;
  for (const event of events) {
    const size = Buffer.byteLength(event.message);
    const last = chunks.at(-1);
    if (last && bytes + size <= chunkBytesMax) {
      last.push(event);
      bytes += size;
    } else {
      chunks.push([event]);
      bytes = size;
    }
  }
  return chunks;
}

type Caller = Parameters<FunctionCalls['check']>[1];

/** Under the name of CloudWatch Logs, and where the function's policy does not know that, under the one with the Region. */
export async function callFunction(
  group: GroupRecord,
  functionArn: string,
  work: (functionArn: string, caller: Caller) => SendResult | Promise<SendResult>,
): Promise<SendResult> {
  const source = { sourceArn: `${groupArn(group)}:*`, sourceAccount: group.accountId };
  const result = await work(functionArn, { principal: 'logs.amazonaws.com', ...source });
  if (result === 'sent' || result.code !== 'NO_PERMISSIONS') return result;
  return work(functionArn, { principal: `logs.${group.region}.amazonaws.com`, ...source });
}
