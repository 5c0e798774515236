import type { InvocationRequest } from '@aws-sdk/client-lambda';
import { requestEntityTooLarge } from './errors.ts';
import type { PreparedCall } from './invocation.ts';
import { splitFunctionName } from './names.ts';
import type { LambdaParts } from './parts.ts';
import { eventPayloadBytesMax } from './rules/limits.ts';

/** Queues an asynchronous call that passed its checks; it is on disk when this resolves. */
export async function acceptEvent(
  parts: LambdaParts,
  call: PreparedCall,
  input: Pick<InvocationRequest, 'ClientContext' | 'TenantId'>,
): Promise<void> {
  const { payload, requestId, invokedFunctionArn } = call.request;
  if (payload.length > eventPayloadBytesMax) {
    throw requestEntityTooLarge(
      `${payload.length} byte payload is too large for the Event invocation type (limit ${eventPayloadBytesMax} bytes)`,
    );
  }
  const { accountId, region, name } = call.record;
  await parts.events.accept({
    accountId,
    region,
    name,
    qualifier: splitFunctionName(invokedFunctionArn).qualifier,
    requestId,
    payload,
    clientContext: input.ClientContext,
    tenantId: input.TenantId,
    // Each attempt is the same run of a chain.
    traceHeader: parts.tracing.accepted(call.record, call.traceHeader, parts.clock.now()),
    hops: 0,
  });
  const qualifier = splitFunctionName(invokedFunctionArn).qualifier;
  parts.metrics.count({ ...call.record, qualifier }, 'AsyncEventsReceived', 1, parts.clock.now());
}
