import type { GatewayResponse } from '@aws-sdk/client-api-gateway';
import { badRequest, notInEnum } from '../errors.ts';
import { applyPatch, entry, text, type PatchRule } from '../patch.ts';
import type { Snapshot, StoredGatewayResponse } from '../records.ts';

const body = { 'application/json': '{"message":$context.error.messageString}' };

/** Status of each type unless it is changed; those of the two defaults are the error's own. */
export const gatewayResponseStatuses: Readonly<Record<string, string | undefined>> = {
  ACCESS_DENIED: '403',
  API_CONFIGURATION_ERROR: '500',
  AUTHORIZER_CONFIGURATION_ERROR: '500',
  AUTHORIZER_FAILURE: '500',
  BAD_REQUEST_BODY: '400',
  BAD_REQUEST_PARAMETERS: '400',
  DEFAULT_4XX: undefined,
  DEFAULT_5XX: undefined,
  EXPIRED_TOKEN: '403',
  INTEGRATION_FAILURE: '504',
  INTEGRATION_TIMEOUT: '504',
  INVALID_API_KEY: '403',
  INVALID_SIGNATURE: '403',
  MISSING_AUTHENTICATION_TOKEN: '403',
  QUOTA_EXCEEDED: '429',
  REQUEST_TOO_LARGE: '413',
  RESOURCE_NOT_FOUND: '404',
  THROTTLED: '429',
  UNAUTHORIZED: '401',
  UNSUPPORTED_MEDIA_TYPE: '415',
  WAF_FILTERED: '403',
};

const types = Object.keys(gatewayResponseStatuses);

export function assertResponseType(type: string): void {
  if (!types.includes(type)) throw notInEnum(type, 'responseType', types);
}

/** As GetGatewayResponse shows a type that has or has not been changed. */
export function showGatewayResponse(snapshot: Snapshot, type: string): GatewayResponse {
  const changed = snapshot.gatewayResponses[type];
  if (changed) return { ...changed, defaultResponse: false };
  return {
    responseType: type as 'DEFAULT_4XX',
    ...(gatewayResponseStatuses[type] !== undefined && { statusCode: gatewayResponseStatuses[type] }),
    responseParameters: {},
    responseTemplates: body,
    defaultResponse: true,
  };
}

export function allGatewayResponses(snapshot: Snapshot): GatewayResponse[] {
  return types.map((type) => showGatewayResponse(snapshot, type));
}

export function assertGatewayResponse(response: StoredGatewayResponse): void {
  if (
    response.statusCode !== undefined &&
    response.statusCode !== '' &&
    !/^[1-5]\d\d$/.test(response.statusCode)
  )
    throw badRequest('Invalid Response status code specified');
  for (const name of Object.keys(response.responseParameters ?? {})) {
    if (!/^gatewayresponse\.header\.\S+$/.test(name))
      throw badRequest(`Invalid mapping expression specified: ${name}`);
  }
}

const rules: readonly PatchRule<StoredGatewayResponse>[] = [
  text('statusCode', { isRemovable: true }),
  entry('responseParameters'),
  entry('responseTemplates'),
];

/** The first change of a type makes an entry of its defaults. */
export function patchGatewayResponse(
  snapshot: Snapshot,
  type: string,
  operations: Parameters<typeof applyPatch>[1],
): void {
  const { defaultResponse: _isDefault, ...response } = showGatewayResponse(snapshot, type);
  applyPatch(response, operations, rules);
  assertGatewayResponse(response);
  snapshot.gatewayResponses[type] = response;
}
