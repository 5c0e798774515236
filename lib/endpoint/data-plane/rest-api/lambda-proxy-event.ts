import { formatTime } from '../shared/request-parts.ts';
import { isBinaryType } from './binary.ts';
import { identityOf } from './context.ts';
import { headerOf, type MethodCall } from './rest-call.ts';

/** The event that `AWS_PROXY` hands to a function: empty collections are null, single values are the last. */
export function lambdaProxyEvent(call: MethodCall): object {
  const { settings } = call.snapshot;
  const isBinary = isBinaryType(settings.binaryMediaTypes, headerOf(call, 'content-type'));
  const bytes = Buffer.from(call.body.buffer, call.body.byteOffset, call.body.byteLength);
  return {
    resource: call.resource.path,
    path: call.path,
    httpMethod: call.method,
    ...requestMembers(call),
    requestContext: requestContext(call),
    body: bytes.length === 0 ? null : bytes.toString(isBinary ? 'base64' : 'utf8'),
    isBase64Encoded: bytes.length > 0 && isBinary,
  };
}

/** Headers, query, path parameters and stage variables, as the events of functions and authorizers have them. */
export function requestMembers(call: MethodCall): object {
  const headers = [...call.headers.values()];
  const query = [...call.query];
  const orNull = <Value>(members: Readonly<Record<string, Value>>) =>
    Object.keys(members).length > 0 ? members : null;
  return {
    headers: orNull(Object.fromEntries(headers.map(({ name, values }) => [name, values.at(-1) ?? '']))),
    multiValueHeaders: orNull(Object.fromEntries(headers.map(({ name, values }) => [name, values]))),
    queryStringParameters: orNull(
      Object.fromEntries(query.map(([name, values]) => [name, values.at(-1) ?? ''])),
    ),
    multiValueQueryStringParameters: orNull(Object.fromEntries(query)),
    pathParameters: orNull(call.pathParameters),
    stageVariables: orNull(call.variables),
  };
}

export function requestContext(call: MethodCall): object {
  return {
    resourceId: call.resource.id,
    ...(call.learned.authorizer && { authorizer: call.learned.authorizer }),
    resourcePath: call.resource.path,
    ...(call.methodRecord.operationName !== undefined && { operationName: call.methodRecord.operationName }),
    httpMethod: call.method,
    extendedRequestId: call.extendedRequestId,
    requestTime: formatTime(call.nowMs),
    path: call.requestPath,
    accountId: call.accountId,
    protocol: `HTTP/${call.httpVersion}`,
    stage: call.stageName,
    domainPrefix: call.domainPrefix,
    requestTimeEpoch: call.nowMs,
    requestId: call.requestId,
    identity: identityOf(call),
    domainName: call.domainName,
    deploymentId: call.deploymentId,
    ...(call.isCanary && { isCanaryRequest: true }),
    apiId: call.apiId,
  };
}
