import { formatTime } from '../shared/request-parts.ts';
import { headerOf, type RestCall } from './rest-call.ts';

/** `$context` as plain members; what is unknown is missing. */
export function contextOf(call: RestCall): Record<string, unknown> {
  const { learned } = call;
  return {
    accountId: call.accountId,
    apiId: call.apiId,
    ...(learned.authorizer && { authorizer: learned.authorizer }),
    deploymentId: call.deploymentId,
    domainName: call.domainName,
    domainPrefix: call.domainPrefix,
    ...(learned.error && {
      error: {
        message: learned.error.message,
        messageString: JSON.stringify(learned.error.message),
        responseType: learned.error.type,
      },
    }),
    extendedRequestId: call.extendedRequestId,
    httpMethod: call.method,
    identity: identityOf(call),
    ...(call.isCanary && { isCanaryRequest: true }),
    path: call.requestPath,
    protocol: `HTTP/${call.httpVersion}`,
    requestId: call.requestId,
    requestTime: formatTime(call.nowMs),
    requestTimeEpoch: call.nowMs,
    resourceId: learned.resource?.id,
    resourcePath: learned.resource?.path,
    stage: call.stageName,
  };
}

/** Who calls, as events tell it: every member is there. */
export function identityOf(call: RestCall): Record<string, string | null> {
  const { apiKey, iam } = call.learned;
  return {
    cognitoIdentityPoolId: null,
    accountId: iam?.accountId ?? null,
    cognitoIdentityId: null,
    caller: iam?.accessKey ?? null,
    sourceIp: call.sourceIp,
    principalOrgId: null,
    accessKey: iam?.accessKey ?? null,
    ...(apiKey && { apiKey: apiKey.value, apiKeyId: apiKey.id }),
    cognitoAuthenticationType: null,
    cognitoAuthenticationProvider: null,
    userArn: iam ? `arn:aws:iam::${iam.accountId}:root` : null,
    userAgent: headerOf(call, 'user-agent') ?? null,
    user: iam?.accessKey ?? null,
    ...(call.vpcEndpointId !== undefined && { vpceId: call.vpcEndpointId }),
    ...(call.vpcId !== undefined && { vpcId: call.vpcId }),
  };
}

/** A member by its path of names, as text; undefined when there is none. */
export function contextText(context: Record<string, unknown>, path: string): string | undefined {
  let value: unknown = context;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
