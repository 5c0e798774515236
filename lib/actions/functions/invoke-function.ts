import 'server-only';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { reportFigures, reportTraceId, type InvocationResult } from '@/lib/domain/invocation';
import { invokeSchema } from '@/lib/forms/invoke';
import { succeed } from '@/lib/shared/result';

/** The page shows this much of an answer; the figures tell how much there was. */
export const payloadShownMax = 1024 * 1024;

/**
 * Runs a function with an event and waits for it. Called by the invoke route: a server action would hold up every
 * other one for as long as the function runs. A function's own error is a success here, with `functionError` set.
 */
export function invokeFunction(input: unknown, signal: AbortSignal): Promise<ActionResult<InvocationResult>> {
  return runAction(
    {
      role: 'developer',
      schema: invokeSchema,
      audit: 'function.invoke',
      operation: 'lambda:Invoke',
      fields: { payload: 'payload' },
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ payload, qualifier }, data) => ({
        payloadBytes: Buffer.byteLength(payload),
        ...(qualifier && { qualifier }),
        ...(data && { functionError: data.functionError ?? null, invocationId: data.requestId }),
      }),
      run: async ({ place, functionName, payload, qualifier }) => {
        const { lambdaInvoke } = await awsFor(place);
        const startedMs = Date.now();
        const output = await lambdaInvoke.send(
          new InvokeCommand({
            FunctionName: functionName,
            InvocationType: 'RequestResponse',
            LogType: 'Tail',
            Qualifier: qualifier,
            Payload: Buffer.from(payload),
          }),
          { abortSignal: signal },
        );
        const bytes = output.Payload ?? new Uint8Array();
        const log = Buffer.from(output.LogResult ?? '', 'base64').toString('utf8');
        const requestId = output.$metadata.requestId ?? '';
        return succeed({
          requestId,
          statusCode: output.StatusCode ?? 200,
          functionError: output.FunctionError,
          executedVersion: output.ExecutedVersion,
          payload: Buffer.from(bytes.subarray(0, payloadShownMax)).toString('utf8'),
          payloadBytes: bytes.length,
          log,
          report: reportFigures(log, requestId),
          traceId: reportTraceId(log, requestId),
          roundTripMs: Date.now() - startedMs,
          at: new Date(startedMs).toISOString(),
        });
      },
    },
    input,
  );
}
