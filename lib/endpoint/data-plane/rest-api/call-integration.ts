import type { ServiceDoor } from '../integrations/aws-service.ts';
import type { HttpIntegration } from '../integrations/http-proxy.ts';
import type { LinkDoor } from '../integrations/vpc-link.ts';
import type { Answer } from '../shared/answer.ts';
import type { BackEndAnswer } from './back-end.ts';
import { convertRequest, isBinaryType } from './binary.ts';
import { callHttpCustom, callHttpProxy, type HttpDoors } from './integration-http.ts';
import { mapParameters, type MappedParameters } from './map-parameters.ts';
import { callLambdaCustom, callLambdaProxy, type LambdaDoor } from './integration-lambda.ts';
import { callLambdaStream, type LambdaStreamDoor } from './integration-lambda-stream.ts';
import { callMock } from './integration-mock.ts';
import { callService } from './integration-service.ts';
import { Refusal } from './refusal.ts';
import { respond } from './respond.ts';
import { headerOf, type IntegratedCall } from './rest-call.ts';
import { chooseRequestTemplate, newOverrides, renderMapping, type Overrides } from './templates.ts';
import { TemplateError } from './vtl/values.ts';

export interface BackEnds {
  readonly lambda: LambdaDoor;
  readonly lambdaStream: LambdaStreamDoor;
  readonly http: HttpIntegration;
  readonly services: ServiceDoor;
  readonly findLink: LinkDoor;
  readonly findClientCertificate: HttpDoors['findClientCertificate'];
}

/** Calls a method's back end and turns what it says into the answer. */
export async function callIntegration(ends: BackEnds, call: IntegratedCall): Promise<Answer | Refusal> {
  const { type, uri = '' } = call.integration;
  try {
    if (type === 'AWS_PROXY' && call.integration.responseTransferMode === 'STREAM')
      return await callLambdaStream(ends.lambdaStream, call);
    if (type === 'AWS_PROXY') return await callLambdaProxy(ends.lambda, call);
    if (type === 'HTTP_PROXY') return await callHttpProxy(ends, call);
    const overrides = newOverrides();
    const backEnd =
      type === 'MOCK' ? callMock(call, overrides) : await callCustom(ends, call, overrides, uri);
    if (backEnd instanceof Refusal) return backEnd;
    logBackEnd(call, backEnd);
    return respond(call, backEnd, overrides);
  } catch (error) {
    if (error instanceof TemplateError)
      return new Refusal('API_CONFIGURATION_ERROR', { reason: error.message });
    throw error;
  }
}

async function callCustom(
  ends: BackEnds,
  call: IntegratedCall,
  overrides: Overrides,
  uri: string,
): Promise<BackEndAnswer | Refusal> {
  const body = requestBody(call, overrides);
  if (body instanceof Refusal) return body;
  const mapped = mapParameters(call, overrides);
  if (mapped instanceof Refusal) return mapped;
  if (call.integration.type === 'HTTP') return callHttpCustom(ends, call, { mapped, body });
  if (/:lambda:path\/|^arn:[\w-]+:lambda:/.test(uri))
    return callLambdaCustom(ends.lambda, call, {
      body: Buffer.from(body).toString(),
      isEvent: isEvent(mapped),
    });
  return callService(ends.services, call, { mapped, body });
}

function isEvent({ header }: MappedParameters): boolean {
  return header.get('x-amz-invocation-type') === 'Event';
}

/** The body for a back end: by a template, or as it came where the method lets it pass. */
function requestBody(call: IntegratedCall, overrides: Overrides): Uint8Array | Refusal {
  const { binaryMediaTypes } = call.snapshot.settings;
  const converted = convertRequest(call.body, {
    isBinary: isBinaryType(binaryMediaTypes, headerOf(call, 'content-type')),
    handling: call.integration.contentHandling,
  });
  if (!converted)
    return new Refusal('API_CONFIGURATION_ERROR', { reason: 'Unable to base64 decode the body.' });
  const chosen = chooseRequestTemplate(call);
  if (chosen === 'unsupported')
    return call.body.length > 0 ? new Refusal('UNSUPPORTED_MEDIA_TYPE') : new Uint8Array();
  if (chosen === 'pass') return converted;
  const text = converted.length > 0 ? Buffer.from(converted).toString() : undefined;
  return Buffer.from(renderMapping(call, chosen.template, text, overrides));
}

function logBackEnd(call: IntegratedCall, { status, headers, body }: BackEndAnswer): void {
  if (call.integration.type === 'MOCK') return;
  const ms = call.learned.integrationMs ?? 0;
  call.log.add(() => `Received response. Status: ${status}, Integration latency: ${ms} ms`);
  call.log.addData(() => `Endpoint response headers: ${JSON.stringify(headers)}`);
  call.log.addData(() => `Endpoint response body before transformations: ${Buffer.from(body).toString()}`);
}
