import type { MethodResponse } from '@aws-sdk/client-api-gateway';
import { own } from '../../../../shared/own.ts';
import { badRequest } from '../errors.ts';
import {
  applyPatch,
  entry,
  flag,
  flagEntry,
  listByValue,
  namedPaths,
  text,
  type PatchRule,
} from '../patch.ts';
import type { ApiDraft, StoredMethod } from '../records.ts';

const authorizationTypes = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'];
const requestParameterPattern = /^method\.request\.(?:querystring|header|path)\.[^\s]+$/;
const responseParameterPattern = /^method\.response\.header\.[^\s]+$/;

/** Throws what AWS answers to a method that refers to what is not there. */
export function assertMethod(draft: ApiDraft, method: StoredMethod): void {
  const type = method.authorizationType ?? '';
  if (!authorizationTypes.includes(type)) {
    throw badRequest(`Invalid authorization type specified. Valid types are ${authorizationTypes.join(',')}`);
  }
  const needsAuthorizer = type === 'CUSTOM' || type === 'COGNITO_USER_POOLS';
  if (needsAuthorizer && !draft.authorizers[method.authorizerId ?? '']) {
    throw badRequest(
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    );
  }
  if (method.requestValidatorId !== undefined && !own(draft.validators, method.requestValidatorId))
    throw badRequest('Invalid Request Validator identifier specified');
  assertModels(draft, method.requestModels);
  const names = Object.keys(method.requestParameters ?? {});
  for (const name of names) {
    if (!requestParameterPattern.test(name)) {
      throw badRequest(
        `Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: ${name}]`,
      );
    }
  }
  const lastNames = names.map((name) => name.split('.').slice(3).join('.'));
  if (new Set(lastNames).size < lastNames.length)
    throw badRequest('Parameter names must be unique across querystring, header and path');
}

export function assertMethodResponse(draft: ApiDraft, response: MethodResponse): void {
  assertStatusCode(response.statusCode);
  assertModels(draft, response.responseModels);
  for (const name of Object.keys(response.responseParameters ?? {})) {
    if (!responseParameterPattern.test(name))
      throw badRequest(`Invalid mapping expression specified: ${name}`);
  }
}

export function assertStatusCode(statusCode: string | undefined): void {
  if (!/^[1-5]\d\d$/.test(statusCode ?? '')) throw badRequest('Invalid Response status code specified');
}

function assertModels(draft: ApiDraft, models: Readonly<Record<string, string>> | undefined): void {
  for (const name of Object.values(models ?? {})) {
    if (!own(draft.models, name)) throw badRequest(`Invalid model identifier specified: ${name}`);
  }
}

const noParameter = 'Invalid parameter name specified';
const noContentType = 'Content-Type specified was not found';

const methodRules: readonly PatchRule<StoredMethod>[] = [
  text('authorizationType'),
  text('authorizerId'),
  flag('apiKeyRequired'),
  text('requestValidatorId'),
  text('operationName'),
  flagEntry('requestParameters', { missing: noParameter }),
  entry('requestModels', { missing: noContentType }),
  listByValue('authorizationScopes'),
];

export function patchMethod(
  draft: ApiDraft,
  method: StoredMethod,
  operations: Parameters<typeof applyPatch>[1],
): void {
  applyPatch(method, operations, methodRules, namedPaths);
  if (method.requestValidatorId === '') method.requestValidatorId = undefined;
  if (method.operationName === '') method.operationName = undefined;
  if (method.authorizationType === 'NONE' || method.authorizationType === 'AWS_IAM')
    method.authorizerId = undefined;
  assertMethod(draft, method);
}

const responseRules: readonly PatchRule<MethodResponse>[] = [
  text('statusCode'),
  flagEntry('responseParameters', { missing: noParameter }),
  entry('responseModels', { missing: noContentType }),
];

export function patchMethodResponse(
  draft: ApiDraft,
  response: MethodResponse,
  operations: Parameters<typeof applyPatch>[1],
): void {
  applyPatch(response, operations, responseRules, namedPaths);
  assertMethodResponse(draft, response);
}
