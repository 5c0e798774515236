import { randomUUID } from 'node:crypto';
import { parseArn } from '../../../shared/arn.ts';
import { ServiceError } from '../../errors.ts';
import { isPermitted } from '../../services/lambda/policy-evaluation.ts';
import type { PolicyStatement } from '../../services/lambda/policy-statements.ts';
import type { Operation, RequestContext, Service } from '../../services/service.ts';
import type { Answer } from '../shared/answer.ts';
import type { IntegrationResult } from './integration.ts';

export interface LambdaCall {
  /** A function's ARN, alone or inside of API Gateway's own. */
  readonly uri: string;
  readonly event: object;
  readonly traceHeader: string;
  readonly timeoutMs: number;
  /** Who calls: `AWS:SourceArn` and `AWS:SourceAccount` of the policy's conditions. Undefined asks no policy. */
  readonly source: { readonly arn: string; readonly account: string } | undefined;
  /** Undefined for what is no answer. */
  readonly toAnswer: (payload: Uint8Array) => Answer | undefined;
  /** For callers that look into what a function threw; without it such a call has failed. */
  readonly toAnswerOfError?: (payload: Uint8Array) => Answer | undefined;
  /** Does not wait for the function: the answer is that of an empty payload. */
  readonly isEvent?: boolean;
  /** Whom the call is for, where the function keeps tenants apart. */
  readonly tenantId?: string | undefined;
}

interface Invoked {
  readonly Payload?: Uint8Array;
  readonly FunctionError?: string;
}

/** What the synchronous Invoke takes. */
export const payloadBytesMax = 6_291_456;

export interface NamedFunction {
  readonly functionArn: string;
  readonly accountId: string;
  readonly region: string;
}

/** The function that an integration's URI names. */
export function functionOf(uri: string): NamedFunction | undefined {
  const functionArn = arnOf(uri);
  const arn = parseArn(functionArn);
  if (arn?.service !== 'lambda') return undefined;
  return { functionArn, accountId: arn.account, region: arn.region };
}

/** The Lambda service's own operations, as API Gateway calls them. */
export function createLambdaDoor(lambda: Service, baseUrl: string) {
  async function run<Output>(name: string, input: object, context: RequestContext): Promise<Output> {
    const operation = lambda.operations[name];
    if (!operation) throw new Error(`Lambda does not serve ${name}.`);
    return (await (operation as Operation<object>)(input, context)) as Output;
  }

  return {
    run,
    contextOf(
      { accountId, region }: NamedFunction,
      traceHeader: string,
      signal: AbortSignal,
    ): RequestContext {
      const headers = { 'x-amzn-trace-id': traceHeader };
      return { accountId, region, requestId: randomUUID(), headers, baseUrl, signal };
    },
    /** Why a caller may not call the function, by its policy. */
    async refusalOf(
      { functionArn }: NamedFunction,
      source: LambdaCall['source'],
      context: RequestContext,
    ): Promise<{ readonly kind: 'failed'; readonly reason: string } | undefined> {
      if (!source) return undefined;
      const { Policy } = await run<{ Policy: string }>('GetPolicy', { FunctionName: functionArn }, context);
      const { Statement } = JSON.parse(Policy) as { Statement: PolicyStatement[] };
      const isAllowed = isPermitted(Statement, {
        action: 'lambda:InvokeFunction',
        principal: { service: 'apigateway.amazonaws.com' },
        values: { 'AWS:SourceArn': source.arn, 'AWS:SourceAccount': source.account },
      });
      if (isAllowed) return undefined;
      return { kind: 'failed', reason: `the policy of ${functionArn} does not let ${source.arn} call it` };
    },
  };
}

/** Calls functions as API Gateway does: by the Lambda service's own operations, after asking the function's policy. */
export function createLambdaIntegration(lambda: Service, baseUrl: string) {
  const door = createLambdaDoor(lambda, baseUrl);

  async function invoke(call: LambdaCall): Promise<IntegrationResult> {
    const found = functionOf(call.uri);
    if (!found) return { kind: 'failed', reason: `${call.uri} names no function` };
    const { functionArn } = found;
    // A function runs on when its caller hangs up or the gateway stops waiting.
    const context = door.contextOf(found, call.traceHeader, new AbortController().signal);
    const payload = Buffer.from(JSON.stringify(call.event));
    if (payload.length > payloadBytesMax)
      return { kind: 'too-large', reason: `the event has ${payload.length} bytes` };
    try {
      const refusal = await door.refusalOf(found, call.source, context);
      if (refusal) return refusal;
      const input = {
        FunctionName: functionArn,
        Payload: payload,
        ...(call.isEvent && { InvocationType: 'Event' }),
        ...(call.tenantId !== undefined && { TenantId: call.tenantId }),
      };
      const { Payload, FunctionError } = await door.run<Invoked>('Invoke', input, context);
      const told =
        FunctionError === undefined ? undefined : call.toAnswerOfError?.(Payload ?? new Uint8Array());
      if (told) return { kind: 'answered', answer: told };
      if (FunctionError !== undefined)
        return { kind: 'failed', reason: `${functionArn} ended with an error` };
      const answer = call.toAnswer(Payload ?? new Uint8Array());
      return answer
        ? { kind: 'answered', answer }
        : { kind: 'failed', reason: `${functionArn} gave what is no response` };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const kind = error.code === 'TooManyRequestsException' ? 'unavailable' : 'failed';
      return { kind, reason: error.message };
    }
  }

  return (call: LambdaCall): Promise<IntegrationResult> =>
    within(call.timeoutMs, invoke(call), {
      kind: 'unavailable',
      isLate: true,
      reason: `the function did not answer in ${call.timeoutMs} ms`,
    });
}

function arnOf(uri: string): string {
  const path =
    /:path\/(?:2015-03-31\/functions\/(.+)\/invocations|2021-11-15\/functions\/(.+)\/response-streaming-invocations)$/;
  const [, called, streamed] = path.exec(uri) ?? [];
  return called ?? streamed ?? uri;
}

async function within<Result>(timeoutMs: number, work: Promise<Result>, late: Result): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Result>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, late);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
