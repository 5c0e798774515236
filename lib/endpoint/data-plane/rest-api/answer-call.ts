import type { Answer } from '../shared/answer.ts';
import { callIntegration, type BackEnds } from './call-integration.ts';
import { shownMap } from './execution-log.ts';
import { gatewayResponse } from './gateway-response.ts';
import { matchResource } from './match-resource.ts';
import { Refusal } from './refusal.ts';
import type { IntegratedCall, MethodCall, RestCall } from './rest-call.ts';

/** A station before the integration; a refusal ends the call. */
export type Station = (call: IntegratedCall) => Refusal | undefined | Promise<Refusal | undefined>;

export interface Way {
  readonly ends: BackEnds;
  readonly stations: readonly Station[];
  /** Answers instead of the integration, or stores what it answered. */
  readonly around?: (
    call: IntegratedCall,
    work: () => Promise<Answer | Refusal>,
  ) => Promise<Answer | Refusal>;
}

export interface Outcome {
  readonly answer: Answer;
  /** Why the gateway itself answered; for logs. */
  readonly refusal: Refusal | undefined;
}

/** One call on its way: matching, the stations in turn, the integration. */
export async function answerCall(way: Way, call: RestCall): Promise<Outcome> {
  const match = matchResource(call.snapshot, call.method, call.path);
  if (!match) return refused(call, new Refusal('MISSING_AUTHENTICATION_TOKEN'));
  const { resource, method, pathParameters } = match;
  return answerMethod(way, { ...call, resource, methodRecord: method, pathParameters });
}

/** The same for a method that is known, as in tests. */
export async function answerMethod(way: Way, call: MethodCall): Promise<Outcome> {
  call.learned.resource = call.resource;
  logRequest(call);
  const integration = call.methodRecord.methodIntegration;
  if (!integration)
    return refused(call, new Refusal('API_CONFIGURATION_ERROR', { reason: 'the method has no integration' }));
  const integrated = { ...call, integration };
  for (const station of way.stations) {
    const refusal = await station(integrated);
    if (refusal) return refused(call, refusal);
  }
  const work = () => {
    call.learned.integrationFrom = performance.now();
    call.learned.integrationUri = integration.uri;
    return callIntegration(way.ends, integrated);
  };
  const result = await (way.around ? way.around(integrated, work) : work());
  if (result instanceof Refusal) return refused(call, result);
  call.log.add(() => 'Successfully completed execution');
  call.log.add(() => `Method completed with status: ${result.status}`);
  return { answer: withTrace(integrated, result), refusal: undefined };
}

export function refused(call: RestCall, refusal: Refusal): Outcome {
  const answer = gatewayResponse(call, refusal);
  const { type, reason } = refusal;
  if (reason !== undefined) {
    const cause = type === 'API_CONFIGURATION_ERROR' ? 'due to configuration error: ' : '';
    call.log.add(() => `Execution failed ${cause}${reason}`);
  } else call.log.add(() => `Execution failed: ${refusal.message}`);
  call.log.add(() => `Method completed with status: ${answer.status}`);
  return { answer, refusal };
}

/** The trace's id is told for back ends that were reached, without those of HTTP_PROXY. */
function withTrace(call: IntegratedCall, answer: Answer): Answer {
  const { type } = call.integration;
  if (type === 'MOCK' || type === 'HTTP_PROXY') return answer;
  return { ...answer, headers: { 'x-amzn-trace-id': call.traceHeader, ...answer.headers } };
}

function logRequest(call: MethodCall): void {
  const { log, requestId } = call;
  log.add(() => `Starting execution for request: ${requestId}`);
  log.add(() => `HTTP Method: ${call.method}, Resource Path: ${call.path}`);
  log.addData(() => `Method request path: ${shownMap(Object.entries(call.pathParameters))}`);
  const query = [...call.query].map(([name, values]) => [name, values.join(',')] as const);
  log.addData(() => `Method request query string: ${shownMap(query)}`);
  const headers = [...call.headers.values()].map(({ name, values }) => [name, values.join(',')] as const);
  log.addData(() => `Method request headers: ${shownMap(headers)}`);
  log.addData(() => `Method request body before transformations: ${Buffer.from(call.body).toString()}`);
}
