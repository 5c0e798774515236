import { withStageVariables } from '../integrations/integration.ts';
import { readServiceUri, type ServiceDoor } from '../integrations/aws-service.ts';
import type { Answer } from '../shared/answer.ts';
import { refusalOf, textOf } from './back-end.ts';
import { invoke, type LambdaDoor } from './integration-lambda.ts';
import { filledUri, mapParameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { BackEndAnswer } from './respond.ts';
import type { IntegratedCall } from './socket-call.ts';
import { requestBody } from './templates.ts';

/** An operation of a service: Lambda's Invoke by the function's policy, those of others in the name of the role. */
export async function callAws(
  { lambda, services }: { readonly lambda: LambdaDoor; readonly services: ServiceDoor },
  call: IntegratedCall,
): Promise<BackEndAnswer | Refusal> {
  const body = requestBody(call);
  if (body instanceof Refusal) return body;
  const uri = withStageVariables(call.integration.IntegrationUri ?? '', call.stage.variables);
  return /:lambda:path\/2015-03-31\/functions\//.test(uri)
    ? callFunction(lambda, call, body)
    : callService(services, call, body);
}

async function callFunction(
  lambda: LambdaDoor,
  call: IntegratedCall,
  body: string,
): Promise<BackEndAnswer | Refusal> {
  const mapped = mapParameters(call);
  if (mapped instanceof Refusal) return mapped;
  let event: unknown;
  try {
    event = body.trim() === '' ? {} : JSON.parse(body);
  } catch {
    return new Refusal('API_CONFIGURATION_ERROR', { reason: 'Could not parse request body into json.' });
  }
  const isEvent = mapped.header.get('x-amz-invocation-type') === 'Event';
  let thrown: string | undefined;
  const result = await invoke(lambda, call, event, {
    isEvent,
    toAnswer: (payload) => ({ status: isEvent ? 202 : 200, headers: {}, cookies: [], body: payload }),
    toAnswerOfError(payload): Answer {
      thrown = errorMessageIn(payload);
      return { status: 200, headers: {}, cookies: [], body: payload };
    },
  });
  if (result.kind !== 'answered') return refusalOf(result);
  const { status, headers, body: payload } = result.answer;
  return { status, headers, body: textOf(payload), selectBy: thrown };
}

async function callService(
  services: ServiceDoor,
  call: IntegratedCall,
  body: string,
): Promise<BackEndAnswer | Refusal> {
  const mapped = mapParameters(call);
  if (mapped instanceof Refusal) return mapped;
  const uri = readServiceUri(filledUri(call, mapped) ?? '');
  if (!uri) return new Refusal('API_CONFIGURATION_ERROR', { reason: 'Invalid endpoint address' });
  call.log.add(() => `Sending request to ${uri.service} ${uri.action ?? uri.path}`);
  call.log.addData(() => `Endpoint request body after transformations: ${body}`);
  const startMs = performance.now();
  const result = await services({
    ...uri,
    accountId: call.api.accountId,
    method: call.integration.IntegrationMethod ?? 'POST',
    query: new URLSearchParams([...mapped.querystring]).toString(),
    headers: Object.fromEntries(mapped.header),
    body: Buffer.from(body),
    timeoutMs: call.integration.TimeoutInMillis,
  });
  call.learned.integrationMs = Math.round(performance.now() - startMs);
  if (result.kind !== 'answered') return refusalOf(result);
  const { status, headers } = result.answer;
  call.learned.integrationStatus = status;
  call.learned.answeredStatus = status;
  return { status, headers, body: textOf(result.answer.body), selectBy: String(status) };
}

function errorMessageIn(payload: Uint8Array): string {
  try {
    const value = JSON.parse(textOf(payload)) as { errorMessage?: unknown } | null;
    return typeof value?.errorMessage === 'string' ? value.errorMessage : '';
  } catch {
    return '';
  }
}
