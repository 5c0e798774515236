import { formatTime } from '../shared/request-parts.ts';
import { identityV1 } from './authorizer-facts.ts';
import type { HttpApiCall } from './open-call.ts';

/** `$context` as plain members, for mappings, identity sources and logs; what is unknown is missing. */
export function contextOf({ facts, learned, basePath }: HttpApiCall): Record<string, unknown> {
  const { authorizer, error } = learned;
  return {
    accountId: facts.accountId,
    apiId: facts.apiId,
    ...(authorizer?.kind === 'jwt' && { authorizer: { claims: authorizer.jwt.claims } }),
    ...(authorizer?.kind === 'lambda' && {
      authorizer: { ...authorizer.context, principalId: authorizer.principalId },
    }),
    ...(basePath !== undefined && { customDomain: { basePathMatched: basePath } }),
    domainName: facts.domainName,
    domainPrefix: facts.domainPrefix,
    ...(error && {
      error: {
        message: error.message,
        messageString: JSON.stringify(error.message),
        responseType: error.type,
      },
    }),
    extendedRequestId: facts.requestId,
    httpMethod: facts.method,
    identity: {
      ...identityV1(authorizer),
      sourceIp: facts.sourceIp,
      userAgent: facts.headers.get('user-agent')?.join(','),
    },
    path: facts.path,
    protocol: 'HTTP/1.1',
    requestId: facts.requestId,
    requestTime: formatTime(facts.nowMs),
    requestTimeEpoch: facts.nowMs,
    routeKey: facts.routeKey,
    stage: facts.stage,
  };
}
