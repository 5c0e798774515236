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
import { authorizeJwt, type JwtOutcome } from './authorize-jwt.ts';
import { callIntegration, type Integrations } from './call-integration.ts';
import { chooseStage } from './choose-stage.ts';
import { gatewayAnswer } from './gateway-answer.ts';
import { newGatewayId } from './gateway-id.ts';
import { createIssuerKeys, type IssuerKeys } from './issuer-keys.ts';
import { routeTableOf, type RouteMatch } from './route-table.ts';

export interface HttpApiPlaneParts {
  readonly directory: HttpApiDirectory;
  readonly lambda: Service;
  /** Where functions reach this endpoint. */
  readonly baseUrl: string;
  /** Which back ends HTTP integrations may call. */
  readonly addresses: AddressRules;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The log of the endpoint: why a back end was not reached, which callers are not told. */
  readonly log: { warn(fields: object, message: string): void };
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
interface Doors extends Integrations {
  readonly keys: IssuerKeys;
}

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

async function answerRoute(doors: Doors, call: Call, deployed: Deployed): Promise<Answer> {
  const { request, target, address, api, requestId } = call;
  const match = routeTableOf(deployed.snapshot).match(request.method ?? 'GET', deployed.routePath);
  if (!match) return gatewayAnswer(404);
  const access = await authorize(doors, call, match, deployed.snapshot);
  if (access?.kind === 'refused') return access.answer;
  const body = await readBody(request, bodyBytesMax);
  if (body === 'too-large') return gatewayAnswer(413);
  // Nobody is there any more to read it.
  if (body === 'gone') return gatewayAnswer(400);
  // A route without a target, as AWS has it, has nothing to answer with.
  if (!match.integration) return gatewayAnswer(500);
  return callIntegration(doors, match, match.integration, {
    request,
    query: target.query,
    body,
    api,
    stage: deployed.stage,
    routePath: deployed.routePath,
    shownPath: deployed.shownPath,
    requestId,
    jwt: access?.jwt,
    host: address.isHostForm ? request.headers.host : undefined,
  });
}

/** Undefined for a route that is open to everybody. */
async function authorize(
  { keys, now }: Doors,
  { request, target }: Call,
  { route }: RouteMatch,
  { authorizers }: Snapshot,
): Promise<JwtOutcome | undefined> {
  if ((route.AuthorizationType ?? 'NONE') === 'NONE') return undefined;
  const authorizer = authorizers.find(({ AuthorizerId }) => AuthorizerId === route.AuthorizerId);
  // Neither can be deployed; whatever the reason, such a route is closed.
  if (route.AuthorizationType !== 'JWT' || !authorizer)
    return { kind: 'refused', answer: gatewayAnswer(500) };
  const asked = { headers: request.headers, query: target.query };
  return authorizeJwt(asked, route, authorizer, keys, now());
}
