import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LogSink } from '../../runtimes/launch.ts';
import type { HttpApiDirectory } from '../../services/apigatewayv2/index.ts';
import type { Metrics } from '../../services/cloudwatch/index.ts';
import type { Service } from '../../services/service.ts';
import type { AddressRules } from '../integrations/address-rules.ts';
import type { ServiceDoor } from '../integrations/aws-service.ts';
import { createHttpIntegration } from '../integrations/http-proxy.ts';
import { createLambdaIntegration } from '../integrations/lambda.ts';
import type { LinkDoor } from '../integrations/vpc-link.ts';
import { sendAnswer } from '../shared/answer.ts';
import { createGatewayMeters } from '../shared/gateway-metrics.ts';
import { createThrottle } from '../shared/token-bucket.ts';
import { answerCall, type Doors } from './answer-call.ts';
import { forgetResults, newAuthorizerResults } from './authorize-lambda.ts';
import { choosePlace, type DomainMap } from './choose-place.ts';
import { gatewayAnswer } from './gateway-answer.ts';
import { newGatewayId } from './gateway-id.ts';
import { createIssuerKeys } from './issuer-keys.ts';

export interface HttpApiPlaneParts {
  readonly directory: HttpApiDirectory;
  readonly domains: DomainMap;
  readonly lambda: Service;
  /** Where functions reach this endpoint. */
  readonly baseUrl: string;
  /** Which back ends HTTP integrations may call. */
  readonly addresses: AddressRules;
  /** Who signed a request for `execute-api`; undefined without a good signature. */
  readonly callerOf: Doors['callerOf'];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** For integrations with services of this endpoint. */
  readonly services: ServiceDoor;
  /** Where VPC links lead. */
  readonly findLink: LinkDoor;
  /** Where access logs of stages go. */
  readonly logs: LogSink;
  /** Without it nothing is counted. */
  readonly metrics?: Metrics;
  /** The log of the endpoint: why a back end was not reached, which callers are not told. */
  readonly log: { warn(fields: object, message: string): void };
}

interface Target {
  readonly hostName: string;
  readonly path: string;
  readonly query: string;
  readonly signedFor?: string | undefined;
}

/**
 * Deployed HTTP APIs, in both forms of address. Has the shape of the listener's hosted planes.
 *
 * Gaps
 * - Mutual TLS.
 * - HTTP integrations hold a whole answer before they pass it on.
 * - Of services, those of this endpoint: EventBridge-PutEvents and the four subtypes of SQS, which answer in JSON.
 * - Throttles are forgotten when the endpoint stops.
 *
 * Unconfirmed: Method and Resource of detailed metrics of `$default` (the verb of the call, `$default`); the Host header through a VPC link, which is that of the link's local target; 503 for a throttled function
 * and for a back end that cannot be reached; 500 for an answer above 10 MB;
 * the values of `AWS:SourceArn` for `$default` (`{api}/{stage}/$default`) and for routes (`{api}/{stage}/{method}{path
 * of the route}`).
 */
export function createHttpApiPlane(parts: HttpApiPlaneParts) {
  const http = createHttpIntegration(parts.addresses);
  const doors: Doors = {
    keys: createIssuerKeys(http, parts.now),
    results: newAuthorizerResults(parts.now),
    callerOf: parts.callerOf,
    services: parts.services,
    findLink: parts.findLink,
    throttle: createThrottle(parts.now),
    logs: parts.logs,
    meters: createGatewayMeters(parts.metrics),
    lambda: createLambdaIntegration(parts.lambda, parts.baseUrl),
    http,
    now: parts.now,
    log: parts.log,
  };
  const stopResets = parts.directory.onReset((apiId, stageName) => {
    forgetResults(doors.results, apiId, stageName);
  });
  return {
    name: 'http-api',
    /** Addresses of no API are taken too, and answered with 404. */
    matches(target: Target): boolean {
      const place = choosePlace(parts.directory, parts.domains, target);
      return place !== undefined && (place === 'unknown' || place.api.protocol !== 'WEBSOCKET');
    },

    async handle(request: IncomingMessage, response: ServerResponse, target: Target): Promise<void> {
      const requestId = newGatewayId();
      response.setHeader('apigw-requestid', requestId);
      const place = choosePlace(parts.directory, parts.domains, target);
      const answer =
        place === undefined || place === 'unknown'
          ? gatewayAnswer(404)
          : await answerCall(doors, { request, target, place, requestId });
      sendAnswer(response, answer);
    },

    close() {
      stopResets();
      return http.close();
    },
  };
}
