import { randomUUID } from 'node:crypto';
import { parseArn } from '../../../shared/arn.ts';
import type { SendResult } from '../deliveries/index.ts';
import type { InvocationOutcome } from '../../runtimes/launch.ts';
import { functionArn, splitFunctionName } from './names.ts';
import { findVersion } from './function-access.ts';
import type { LambdaParts } from './parts.ts';
import { traceHeaderOfRun } from './recursion.ts';
import { reasonNotRun } from './rules/managed.ts';
import { headerOfEvent } from './tracing.ts';
import type { EventInvokeConfig, EventRecord } from './repository-events.ts';

/** How an asynchronous call ended. */
export interface Settled {
  readonly condition: 'Success' | 'RetriesExhausted' | 'EventAgeExceeded' | 'ZeroReservedConcurrency';
  /** Runs of the function. */
  readonly invokeCount: number;
  readonly response?: {
    readonly outcome: Exclude<InvocationOutcome, { kind: 'not-run' }>;
    readonly version: string;
  };
}

/** AWS stops a chain of functions after about so many. */
const hopsMax = 16;
const errorMessageBytesMax = 1024;
const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

export async function deliverSuccess(
  parts: LambdaParts,
  event: EventRecord,
  config: EventInvokeConfig | undefined,
  settled: Settled,
): Promise<void> {
  if (config?.onSuccess !== undefined)
    await deliver(parts, event, config.onSuccess, record(parts, event, settled), 'Success');
}

/** To the destination and to the dead-letter queue, whichever are set. */
export async function deliverFailure(
  parts: LambdaParts,
  event: EventRecord,
  config: EventInvokeConfig | undefined,
  settled: Settled,
): Promise<void> {
  const deadLetterArn = findVersion(parts.repository, event, event.qualifier)?.settings.deadLetterTargetArn;
  if (config?.onFailure !== undefined)
    await deliver(parts, event, config.onFailure, record(parts, event, settled), 'Failure');
  if (deadLetterArn) await sendDeadLetter(parts, event, deadLetterArn, settled);
  if (config?.onFailure === undefined && !deadLetterArn) {
    parts.metrics.count(event, 'AsyncEventsDropped', 1, parts.clock.now());
    parts.logger.warn(
      { ...where(event), condition: settled.condition },
      'An asynchronous call was dropped: it has neither a destination nor a dead-letter queue',
    );
  }
}

/** The document that destinations get (7). */
function record(parts: LambdaParts, event: EventRecord, settled: Settled): string {
  const { response } = settled;
  return JSON.stringify({
    version: '1.0',
    timestamp: new Date(parts.clock.now()).toISOString(),
    requestContext: {
      requestId: event.requestId,
      functionArn: functionArn(event, event.qualifier ?? '$LATEST'),
      condition: settled.condition,
      approximateInvokeCount: settled.invokeCount,
    },
    requestPayload: parse(decode(event.payload)),
    ...(response && {
      responseContext: {
        statusCode: 200,
        executedVersion: response.version,
        ...(response.outcome.kind === 'function-error' && { functionError: response.outcome.functionError }),
      },
      responsePayload: parse(decode(response.outcome.payload)),
    }),
  });
}

/** What is no JSON stands as text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

type Attributes = Record<string, { dataType: string; text: string }>;

async function deliver(
  parts: LambdaParts,
  event: EventRecord,
  target: string,
  body: string,
  result: 'Success' | 'Failure',
): Promise<void> {
  const service = parseArn(target)?.service;
  if (service === 'sqs') return sendToQueue(parts, event, target, { body });
  if (service === 'lambda') return sendToFunction(parts, event, target, body);
  if (service === 'sns') return sendToTopic(parts, event, target, { message: body });
  if (service === 'events') return sendToBus(parts, event, target, body, result);
  if (service === 's3') return putObject(parts, event, target, body);
  undelivered(parts, event, target, `This endpoint does not deliver to ${service ?? 'such a target'}.`);
}

async function sendToQueue(
  parts: LambdaParts,
  event: EventRecord,
  target: string,
  message: { body: string; attributes?: Attributes },
): Promise<void> {
  if (!parts.queues) return undelivered(parts, event, target, 'This endpoint runs without queues.');
  const result = await parts.queues.send(target, { ...message, ...traceOf(parts, event) });
  if (result !== 'sent') undelivered(parts, event, target, result.refusal);
}

async function sendToTopic(
  parts: LambdaParts,
  event: EventRecord,
  target: string,
  message: { message: string; attributes?: Attributes },
): Promise<void> {
  if (!parts.topics) return undelivered(parts, event, target, 'This endpoint runs without topics.');
  noteFailure(
    parts,
    event,
    target,
    await parts.topics.publish(target, { ...message, ...traceOf(parts, event) }),
  );
}

async function sendToBus(
  parts: LambdaParts,
  event: EventRecord,
  target: string,
  detail: string,
  result: 'Success' | 'Failure',
): Promise<void> {
  if (!parts.buses) return undelivered(parts, event, target, 'This endpoint runs without event buses.');
  const sent = await parts.buses.put(target, {
    source: 'lambda',
    detailType: `Lambda Function Invocation Result - ${result}`,
    detail,
    resources: [target, functionArn(event, event.qualifier ?? '$LATEST')],
    ...traceOf(parts, event),
  });
  noteFailure(parts, event, target, sent);
}

/** `aws/lambda/async/<function>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<uuid>`. */
async function putObject(
  parts: LambdaParts,
  event: EventRecord,
  target: string,
  text: string,
): Promise<void> {
  if (!parts.objects) return undelivered(parts, event, target, 'This endpoint runs without S3.');
  const [date = '', time = ''] = new Date(parts.clock.now()).toISOString().slice(0, 19).split('T');
  const day = date.replaceAll('-', '/');
  const key = `aws/lambda/async/${event.name}/${day}/${date}T${time.replaceAll(':', '.')}-${randomUUID()}`;
  const name = { bucket: parseArn(target)?.resource ?? '', key };
  const object = { text, contentType: 'application/json', requestId: randomUUID() };
  noteFailure(
    parts,
    event,
    target,
    await parts.objects.put(event, name, { ...object, ...traceOf(parts, event) }),
  );
}

function noteFailure(parts: LambdaParts, event: EventRecord, target: string, sent: SendResult): void {
  if (sent !== 'sent') undelivered(parts, event, target, sent.reason);
}

/** What comes of a run goes on with its chain. */
function traceOf(parts: LambdaParts, event: EventRecord): { traceHeader: string } {
  const header = traceHeaderOfRun(event, event.traceHeader, parts.clock.now());
  return { traceHeader: headerOfEvent(event.requestId, header) };
}

async function sendToFunction(
  parts: LambdaParts,
  event: EventRecord,
  target: string,
  body: string,
): Promise<void> {
  const { region, account, name, qualifier } = splitFunctionName(target);
  const key = { accountId: account ?? event.accountId, region: region ?? event.region, name };
  const called = key.accountId === event.accountId && findVersion(parts.repository, key, qualifier);
  if (!called) return undelivered(parts, event, target, 'The function does not exist.');
  if (called.settings.tenantIsolation)
    return undelivered(parts, event, target, 'The function needs a tenant ID, and a destination has none.');
  const reason = reasonNotRun(called.settings);
  if (reason !== undefined) return undelivered(parts, event, target, `${reason}.`);
  const mayLoop = parts.repository.options.find(key, '', 'recursion') === 'Allow';
  if (event.hops >= hopsMax && !mayLoop)
    return undelivered(parts, event, target, `A chain of more than ${hopsMax} functions was stopped.`);
  await parts.events.accept({
    ...key,
    qualifier,
    requestId: randomUUID(),
    payload: Buffer.from(body),
    clientContext: undefined,
    ...traceOf(parts, event),
    hops: event.hops + 1,
  });
}

/** The event as it came, with what happened as attributes. */
async function sendDeadLetter(
  parts: LambdaParts,
  event: EventRecord,
  target: string,
  settled: Settled,
): Promise<void> {
  const text = (value: string) => ({ dataType: 'String', text: value });
  const message = errorMessage(settled);
  const body = decode(event.payload);
  const attributes = {
    RequestID: text(event.requestId),
    ErrorCode: { dataType: 'Number', text: settled.response ? '200' : '429' },
    ...(message !== '' && { ErrorMessage: text(message) }),
  };
  const service = parseArn(target)?.service;
  if (service === 'sqs') return sendToQueue(parts, event, target, { body, attributes });
  if (service === 'sns') return sendToTopic(parts, event, target, { message: body, attributes });
  undelivered(parts, event, target, `This endpoint does not deliver to ${service ?? 'such a target'}.`);
}

/** The first kilobyte, cut between characters. */
function errorMessage({ response, condition }: Settled): string {
  if (!response) return condition;
  const payload = parse(decode(response.outcome.payload));
  const message =
    typeof payload === 'object' && payload !== null && 'errorMessage' in payload
      ? String(payload.errorMessage)
      : decode(response.outcome.payload);
  const bytes = Buffer.from(message);
  if (bytes.length <= errorMessageBytesMax) return message;
  return new TextDecoder().decode(bytes.subarray(0, errorMessageBytesMax), { stream: true });
}

function undelivered(parts: LambdaParts, event: EventRecord, target: string, reason: string): void {
  const isDeadLetter =
    findVersion(parts.repository, event, event.qualifier)?.settings.deadLetterTargetArn === target;
  const metric = isDeadLetter ? 'DeadLetterErrors' : 'DestinationDeliveryFailures';
  parts.metrics.count(event, metric, 1, parts.clock.now());
  parts.logger.warn(
    { ...where(event), target, reason },
    'The record of an asynchronous call could not be delivered and is lost',
  );
}

function where(event: EventRecord) {
  return { function: functionArn(event, event.qualifier), requestId: event.requestId };
}
