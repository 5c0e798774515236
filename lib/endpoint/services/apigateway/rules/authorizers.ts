import { badRequest, notInEnum } from '../errors.ts';
import { applyPatch, listByValue, text, wholeNumber, type PatchRule } from '../patch.ts';
import type { ApiDraft, StoredAuthorizer } from '../records.ts';
import { conflict } from '../errors.ts';

const types = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'];
const ttlRange = { min: 0, max: 3600 };
const identitySourcePattern =
  /^(?:method\.request\.(?:header|querystring)\.[^\s,]+|stageVariables\.\w+|context\.[\w.]+)$/;

export function assertAuthorizer(authorizer: StoredAuthorizer): void {
  const { type = '' } = authorizer;
  if (!authorizer.name) throw badRequest('Authorizer name must be non-empty');
  if (!types.includes(type)) throw notInEnum(type, 'createAuthorizerInput.type', types);
  if (type === 'COGNITO_USER_POOLS') {
    if ((authorizer.providerARNs?.length ?? 0) === 0)
      throw badRequest('Invalid Authorizer: providerARNs must be given for COGNITO_USER_POOLS');
  } else if (!/^arn:[\w-]+:apigateway:[\w-]+:lambda:path\/.+/.test(authorizer.authorizerUri ?? '')) {
    throw badRequest('Invalid Authorizer URI: ' + (authorizer.authorizerUri ?? ''));
  }
  assertIdentitySource(authorizer);
  const ttl = authorizer.authorizerResultTtlInSeconds ?? 300;
  if (ttl < ttlRange.min || ttl > ttlRange.max)
    throw badRequest(`Authorizer result TTL must be between ${ttlRange.min} and ${ttlRange.max} seconds`);
  const expression = authorizer.identityValidationExpression;
  if (expression !== undefined && expression !== '') assertExpression(expression);
}

function assertIdentitySource({ type, identitySource = '', authorizerResultTtlInSeconds }: StoredAuthorizer) {
  const sources = identitySource.split(',').filter((source) => source.trim() !== '');
  for (const source of sources) {
    if (!identitySourcePattern.test(source.trim()))
      throw badRequest(`Invalid mapping expression specified: ${source.trim()}`);
  }
  if (type !== 'REQUEST' && sources.length !== 1)
    throw badRequest('Identity source must be one header of the request: method.request.header.{name}');
  if (type === 'REQUEST' && sources.length === 0 && (authorizerResultTtlInSeconds ?? 300) > 0)
    throw badRequest('Identity source must not be empty when caching is enabled');
}

function assertExpression(expression: string): void {
  try {
    RegExp(expression);
  } catch {
    throw badRequest(`Invalid identity validation expression: ${expression}`);
  }
}

export function assertAuthorizerUnused(draft: ApiDraft, authorizerId: string): void {
  for (const { methods } of Object.values(draft.resources)) {
    if (Object.values(methods).some((method) => method.authorizerId === authorizerId))
      throw conflict('Authorizer is still in use by a method; change its authorization first.');
  }
}

const rules: readonly PatchRule<StoredAuthorizer>[] = [
  text('name'),
  text('type'),
  text('authType', { isRemovable: true }),
  text('authorizerUri'),
  text('authorizerCredentials', { isRemovable: true }),
  text('identitySource', { isRemovable: true }),
  text('identityValidationExpression', { isRemovable: true }),
  wholeNumber('authorizerResultTtlInSeconds', ttlRange),
  listByValue('providerARNs'),
];

export function patchAuthorizer(
  authorizer: StoredAuthorizer,
  operations: Parameters<typeof applyPatch>[1],
): void {
  applyPatch(authorizer, operations, rules);
  assertAuthorizer(authorizer);
}
