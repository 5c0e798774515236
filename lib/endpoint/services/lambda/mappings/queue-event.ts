import { compilePattern, matchesPattern, type PatternNode } from '../../event-pattern/index.ts';
import { systemAttributes, type ReceivedMessage } from '../../sqs/index.ts';

/**
 * One record of the event that a function gets of a queue (8.3) [rec]. The digest of attributes that are not there is
 * left out, and null where the mapping collects for a while.
 */
export function queueRecord(message: ReceivedMessage, queueArn: string, region: string, hasWindow: boolean) {
  const queueName = queueArn.split(':').at(-1) ?? '';
  const attributes = Object.entries(message.attributes ?? {}).map(([name, { dataType, text, binary }]) => [
    name,
    {
      ...(text === undefined ? { binaryValue: binary } : { stringValue: text }),
      stringListValues: [],
      binaryListValues: [],
      dataType,
    },
  ]);
  return {
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message, queueName),
    messageAttributes: Object.fromEntries(attributes) as Record<string, unknown>,
    ...(message.attributesMd5 === undefined
      ? hasWindow && { md5OfMessageAttributes: null }
      : { md5OfMessageAttributes: message.attributesMd5 }),
    md5OfBody: message.bodyMd5,
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: region,
  };
}

export type QueueRecordEvent = ReturnType<typeof queueRecord>;

/** Says whether a record passes one of the filters; without filters everything passes (8.2). */
export function createQueueFilter(filters: readonly string[]): (record: QueueRecordEvent) => boolean {
  if (filters.length === 0) return () => true;
  const patterns = filters.map((text) => ({ node: compilePattern(text), ...askedOfBody(text) }));
  return (record) => {
    const document = readDocument(record.body);
    return patterns.some((pattern) => {
      // A document and a text are never compared: such messages are dropped.
      if (pattern.wantsDocument && document === undefined) return false;
      if (pattern.wantsText && document !== undefined) return false;
      return matches(pattern.node, record, document);
    });
  };
}

function matches(node: PatternNode, record: QueueRecordEvent, document: unknown): boolean {
  return matchesPattern(node, { ...record, body: document ?? record.body });
}

function askedOfBody(text: string): { wantsDocument: boolean; wantsText: boolean } {
  const { body } = JSON.parse(text) as { body?: unknown };
  return {
    wantsText: Array.isArray(body),
    wantsDocument: typeof body === 'object' && body !== null && !Array.isArray(body),
  };
}

/** The body as an object or list; undefined for plain text. */
function readDocument(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Which messages failed by the function's own report (8.1) [rec]: none, some, or all when the report is no sound one.
 */
export function failedOf(payload: Uint8Array, ids: ReadonlySet<string>): ReadonlySet<string> {
  let answer: unknown;
  try {
    answer = JSON.parse(Buffer.from(payload).toString() || 'null');
  } catch {
    return ids;
  }
  if (answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)) return new Set();
  if (typeof answer !== 'object' || Array.isArray(answer)) return ids;
  const failures = 'batchItemFailures' in answer ? answer.batchItemFailures : undefined;
  if (failures === undefined || failures === null) return new Set();
  if (!Array.isArray(failures)) return ids;
  const failed = new Set<string>();
  for (const failure of failures as unknown[]) {
    const id =
      typeof failure === 'object' && failure !== null && 'itemIdentifier' in failure
        ? failure.itemIdentifier
        : undefined;
    if (typeof id !== 'string' || !ids.has(id)) return ids;
    failed.add(id);
  }
  return failed;
}
