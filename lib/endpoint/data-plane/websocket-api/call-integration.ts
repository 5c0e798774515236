import type { ServiceDoor } from '../integrations/aws-service.ts';
import type { HttpIntegration } from '../integrations/http-proxy.ts';
import { mockStatus, unusableMock } from '../rest-api/integration-mock.ts';
import { TemplateError } from '../rest-api/vtl/values.ts';
import type { RouteAnswer } from './back-end.ts';
import { callAws } from './integration-aws.ts';
import { callHttpCustom, callHttpProxy } from './integration-http.ts';
import { callLambdaProxy, type LambdaDoor } from './integration-lambda.ts';
import { Refusal } from './refusal.ts';
import { respond, type BackEndAnswer } from './respond.ts';
import type { IntegratedCall } from './socket-call.ts';
import { requestBody } from './templates.ts';

export interface BackEnds {
  readonly lambda: LambdaDoor;
  readonly http: HttpIntegration;
  readonly services: ServiceDoor;
}

/** Calls a route's back end and turns what it says into the answer. */
export async function callIntegration(ends: BackEnds, call: IntegratedCall): Promise<RouteAnswer | Refusal> {
  const { IntegrationType: type } = call.integration;
  try {
    if (type === 'AWS_PROXY') return await callLambdaProxy(ends.lambda, call);
    if (type === 'HTTP_PROXY') return await callHttpProxy(ends.http, call);
    const backEnd = await callCustom(ends, call);
    if (backEnd instanceof Refusal) return backEnd;
    call.log.addData(() => `Endpoint response body before transformations: ${backEnd.body}`);
    return respond(call, backEnd);
  } catch (error) {
    if (error instanceof TemplateError)
      return new Refusal('API_CONFIGURATION_ERROR', { reason: error.message });
    throw error;
  }
}

function callCustom(
  ends: BackEnds,
  call: IntegratedCall,
): BackEndAnswer | Refusal | Promise<BackEndAnswer | Refusal> {
  switch (call.integration.IntegrationType) {
    case 'AWS':
      return callAws(ends, call);
    case 'HTTP':
      return callHttpCustom(ends.http, call);
    default:
      return callMock(call);
  }
}

/** No back end: the request template names the status. */
function callMock(call: IntegratedCall): BackEndAnswer | Refusal {
  const rendered = requestBody(call);
  if (rendered instanceof Refusal) return rendered;
  const status = mockStatus(rendered);
  return status === undefined
    ? new Refusal('API_CONFIGURATION_ERROR', { reason: unusableMock })
    : { status, headers: {}, body: '', selectBy: String(status) };
}
