import type { HttpIntegration } from '../integrations/http-proxy.ts';
import { towardsBackEnd } from '../rest-api/changed-headers.ts';
import type { SentHeader } from '../rest-api/rest-call.ts';
import type { Answer } from '../shared/answer.ts';
import { refusalOf, textOf, type RouteAnswer } from './back-end.ts';
import { filledUri, mapParameters } from './parameters.ts';
import { Refusal } from './refusal.ts';
import type { BackEndAnswer } from './respond.ts';
import type { IntegratedCall } from './socket-call.ts';
import { requestBody } from './templates.ts';

/** Passes the event on as it came: the upgrade's headers and query at `$connect`, the text of a message later. */
export async function callHttpProxy(
  http: HttpIntegration,
  call: IntegratedCall,
): Promise<RouteAnswer | Refusal> {
  const headers = towardsBackEnd(withoutHandshake(call.headers));
  const answer = await send(http, call, { headers, query: call.query, body: call.body ?? '' });
  if (answer instanceof Refusal) return answer;
  return { status: answer.status, headers: answer.headers, body: textOf(answer.body) };
}

/** Sends only what is mapped; templates made the body. */
export async function callHttpCustom(
  http: HttpIntegration,
  call: IntegratedCall,
): Promise<BackEndAnswer | Refusal> {
  const body = requestBody(call);
  if (body instanceof Refusal) return body;
  const answer = await send(http, call, { headers: new Map(), query: new Map(), body });
  if (answer instanceof Refusal) return answer;
  const { status, headers } = answer;
  return { status, headers, body: textOf(answer.body), selectBy: String(status) };
}

interface Sending {
  readonly headers: Map<string, readonly string[]>;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

async function send(
  http: HttpIntegration,
  call: IntegratedCall,
  { headers, query, body }: Sending,
): Promise<Answer | Refusal> {
  const mapped = mapParameters(call);
  if (mapped instanceof Refusal) return mapped;
  const filled = filledUri(call, mapped);
  if (filled === undefined || !URL.canParse(filled))
    return new Refusal('API_CONFIGURATION_ERROR', { reason: 'Invalid endpoint address' });
  const url = new URL(filled);
  for (const [name, values] of query)
    if (!mapped.querystring.has(name)) for (const value of values) url.searchParams.append(name, value);
  for (const [name, value] of mapped.querystring) url.searchParams.set(name, value);
  for (const [name, value] of mapped.header) headers.set(name, [value]);
  if (!headers.has('content-type')) headers.set('content-type', ['application/json']);
  if (!headers.has('accept')) headers.set('accept', ['application/json']);
  if (!headers.has('user-agent')) headers.set('user-agent', [`AmazonAPIGateway_${call.api.apiId}`]);
  headers.set('x-amzn-apigateway-api-id', [call.api.apiId]);
  headers.set('x-amzn-trace-id', [call.traceHeader]);
  call.log.addData(() => `Endpoint request URI: ${url.toString()}`);
  call.log.addData(() => `Endpoint request body after transformations: ${body}`);
  call.log.add(() => `Sending request to ${url.toString()}`);
  const method = call.integration.IntegrationMethod ?? 'POST';
  const startMs = performance.now();
  const result = await http.call({
    method: method === 'ANY' ? 'POST' : method,
    url: url.toString(),
    headers,
    body: Buffer.from(body),
    timeoutMs: call.integration.TimeoutInMillis,
  });
  call.learned.integrationMs = Math.round(performance.now() - startMs);
  if (result.kind !== 'answered') return refusalOf(result);
  call.learned.integrationStatus = result.answer.status;
  call.learned.answeredStatus = result.answer.status;
  return result.answer;
}

function withoutHandshake(headers: ReadonlyMap<string, SentHeader>): Map<string, SentHeader> {
  return new Map([...headers].filter(([name]) => !name.startsWith('sec-websocket-')));
}
