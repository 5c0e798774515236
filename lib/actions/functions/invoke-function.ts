import 'server-only';
import { runAction } from '@/lib/actions/run-action';
import { invokeBuffered, invokeStreamed } from '@/lib/actions/functions/send-event';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import type { InvocationResult } from '@/lib/domain/invocation';
import type { RunOutcome } from '@/lib/domain/test-run';
import { invokeSchema } from '@/lib/forms/invoke';
import { log } from '@/lib/log';
import { succeed } from '@/lib/shared/result';
import { writePastRun } from '@/lib/test-events/past-runs';

/** What came of a run. */
export interface Invoked {
  readonly result: ActionResult<InvocationResult>;
  /** Where it is kept among the runs of whoever asked; undefined when it was refused before it was sent. */
  readonly runId: string | undefined;
}

/**
 * Runs a function with an event, waits for it, and keeps the run for whoever asked. Called by the invoke route: a
 * server action would hold up every other one for as long as the function runs. A function's own error is a success
 * here, with `functionError` set. `onText` gets the response as it arrives when it is streamed.
 */
export async function invokeFunction(
  input: unknown,
  signal: AbortSignal,
  onText: (text: string) => void = () => undefined,
): Promise<Invoked> {
  const at = new Date().toISOString();
  let keep: ((outcome: RunOutcome) => string | undefined) | undefined;
  const result: ActionResult<InvocationResult> = await runAction(
    {
      role: 'developer',
      schema: invokeSchema,
      audit: 'function.invoke',
      operation: 'lambda:Invoke',
      fields: { payload: 'payload' },
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ payload, qualifier, streams, tenantId, durable }, data) => ({
        payloadBytes: Buffer.byteLength(payload),
        ...(qualifier && { qualifier }),
        ...(streams && { streams }),
        ...(tenantId !== undefined && { tenantId }),
        ...(durable?.executionName && { executionName: durable.executionName }),
        ...(data && { functionError: data.functionError ?? null, invocationId: data.requestId }),
      }),
      run: async ({ place, functionName, payload, eventName, ...how }, user) => {
        const { qualifier, streams, tenantId, durable } = how;
        keep = (outcome) => {
          const settings = { qualifier, streams: streams === true, tenantId, durable };
          try {
            return writePastRun(
              { place, functionName, ownerId: user.id },
              { at, eventName, event: payload, settings, outcome },
            );
          } catch (error) {
            // The function has run: its answer is worth more than the note of it.
            log().error({ err: error }, 'A run was not kept');
            return undefined;
          }
        };
        const { lambdaInvoke } = await awsFor(place);
        const call = { functionName, payload, qualifier, tenantId, durable, signal };
        return succeed(
          streams
            ? await invokeStreamed(lambdaInvoke, call, onText)
            : await invokeBuffered(lambdaInvoke, call),
        );
      },
    },
    input,
  );
  const outcome: RunOutcome = result.ok
    ? { kind: 'answered', result: result.data }
    : signal.aborted
      ? { kind: 'cancelled' }
      : { kind: 'refused', error: result.error };
  return { result, runId: keep?.(outcome) };
}
