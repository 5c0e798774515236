import { toEventV2 } from '../shared/event-v2.ts';
import { grouped, headerPairs } from '../shared/request-parts.ts';

/** What of an HTTP request goes into the event. */
export interface UrlRequest {
  readonly method: string;
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  readonly httpVersion: string;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  readonly body: Uint8Array;
  readonly sourceIp: string;
  readonly port: number;
}

export interface UrlCaller {
  readonly accountId: string;
  readonly accessKey: string;
}

interface Surroundings {
  readonly urlId: string;
  readonly domainName: string;
  readonly requestId: string;
  readonly traceHeader: string;
  readonly nowMs: number;
  readonly ownerAccount: string;
  /** Undefined under AuthType NONE. */
  readonly caller: UrlCaller | undefined;
}

/** The event of payload version 2.0, as function URLs send it. */
export function toEvent(request: UrlRequest, around: Surroundings): object {
  const { caller, urlId } = around;
  return toEventV2({
    ...request,
    headers: grouped(headerPairs(request.rawHeaders)),
    traceHeader: around.traceHeader,
    nowMs: around.nowMs,
    requestId: around.requestId,
    accountId: caller ? around.ownerAccount : 'anonymous',
    apiId: urlId,
    domainName: around.domainName,
    domainPrefix: urlId,
    routeKey: '$default',
    stage: '$default',
    authorizer: caller && { iam: toIam(caller) },
  });
}

function toIam({ accountId, accessKey }: UrlCaller) {
  return {
    accessKey,
    accountId,
    callerId: accountId,
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: `arn:aws:iam::${accountId}:root`,
    userId: accountId,
  };
}
