import type { GatewayResponse } from '@aws-sdk/client-api-gateway';
import { own } from '../../../../shared/own.ts';
import { badRequest } from '../errors.ts';
import { applyPatch, entry, namedPathsOnly, text, type PatchRule } from '../patch.ts';
import type { Snapshot, StoredGatewayResponse } from '../records.ts';
import { assertConstraints, oneOf } from './constraints.ts';

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

/** In the order in which AWS names them [rec]. */
const namedTypes = [
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'MISSING_AUTHENTICATION_TOKEN',
  'BAD_REQUEST_BODY',
  'INVALID_SIGNATURE',
  'INVALID_API_KEY',
  'BAD_REQUEST_PARAMETERS',
  'AUTHORIZER_FAILURE',
  'UNAUTHORIZED',
  'INTEGRATION_TIMEOUT',
  'ACCESS_DENIED',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'WAF_FILTERED',
  'QUOTA_EXCEEDED',
  'THROTTLED',
  'API_CONFIGURATION_ERROR',
  'UNSUPPORTED_MEDIA_TYPE',
  'INTEGRATION_FAILURE',
  'EXPIRED_TOKEN',
];

export function assertResponseType(type: string): void {
  assertConstraints([oneOf('responseType', type, namedTypes)]);
}

/** As GetGatewayResponse shows a type: changed itself, changed with all of its class, or as it always is [rec]. */
export function showGatewayResponse(snapshot: Snapshot, type: string): GatewayResponse {
  const changed = own(snapshot.gatewayResponses, type);
  const usual = gatewayResponseStatuses[type];
  const shared = usual?.startsWith('4') ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const shown = changed ?? own(snapshot.gatewayResponses, usual === undefined ? type : shared);
  const statusCode = shown?.statusCode || usual;
  const templates = shown?.responseTemplates ?? {};
  return {
    responseType: type as 'DEFAULT_4XX',
    ...(statusCode !== undefined && { statusCode }),
    responseParameters: shown?.responseParameters ?? {},
    responseTemplates: Object.keys(templates).length > 0 ? templates : body,
    defaultResponse: changed === undefined,
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
  text('statusCode'),
  entry('responseParameters', { missing: 'Invalid parameter name specified', isRequired: true }),
  entry('responseTemplates', { isRequired: true }),
];

/** The first change of a type makes an entry of its defaults. */
export function patchGatewayResponse(
  snapshot: Snapshot,
  type: string,
  operations: Parameters<typeof applyPatch>[1],
): void {
  const { defaultResponse: _isDefault, ...response } = showGatewayResponse(snapshot, type);
  applyPatch(response, operations, rules, namedPathsOnly);
  assertGatewayResponse(response);
  snapshot.gatewayResponses[type] = response;
}
