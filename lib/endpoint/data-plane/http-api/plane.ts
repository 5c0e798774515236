import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpApiDirectory, PublishedApi, Snapshot } from '../../services/apigatewayv2/index.ts';
import type { Service } from '../../services/service.ts';
import type { AddressRules } from '../integrations/address-rules.ts';
import { createHttpIntegration } from '../integrations/http-proxy.ts';
import { createLambdaIntegration } from '../integrations/lambda.ts';
import { sendAnswer, type Answer } from '../shared/answer.ts';
import { isPreflight, preflightHeaders, withCors } from '../shared/cors.ts';
import { readBody } from '../shared/read-body.ts';
import { readAddress, type ApiAddress } from './address.ts';
import { authorize, type AuthorizeDoors } from './authorize.ts';
import { newAuthorizerResults } from './authorize-lambda.ts';
import { callIntegration, type Integrations } from './call-integration.ts';
import { chooseStage } from './choose-stage.ts';
import { gatewayAnswer } from './gateway-answer.ts';
import { newGatewayId } from './gateway-id.ts';
import { createIssuerKeys } from './issuer-keys.ts';
import { openCall, withBody, type HttpApiCall } from './open-call.ts';
import { routeTableOf } from './route-table.ts';

export interface HttpApiPlaneParts {
  readonly directory: HttpApiDirectory;
  readonly lambda: Service;
  /** Where functions reach this endpoint. */
  readonly baseUrl: string;
  /** Which back ends HTTP integrations may call. */
  readonly addresses: AddressRules;
  /** Who signed a request for `execute-api`; undefined without a good signature. */
  readonly callerOf: (
    request: SignedRequest,
    body: Uint8Array,
  ) => { readonly accountId: string; readonly accessKey: string } | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The log of the endpoint: why a back end was not reached, which callers are not told. */
  readonly log: { warn(fields: object, message: string): void };
}

interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Target {
  readonly hostName: string;
  readonly path: string;
  readonly query: string;
}

const bodyBytesMax = 10 * 1_048_576;

/**
 * Deployed HTTP APIs, in both forms of address. Has the shape of the listener's hosted planes.
 *
 * Gaps: throttling, access logs, metrics, custom domains, mutual TLS; HTTP integrations hold a whole answer before they
 * pass it on.
 *
 * Unconfirmed: 503 for a throttled function and for a back end that cannot be reached; 500 for an answer above 10 MB;
 * the values of `AWS:SourceArn` for `$default` (`{api}/{stage}/$default`) and for routes (`{api}/{stage}/{method}{path
 * of the route}`).
 */
export function createHttpApiPlane(parts: HttpApiPlaneParts) {
  const http = createHttpIntegration(parts.addresses);
  const doors: Doors = {
    keys: createIssuerKeys(http, parts.now),
    results: newAuthorizerResults(parts.now),
    callerOf: parts.callerOf,
    lambda: createLambdaIntegration(parts.lambda, parts.baseUrl),
    http,
    now: parts.now,
    log: parts.log,
  };
  return {
    name: 'http-api',
    /** Addresses of no API are taken too, and answered with 404. */
    matches: (target: Target) => {
      const address = readAddress(target);
      return address !== undefined && parts.directory.find(address.apiId)?.protocol !== 'WEBSOCKET';
    },

    async handle(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
      const requestId = newGatewayId();
      response.setHeader('apigw-requestid', requestId);
      const address = readAddress(target);
      const api = address && parts.directory.find(address.apiId);
      if (!address || !api) {
        sendAnswer(response, gatewayAnswer(404));
        return;
      }
      const answer = await answerCall(doors, { request, target, address, api, requestId });
      sendAnswer(response, answer);
    },

    close: () => http.close(),
  };
}

/** What a call may need besides its API. */
type Doors = Integrations & AuthorizeDoors & Pick<HttpApiPlaneParts, 'callerOf'>;

interface Call {
  readonly request: IncomingMessage;
  readonly target: Target;
  readonly address: ApiAddress;
  readonly api: PublishedApi;
  readonly requestId: string;
}

async function answerCall(doors: Doors, call: Call): Promise<Answer> {
  const chosen = chooseStage(call.api, call.address.path);
  if (chosen === 'malformed') return gatewayAnswer(400);
  const snapshot = chosen?.stage.snapshot;
  if (!snapshot || snapshot.isEndpointDisabled) return gatewayAnswer(404);
  const { headers, method = 'GET' } = call.request;
  const question = {
    method,
    origin: headers.origin,
    requestedMethod: headers['access-control-request-method'],
  };
  if (snapshot.cors && isPreflight(question))
    return { status: 204, headers: preflightHeaders(snapshot.cors, headers.origin), cookies: [], body: '' };
  const answer = await answerRoute(doors, call, { ...chosen, snapshot });
  return { ...answer, headers: withCors(answer.headers, snapshot.cors, headers.origin) };
}

type Deployed = Exclude<ReturnType<typeof chooseStage>, 'malformed' | undefined> & {
  readonly snapshot: Snapshot;
};

async function answerRoute(doors: Doors, arrived: Call, deployed: Deployed): Promise<Answer> {
  const { request, target, address, api, requestId } = arrived;
  const { stage, snapshot, routePath, shownPath } = deployed;
  const match = routeTableOf(snapshot).match(request.method ?? 'GET', routePath);
  if (!match) return gatewayAnswer(404);
  const host = address.isHostForm ? request.headers.host : undefined;
  const arrival = {
    request,
    query: target.query,
    api,
    stage,
    snapshot,
    routePath,
    shownPath,
    requestId,
    host,
  };
  const call = openCall(arrival, match, doors.now());
  // A signature is one of the body, too; nobody else's body is read before it is known who asks.
  const isSigned = match.route.AuthorizationType === 'AWS_IAM';
  const signed = isSigned ? await readBody(request, bodyBytesMax) : undefined;
  const signer = () => signerOf(doors, arrived, signed instanceof Uint8Array ? signed : new Uint8Array());
  const access = await authorize(doors, request, signer, call);
  if (access.kind === 'refused') {
    if (access.reason !== undefined) noteFault(doors, call, access.reason);
    return access.answer;
  }
  if (access.kind === 'allowed') call.learned.authorizer = access.authorizer;
  const body = signed ?? (await readBody(request, bodyBytesMax));
  if (body === 'too-large') return gatewayAnswer(413);
  // Nobody is there any more to read it.
  if (body === 'gone') return gatewayAnswer(400);
  // A route without a target, as AWS has it, has nothing to answer with.
  if (!match.integration) return gatewayAnswer(500);
  return callIntegration(doors, match.integration, withBody(call, body));
}

function signerOf({ callerOf }: Doors, { request, target }: Call, body: Uint8Array) {
  // Of request headers only set-cookie can be an array.
  const headers = request.headers as Readonly<Record<string, string>>;
  const { path, query } = target;
  return callerOf({ method: request.method ?? 'GET', path, query, headers }, body);
}

function noteFault({ log }: Doors, { facts }: HttpApiCall, reason: string): void {
  const { apiId, routeKey, requestId } = facts;
  log.warn({ apiId, routeKey, requestId, reason }, 'An authorizer of an HTTP API failed');
}
