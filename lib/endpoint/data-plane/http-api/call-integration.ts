import type { StoredIntegration } from '../../services/apigatewayv2/index.ts';
import type { ServiceDoor } from '../integrations/aws-service.ts';
import type { HttpIntegration } from '../integrations/http-proxy.ts';
import { withStageVariables, type IntegrationResult } from '../integrations/integration.ts';
import type { LambdaCall } from '../integrations/lambda.ts';
import type { LinkDoor } from '../integrations/vpc-link.ts';
import type { Answer } from '../shared/answer.ts';
import { toEventV2 } from '../shared/event-v2.ts';
import { toAnswerV1, toAnswerV2 } from '../shared/lambda-answer.ts';
import { authorizerV1, authorizerV2, identityV1 } from './authorizer-facts.ts';
import { toEventV1 } from './event-v1.ts';
import { callService } from './call-service.ts';
import { gatewayAnswer, messageOf } from './gateway-answer.ts';
import { mapRequest, mapResponse } from './map-parameters.ts';
import { apiArn, pathOfRoute, type HttpApiCall } from './open-call.ts';
import { toPrivateCall } from './private-call.ts';
import { toProxyCall } from './proxy-call.ts';

export interface Integrations {
  readonly lambda: (call: LambdaCall) => Promise<IntegrationResult>;
  readonly http: HttpIntegration;
  readonly services: ServiceDoor;
  readonly findLink: LinkDoor;
  readonly log: { warn(fields: object, message: string): void };
}

/** What HTTP APIs call text that a function sends without saying so. */
const defaultType = 'text/plain; charset=utf-8';

const statuses = { failed: 500, unavailable: 503, 'too-large': 413 } as const;

/** Calls the route's back end, with its parameters mapped on both ways, and turns what became of it into an answer. */
export async function callIntegration(
  doors: Integrations,
  integration: StoredIntegration,
  call: HttpApiCall,
): Promise<Answer> {
  const { RequestParameters = {}, ResponseParameters = {}, IntegrationSubtype } = integration;
  // Those of a service are its input and not the request's parts.
  const mapped = IntegrationSubtype === undefined ? mapRequest(call, RequestParameters) : call;
  const startMs = performance.now();
  const result = await ask(doors, integration, mapped);
  call.learned.integrationMs = Math.round(performance.now() - startMs);
  const fail = (reason: string, kind: Exclude<IntegrationResult['kind'], 'answered'>): Answer => {
    const { apiId, routeKey, requestId } = call.facts;
    doors.log.warn({ apiId, routeKey, requestId, reason }, 'An HTTP API could not answer with its back end');
    const answer = gatewayAnswer(statuses[kind]);
    const type = kind === 'unavailable' ? 'INTEGRATION_FAILURE' : 'INTEGRATION_ERROR';
    call.learned.error = { type, message: messageOf(answer), reason };
    return answer;
  };
  if (result.kind !== 'answered') return fail(result.reason, result.kind);
  const { answer } = result;
  call.learned.answeredStatus = answer.status;
  call.learned.integrationStatus = integration.IntegrationType === 'AWS_PROXY' ? 200 : answer.status;
  return mapResponse(call, answer, ResponseParameters) ?? fail('a mapped answer cannot be sent', 'failed');
}

function ask(
  { lambda, http, services, findLink }: Integrations,
  integration: StoredIntegration,
  call: HttpApiCall,
): Promise<IntegrationResult> {
  if (integration.IntegrationSubtype !== undefined) return callService(services, integration, call);
  if (integration.IntegrationType === 'AWS_PROXY') return lambda(toLambdaCall(integration, call));
  if (integration.ConnectionType !== 'VPC_LINK') return http.call(toProxyCall(call, integration));
  const made = toPrivateCall(findLink, call, integration);
  return 'kind' in made ? Promise.resolve(made) : http.call(made);
}

function toLambdaCall(integration: StoredIntegration, call: HttpApiCall): LambdaCall {
  const { facts, api, stage, learned } = call;
  const isV1 = integration.PayloadFormatVersion === '1.0';
  const routePath = pathOfRoute(call);
  const called = routePath === '$default' ? '$default' : `${facts.method}${routePath}`;
  const arn = `${apiArn(call)}/${stage.name}/${called}`;
  return {
    uri: withStageVariables(integration.IntegrationUri ?? '', stage.variables),
    event: isV1
      ? toEventV1(
          { ...facts, authorizer: authorizerV1(learned.authorizer) },
          routePath,
          identityV1(learned.authorizer),
        )
      : toEventV2({ ...facts, authorizer: authorizerV2(learned.authorizer) }),
    traceHeader: facts.traceHeader,
    timeoutMs: integration.TimeoutInMillis,
    source: integration.CredentialsArn === undefined ? { arn, account: api.accountId } : undefined,
    toAnswer: (payload) =>
      isV1 ? toAnswerV1(payload, 'application/json') : toAnswerV2(payload, defaultType),
  };
}
