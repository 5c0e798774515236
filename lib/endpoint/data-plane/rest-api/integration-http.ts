import { isIP } from 'node:net';
import type { RestApiDirectory } from '../../services/apigateway/index.ts';
import type { HttpCall, HttpIntegration } from '../integrations/http-proxy.ts';
import { withStageVariables, type IntegrationResult } from '../integrations/integration.ts';
import { linkBase, type LinkDoor } from '../integrations/vpc-link.ts';
import type { Answer } from '../shared/answer.ts';
import { encodePathKeepingEscapes } from '../shared/http-address.ts';
import { bytesOf, refusalOf, type BackEndAnswer } from './back-end.ts';
import { towardsBackEnd, towardsCaller } from './changed-headers.ts';
import { shownMap } from './execution-log.ts';
import { defaultTimeoutMs } from './integration-lambda.ts';
import { mapParameters, type MappedParameters } from './map-parameters.ts';
import { Refusal } from './refusal.ts';
import { headerOf, type IntegratedCall } from './rest-call.ts';

type ClientDoor = RestApiDirectory['findClientCertificate'];

export interface HttpDoors {
  readonly http: HttpIntegration;
  readonly findLink: LinkDoor;
  readonly findClientCertificate: ClientDoor;
}

/** Passes the request on with what the mappings add; the answer goes back with hardly a change. */
export async function callHttpProxy(doors: HttpDoors, call: IntegratedCall): Promise<Answer | Refusal> {
  const mapped = mapParameters(call);
  if (mapped instanceof Refusal) return mapped;
  const headers = towardsBackEnd(call.headers);
  const answered = await send(doors, call, { mapped, headers, query: call.query, body: call.body });
  if (answered instanceof Refusal) return answered;
  const { answer, connectionHeaders } = answered;
  return { ...answer, headers: towardsCaller({ ...connectionHeaders, ...answer.headers }) };
}

/** Sends only what is mapped; templates made the body. */
export async function callHttpCustom(
  doors: HttpDoors,
  call: IntegratedCall,
  { mapped, body }: { readonly mapped: MappedParameters; readonly body: Uint8Array },
): Promise<BackEndAnswer | Refusal> {
  const headers = new Map<string, readonly string[]>();
  // Nothing has no type [rec].
  if (body.length > 0) headers.set('content-type', [headerOf(call, 'content-type') ?? 'application/json']);
  const answered = await send(doors, call, { mapped, headers, query: new Map(), body });
  if (answered instanceof Refusal) return answered;
  const { status, headers: given, body: bytes } = answered.answer;
  return { status, headers: given, body: bytesOf(bytes), selectBy: String(status) };
}

type Answered = Extract<IntegrationResult, { kind: 'answered' }>;

interface Sending {
  readonly mapped: MappedParameters;
  readonly headers: Map<string, readonly string[]>;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly body: Uint8Array;
}

async function send(
  { http, findLink, findClientCertificate }: HttpDoors,
  call: IntegratedCall,
  { mapped, headers, query, body }: Sending,
): Promise<Answered | Refusal> {
  const { integration } = call;
  const asked = addressOf(call, mapped, query);
  if (asked === undefined)
    return new Refusal('API_CONFIGURATION_ERROR', { reason: 'Invalid endpoint address' });
  const way = integration.connectionType === 'VPC_LINK' ? throughLink(findLink, call, asked) : { url: asked };
  if (way instanceof Refusal) return way;
  const { url } = way;
  for (const [name, value] of mapped.header) headers.set(name, [value]);
  if (!headers.has('accept')) headers.set('accept', ['application/json']);
  if (!headers.has('user-agent')) headers.set('user-agent', [`AmazonAPIGateway_${call.apiId}`]);
  headers.set('x-amzn-apigateway-api-id', [call.apiId]);
  headers.set('x-amzn-trace-id', [call.backEndTraceHeader ?? call.traceHeader]);
  call.log.addData(() => `Endpoint request URI: ${url}`);
  call.log.addData(
    () => `Endpoint request headers: ${shownMap([...headers].map(([n, v]) => [n, v.join(',')] as const))}`,
  );
  call.log.addData(() => `Endpoint request body after transformations: ${Buffer.from(body).toString()}`);
  call.log.addData(() => `Sending request to ${url}`);
  const method = integration.httpMethod ?? 'ANY';
  const startMs = performance.now();
  const { clientCertificateId } = call.stage ?? {};
  const client = clientCertificateId ? findClientCertificate(call, clientCertificateId) : undefined;
  const result = await http.call({
    ...way,
    ...(client && { client: { cert: client.cert, key: client.key } }),
    method: method === 'ANY' ? call.method : method,
    headers,
    body,
    timeoutMs: integration.timeoutInMillis ?? defaultTimeoutMs,
  });
  call.learned.integrationMs = Math.round(performance.now() - startMs);
  if (result.kind !== 'answered') return refusalOf(result);
  call.learned.integrationStatus = result.answer.status;
  return result;
}

/**
 * The integration's address gives Host, path and query; the VPC link's local target gives where they are sent. Through a
 * link of API Gateway V2 the stage comes first in the path, as AWS documents it.
 */
function throughLink(
  findLink: LinkDoor,
  call: IntegratedCall,
  asked: string,
): Pick<HttpCall, 'url' | 'host' | 'serverName'> | Refusal {
  const { connectionId = '', integrationTarget } = call.integration;
  const link = linkBase(findLink, call, {
    linkId: withStageVariables(connectionId, call.variables),
    target: integrationTarget,
  });
  if ('kind' in link) return refusalOf(link);
  const { protocol, host, hostname, pathname, search } = new URL(asked);
  const url = `${link.base}${link.isV2 ? `/${call.stageName}` : ''}${pathname}${search}`;
  // Not by the Host: an address that asks for no TLS gives no name to verify.
  const serverName = protocol === 'https:' ? hostname : new URL(url).hostname;
  return { url, host, ...(isIP(serverName) === 0 && { serverName }) };
}

/** The integration's address with its places filled; undefined when one stays open, or for what is no URL. */
function addressOf(
  call: IntegratedCall,
  mapped: MappedParameters,
  query: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const filled = filledUri(call, mapped);
  if (filled === undefined || !URL.canParse(filled)) return undefined;
  const url = new URL(filled);
  for (const [name, values] of query)
    if (!mapped.querystring.has(name)) for (const value of values) url.searchParams.append(name, value);
  // Beside what the address has itself [rec].
  for (const [name, value] of mapped.querystring) url.searchParams.append(name, value);
  return url.toString();
}

/** The integration's URI with its places filled; undefined when one stays open. */
export function filledUri(call: IntegratedCall, { path }: MappedParameters): string | undefined {
  const address = withStageVariables(call.integration.uri ?? '', call.variables);
  let isOpen = false;
  const filled = address.replaceAll(/\{([^{}]+?)\+?\}/g, (_, name: string) => {
    const value = path.get(name);
    isOpen ||= value === undefined;
    return encodePathKeepingEscapes(value ?? '');
  });
  return isOpen ? undefined : filled;
}
