import { withStageVariables } from '../integrations/integration.ts';
import type { LambdaStream, LambdaStreamCall } from '../integrations/lambda-stream.ts';
import { StreamLate } from '../integrations/lambda-stream.ts';
import type { Answer } from '../shared/answer.ts';
import { refusalOf } from './back-end.ts';
import { defaultTimeoutMs, sourceOf, tenantOf } from './integration-lambda.ts';
import { readLambdaStreamHead } from './lambda-proxy-answer.ts';
import { lambdaProxyEvent } from './lambda-proxy-event.ts';
import { mapParameters } from './map-parameters.ts';
import { Refusal } from './refusal.ts';
import type { IntegratedCall } from './rest-call.ts';

export type LambdaStreamDoor = (call: LambdaStreamCall) => Promise<LambdaStream>;

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html, "Considerations". */
const idleLimitMs = { edge: 30_000, others: 300_000 };
const separator = Buffer.alloc(8);
/** Of ours: within how many bytes AWS wants the separator is unconfirmed. */
const headBytesMax = 256 * 1024;

/**
 * The whole request to a function that streams: JSON with status and headers, eight zero bytes, then the body, which goes
 * out as it comes. https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 */
export async function callLambdaStream(
  stream: LambdaStreamDoor,
  call: IntegratedCall,
): Promise<Answer | Refusal> {
  const { integration, snapshot } = call;
  const mapped = mapParameters(call);
  if (mapped instanceof Refusal) return mapped;
  if (integration.httpMethod !== 'POST')
    return new Refusal('API_CONFIGURATION_ERROR', { reason: 'functions are called by POST alone' });
  const uri = withStageVariables(integration.uri ?? '', call.variables);
  const isEdge = snapshot.settings.endpointConfiguration.types?.includes('EDGE') === true;
  const event = lambdaProxyEvent(call);
  call.log.addData(() => `Endpoint request URI: ${uri}`);
  call.log.addData(() => `Endpoint request body after transformations: ${JSON.stringify(event)}`);
  call.log.addData(() => `Sending request to ${uri}`);
  const startMs = performance.now();
  const result = await stream({
    uri,
    event: event as object,
    traceHeader: call.backEndTraceHeader ?? call.traceHeader,
    timeoutMs: integration.timeoutInMillis ?? defaultTimeoutMs,
    idleMs: isEdge ? idleLimitMs.edge : idleLimitMs.others,
    tenantId: tenantOf(call),
    source: sourceOf(call),
  });
  if (result.kind !== 'streaming') return refusalOf(result);
  const opened = await readHead(result.chunks);
  call.learned.integrationMs = Math.round(performance.now() - startMs);
  if (opened instanceof Refusal) return opened;
  call.learned.integrationStatus = 200;
  return opened;
}

/** Reads a stream up to its body. */
async function readHead(chunks: AsyncGenerator<Uint8Array>): Promise<Answer | Refusal> {
  const malformed = new Refusal('API_CONFIGURATION_ERROR', {
    status: 502,
    reason: 'Malformed Lambda proxy response',
  });
  let seen = Buffer.alloc(0);
  try {
    for (;;) {
      const { done, value } = await chunks.next();
      if (done === true) return malformed;
      seen = Buffer.concat([seen, value]);
      const at = seen.indexOf(separator);
      if (at === -1 && seen.length <= headBytesMax) continue;
      const head = at === -1 ? undefined : readLambdaStreamHead(seen.subarray(0, at));
      if (head) return { ...head, body: '', stream: rest(seen.subarray(at + separator.length), chunks) };
      await chunks.return(undefined);
      return malformed;
    }
  } catch (error) {
    if (!(error instanceof StreamLate)) return malformed;
    return refusalOf({ kind: 'unavailable', isLate: true, reason: error.message });
  }
}

async function* rest(first: Uint8Array, chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    yield* chunks;
  } finally {
    await chunks.return(undefined);
  }
}
