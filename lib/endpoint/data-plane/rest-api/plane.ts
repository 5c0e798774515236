import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { LogSink } from '../../runtimes/launch.ts';
import type { RestApiDirectory } from '../../services/apigateway/index.ts';
import type { Metrics } from '../../services/cloudwatch/index.ts';
import type { Service } from '../../services/service.ts';
import type { Traces } from '../../services/xray/index.ts';
import { newGatewayId } from '../http-api/gateway-id.ts';
import { createIssuerKeys } from '../http-api/issuer-keys.ts';
import type { AddressRules } from '../integrations/address-rules.ts';
import type { ServiceDoor } from '../integrations/aws-service.ts';
import { createHttpIntegration } from '../integrations/http-proxy.ts';
import { createLambdaIntegration } from '../integrations/lambda.ts';
import { createLambdaStream } from '../integrations/lambda-stream.ts';
import type { LinkDoor } from '../integrations/vpc-link.ts';
import { sendAnswer, type Answer } from '../shared/answer.ts';
import { sendStream } from '../shared/send-stream.ts';
import { createGatewayMeters, type GatewayMeters } from '../shared/gateway-metrics.ts';
import { readBody } from '../shared/read-body.ts';
import { createThrottle } from '../shared/token-bucket.ts';
import { answerCall, refused, type Way } from './answer-call.ts';
import { createAuthorizeStation } from './authorize.ts';
import { newAuthorizerResults, resultPrefix } from './authorize-lambda.ts';
import { packed, unpacked } from './compression.ts';
import { keptLog } from './execution-log.ts';
import { createLimitStation } from './limit-calls.ts';
import { isLogged, stageLogging } from './method-settings.ts';
import { openCall } from './open-call.ts';
import { findPlace, isServed, type Place } from './place.ts';
import { Refusal } from './refusal.ts';
import type { Caller } from './rest-call.ts';
import { cachePrefix, createStageCache } from './stage-cache.ts';
import { writeAccessLog, writeExecutionLog } from './stage-logs.ts';
import { countCall } from './stage-metrics.ts';
import { beginStageTrace } from './stage-trace.ts';
import { createTester } from './tester.ts';
import { validateRequest } from './validate-request.ts';

export interface RestApiPlaneParts {
  readonly directory: RestApiDirectory;
  readonly lambda: Service;
  /** Where functions reach this endpoint. */
  readonly baseUrl: string;
  /** Which back ends HTTP integrations may call. */
  readonly addresses: AddressRules;
  /** For integrations of other services than Lambda. */
  readonly services: ServiceDoor;
  /** Where VPC links lead. */
  readonly findLink: LinkDoor;
  /** Endpoints of VPCs, through which private APIs are called. */
  readonly findVpcEndpoint: (id: string) => VpcEndpoint | undefined;
  /** Who signed a request for `execute-api`; undefined without a good signature. */
  readonly callerOf: (request: SignedRequest, body: Uint8Array) => Caller | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Where access and execution logs of stages go. */
  readonly logs: LogSink;
  /** Without it nothing is counted. */
  readonly metrics?: Metrics;
  /** Without it no stage traces. */
  readonly traces?: Traces;
  /** The log of the endpoint: why a back end was not reached, which callers are not told. */
  readonly log: { warn(fields: object, message: string): void };
}

interface VpcEndpoint {
  readonly region: string;
  readonly vpcId: string;
  /** `com.amazonaws.us-east-1.execute-api`. */
  readonly serviceName: string;
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
  readonly signedFor?: string | undefined;
  readonly headers?: IncomingHttpHeaders | undefined;
}

const bodyBytesMax = 10 * 1_048_576;

/**
 * Deployed REST APIs, in all forms of address. Has the shape of the listener's hosted planes.
 *
 * Gaps
 * - `AWS` integrations call Lambda and the other services of this endpoint; one that is not here answers NotImplemented.
 * - Mutual TLS and private custom domains; response streaming of HTTP_PROXY, and the rate of streams (2 MB/s after 10 MB). The segment of a stage that traces holds the call of its
 *   integration; authorizers have none of their own in it.
 * - Of JSONPath, filters; of templates, what velocityjs's grammar lacks, such as `1.5e3` and doubled quotes.
 * - Identity policies: whoever signs with a key of the API's own account may call a method with AWS_IAM.
 * - Usage is counted with each call, so quotas hold exactly; throttles are forgotten when the endpoint stops.
 *
 * By design
 * - A resource policy that cannot be read, or a condition of it that is not known here, closes the API.
 * - A cached answer is kept for what the caller accepts, as templates are chosen by that.
 * - A private API answers as `{apiId}-{vpceId}.execute-api.…`, and as `{vpceId}.execute-api.…` with its id in the header
 *   `x-apigw-api-id`, where EC2 has that endpoint. Its policy is not asked. Nothing runs inside of a VPC, so the name is all that says through which endpoint a call comes: whoever
 *   reaches this port can use it. The form `{apiId}.execute-api.…` of private DNS names no endpoint and is refused.
 * - Edge-optimised and regional APIs answer alike: no headers of CloudFront are made up.
 *
 * Unconfirmed: what a stream without its head answers (here 502, as a malformed answer), that TestInvokeMethod waits for the
 * whole of it, and that logs and metrics are written at its end; 403 `Forbidden` for an unknown stage, which no metric counts; that detailed metrics of an ANY method name
 * the verb of the call; 400 for a packed body that cannot be unpacked; 500 for a throttled
 * function; the text of 413 and of the warning of a refused invalidation; the content type of an answer, which is that
 * of the template that made it.
 */
export function createRestApiPlane(parts: RestApiPlaneParts) {
  const http = createHttpIntegration(parts.addresses);
  const { services, findLink } = parts;
  const ends = {
    lambda: createLambdaIntegration(parts.lambda, parts.baseUrl),
    lambdaStream: createLambdaStream(parts.lambda, parts.baseUrl),
    http,
    services,
    findLink,
    findClientCertificate: parts.directory.findClientCertificate,
  };
  const results = newAuthorizerResults(parts.now);
  const authorize = { lambda: ends.lambda, results, keys: createIssuerKeys(http, parts.now) };
  const cache = createStageCache(parts.now);
  const way: Way = {
    ends,
    stations: [
      createAuthorizeStation(authorize),
      createLimitStation({ directory: parts.directory, throttle: createThrottle(parts.now) }),
      validateRequest,
    ],
    around: cache.around,
  };
  const meters = createGatewayMeters(parts.metrics);
  const stopFlushes = parts.directory.onFlush(({ apiId, stageName, what }) => {
    if (what === 'authorizers') forget(results, resultPrefix(apiId, stageName));
    else forget(cache.kept, cachePrefix(apiId, stageName));
  });

  return {
    name: 'rest-api',
    /** Addresses of unknown APIs are left to the plane that is asked next. */
    matches: (target: Target): boolean => findPlace(parts.directory, target) !== undefined,

    async handle(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
      const named = request.headers['x-apigw-api-id'];
      const place = findPlace(parts.directory, target, typeof named === 'string' ? named : undefined);
      const made =
        place === undefined || place === 'unmapped'
          ? forbidden(response)
          : await answer(way, { ...parts, meters }, { request, response, target, place });
      if (made !== 'sent') sendAnswer(response, made);
    },

    tester: createTester({ way, authorize, now: parts.now }),

    close() {
      stopFlushes();
      http.close();
    },
  };
}

interface Kept {
  keys(): Iterable<string>;
  delete(key: string): boolean;
}

function forget(kept: Kept, prefix: string): void {
  for (const key of [...kept.keys()]) if (key.startsWith(prefix)) kept.delete(key);
}

interface Arrived {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: Target;
  readonly place: Place;
}

async function answer(
  way: Way,
  parts: RestApiPlaneParts & { readonly meters: GatewayMeters },
  arrived: Arrived,
): Promise<Answer | 'sent'> {
  const { request, response, target, place } = arrived;
  const { api, stage } = place;
  if (!stage || !isServed(stage.snapshot.settings, place)) return forbidden(response);
  const { vpcEndpointId } = place;
  const endpoint = vpcEndpointId === undefined ? undefined : parts.findVpcEndpoint(vpcEndpointId);
  if (vpcEndpointId !== undefined && !isEndpointOf(endpoint, api.region)) return forbidden(response);
  const startMs = performance.now();
  const trace = beginStageTrace(parts.traces, place, request, parts.now);
  const body = await readBody(request, bodyBytesMax);
  const log = isLogged(stage.stage) ? keptLog(parts.now) : undefined;
  const call = openCall({
    ...(log && { log }),
    ...(trace && { trace }),
    request,
    query: target.query,
    place,
    stage,
    vpcId: endpoint?.vpcId,
    body: typeof body === 'string' ? new Uint8Array() : body,
    nowMs: parts.now(),
    caller: () => {
      // Of request headers only set-cookie can be an array.
      const headers = request.headers as Readonly<Record<string, string>>;
      const signed = { method: request.method ?? 'GET', path: target.path, query: target.query, headers };
      return parts.callerOf(signed, typeof body === 'string' ? new Uint8Array() : body);
    },
  });
  response.setHeader('x-amzn-requestid', call.requestId);
  response.setHeader('x-amz-apigw-id', call.extendedRequestId);
  const opened =
    typeof body === 'string' ? new Refusal('REQUEST_TOO_LARGE') : await unpacked(call, bodyBytesMax);
  const outcome = opened instanceof Refusal ? refused(call, opened) : await answerCall(way, opened);
  const { refusal } = outcome;
  const { stream } = outcome.answer;
  if (stream) call.learned.streamedBytes = await sendStream(response, outcome.answer, stream);
  trace?.ended(call, outcome);
  const durationMs = Math.round(performance.now() - startMs);
  countCall(parts.meters, call, outcome, durationMs);
  writeAccessLog(parts.logs, call, outcome, durationMs);
  if (log) writeExecutionLog(parts.logs, call, log, stageLogging(call), outcome);
  if (refusal?.reason !== undefined)
    parts.log.warn(
      { apiId: api.apiId, stage: stage.name, requestId: call.requestId, reason: refusal.reason },
      'A REST API could not answer with its back end',
    );
  return stream ? 'sent' : packed(call, outcome.answer);
}

function isEndpointOf(endpoint: VpcEndpoint | undefined, region: string): boolean {
  return endpoint?.region === region && endpoint.serviceName.endsWith('.execute-api');
}

function forbidden(response: ServerResponse): Answer {
  response.setHeader('x-amzn-requestid', randomUUID());
  response.setHeader('x-amz-apigw-id', newGatewayId());
  return {
    status: 403,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'ForbiddenException' },
    cookies: [],
    body: '{"message":"Forbidden"}',
  };
}
