import { TemplateError } from '../rest-api/vtl/values.ts';
import type { RouteAnswer } from './back-end.ts';
import { callLambdaProxy, type LambdaDoor } from './integration-lambda.ts';
import { Refusal } from './refusal.ts';
import type { IntegratedCall } from './socket-call.ts';

export interface BackEnds {
  readonly lambda: LambdaDoor;
}

/** Calls a route's back end. */
export async function callIntegration(ends: BackEnds, call: IntegratedCall): Promise<RouteAnswer | Refusal> {
  const { IntegrationType: type } = call.integration;
  try {
    if (type === 'AWS_PROXY') return await callLambdaProxy(ends.lambda, call);
    return new Refusal('API_CONFIGURATION_ERROR', { reason: `integrations of type ${type} are not served` });
  } catch (error) {
    if (error instanceof TemplateError)
      return new Refusal('API_CONFIGURATION_ERROR', { reason: error.message });
    throw error;
  }
}
