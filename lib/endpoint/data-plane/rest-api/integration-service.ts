import { readServiceUri, type ServiceDoor } from '../integrations/aws-service.ts';
import { bytesOf, refusalOf, type BackEndAnswer } from './back-end.ts';
import { filledUri } from './integration-http.ts';
import type { MappedParameters } from './map-parameters.ts';
import { defaultTimeoutMs } from './integration-lambda.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type IntegratedCall } from './rest-call.ts';

/** An operation of a service of this endpoint, asked in the name of the API's account. */
export async function callService(
  services: ServiceDoor,
  call: IntegratedCall,
  { mapped, body }: { readonly mapped: MappedParameters; readonly body: Uint8Array },
): Promise<BackEndAnswer | Refusal> {
  const { integration } = call;
  const uri = readServiceUri(filledUri(call, mapped) ?? '');
  if (!uri) return new Refusal('API_CONFIGURATION_ERROR', { reason: 'Invalid endpoint address' });
  const headers = Object.fromEntries(mapped.header);
  headers['content-type'] ??= headerOf(call, 'content-type') ?? 'application/json';
  call.log.addData(() => `Endpoint request body after transformations: ${Buffer.from(body).toString()}`);
  call.log.addData(() => `Sending request to ${uri.service} ${uri.action ?? uri.path}`);
  const method = integration.httpMethod ?? 'ANY';
  const startMs = performance.now();
  const result = await services({
    ...uri,
    accountId: call.accountId,
    method: method === 'ANY' ? call.method : method,
    query: new URLSearchParams([...mapped.querystring]).toString(),
    headers,
    body,
    timeoutMs: integration.timeoutInMillis ?? defaultTimeoutMs,
  });
  call.learned.integrationMs = Math.round(performance.now() - startMs);
  if (result.kind !== 'answered') return refusalOf(result);
  const { status, headers: given, body: bytes } = result.answer;
  call.learned.integrationStatus = status;
  return { status, headers: given, body: bytesOf(bytes), selectBy: String(status) };
}
