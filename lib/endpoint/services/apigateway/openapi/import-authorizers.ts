import { newId } from '../identifiers.ts';
import type { ApiDraft, StoredAuthorizer } from '../records.ts';
import { assertAuthorizer } from '../rules/authorizers.ts';
import { isObject, list, object, text, type Definition } from '../../openapi/index.ts';

/** What a security scheme of the file means for a method. */
export type ImportedSecurity =
  | { readonly kind: 'api-key' }
  | { readonly kind: 'iam' }
  | { readonly kind: 'authorizer'; readonly id: string; readonly type: 'CUSTOM' | 'COGNITO_USER_POOLS' };

const types: Readonly<Record<string, 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS'>> = {
  token: 'TOKEN',
  request: 'REQUEST',
  cognito_user_pools: 'COGNITO_USER_POOLS',
};

/** By the name of the scheme. */
export function importAuthorizers(
  draft: ApiDraft,
  { version, root }: Definition,
  warnings: string[],
): ReadonlyMap<string, ImportedSecurity> {
  const schemes =
    version === '2.0'
      ? object(root['securityDefinitions'])
      : object(object(root['components'])['securitySchemes']);
  const found = new Map<string, ImportedSecurity>();
  for (const [name, value] of Object.entries(schemes)) {
    const scheme = object(value);
    const extension = scheme['x-amazon-apigateway-authorizer'];
    const isHeaderKey = scheme['type'] === 'apiKey' && scheme['in'] === 'header';
    if (isObject(extension)) {
      const authorizer = toAuthorizer(draft, name, scheme, extension);
      assertAuthorizer(authorizer);
      draft.authorizers[authorizer.id] = authorizer;
      const type = authorizer.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM';
      found.set(name, { kind: 'authorizer', id: authorizer.id, type });
    } else if (scheme['x-amazon-apigateway-authtype'] === 'awsSigv4') {
      found.set(name, { kind: 'iam' });
    } else if (isHeaderKey && text(scheme['name'])?.toLowerCase() === 'x-api-key') {
      found.set(name, { kind: 'api-key' });
    } else {
      warnings.push(`Security scheme '${name}' has no x-amazon-apigateway-authorizer. Ignoring.`);
    }
  }
  return found;
}

function toAuthorizer(
  draft: ApiDraft,
  name: string,
  scheme: Readonly<Record<string, unknown>>,
  extension: Readonly<Record<string, unknown>>,
): StoredAuthorizer {
  const known = Object.values(draft.authorizers).find((authorizer) => authorizer.name === name);
  const type = types[(text(extension['type']) ?? '').toLowerCase()];
  const header = text(scheme['name']);
  const isHeader = scheme['in'] === 'header' && header !== undefined && header !== 'Unused';
  const ttl = extension['authorizerResultTtlInSeconds'];
  const isCognito = type === 'COGNITO_USER_POOLS';
  return {
    id: known?.id ?? newId(6),
    name,
    type,
    authType: text(scheme['x-amazon-apigateway-authtype']) ?? (isCognito ? 'cognito_user_pools' : 'custom'),
    ...(isCognito
      ? { providerARNs: list(extension['providerARNs']).flatMap((arn) => text(arn) ?? []) }
      : { authorizerUri: text(extension['authorizerUri']) }),
    authorizerCredentials: text(extension['authorizerCredentials']),
    identitySource:
      text(extension['identitySource']) ?? (isHeader ? `method.request.header.${header}` : undefined),
    identityValidationExpression: text(extension['identityValidationExpression']),
    ...(typeof ttl === 'number' && { authorizerResultTtlInSeconds: ttl }),
  };
}
