import type { CreateAuthorizerRequest } from '@aws-sdk/client-apigatewayv2';
import { isObject, list, object, text, type JsonObject } from '../../openapi/index.ts';
import { tooMany } from '../errors.ts';
import { newId } from '../identifiers.ts';
import type { HttpApiParts } from '../parts.ts';
import type { StoredAuthorizer } from '../records.ts';
import { changedAuthorizer } from '../rules/authorizer.ts';
import { limits } from '../rules/limits.ts';
import { attempt, type Findings } from './findings.ts';

/** What a security scheme of the file means for a route. */
export type ImportedSecurity =
  | { readonly kind: 'iam' }
  | { readonly kind: 'authorizer'; readonly authorizer: StoredAuthorizer }
  /** It names an authorizer that cannot be made: a route must not be open for it. */
  | { readonly kind: 'broken' };

/** By the name of the scheme. Authorizers that were there under the same name keep their ids. */
export function importAuthorizers(
  { repository }: HttpApiParts,
  apiId: string,
  root: JsonObject,
  idOf: (name: string) => string | undefined,
  found: Findings,
): ReadonlyMap<string, ImportedSecurity> {
  const schemes = new Map<string, ImportedSecurity>();
  let count = 0;
  for (const [name, value] of Object.entries(object(object(root['components'])['securitySchemes']))) {
    const scheme = object(value);
    const extension = scheme['x-amazon-apigateway-authorizer'];
    if (isObject(extension)) {
      count += 1;
      if (count > limits.authorizers) throw tooMany('Authorizer', limits.authorizers);
      const blank = { AuthorizerId: idOf(name) ?? newId(6), Name: name };
      const authorizer = attempt(found, `Authorizer '${name}'`, () =>
        changedAuthorizer('HTTP', blank, toInput(scheme, extension)),
      );
      if (authorizer) repository.putPart(apiId, 'authorizer', authorizer.AuthorizerId, authorizer);
      schemes.set(name, authorizer ? { kind: 'authorizer', authorizer } : { kind: 'broken' });
    } else if (scheme['x-amazon-apigateway-authtype'] === 'awsSigv4') {
      schemes.set(name, { kind: 'iam' });
    } else {
      found.warnings.push(`Security scheme '${name}' has no x-amazon-apigateway-authorizer. Ignoring.`);
    }
  }
  return schemes;
}

type AuthorizerInput = Omit<Partial<CreateAuthorizerRequest>, 'ApiId'>;

function toInput(scheme: JsonObject, extension: JsonObject): AuthorizerInput {
  const type = (text(extension['type']) ?? '').toUpperCase();
  const source = text(extension['identitySource']);
  const IdentitySource = source?.split(',').map((one) => one.trim());
  if (type === 'JWT') {
    return {
      AuthorizerType: 'JWT',
      IdentitySource: IdentitySource ?? ['$request.header.Authorization'],
      JwtConfiguration: jwtConfiguration(scheme, object(extension['jwtConfiguration'])),
    };
  }
  const ttl = extension['authorizerResultTtlInSeconds'];
  return {
    AuthorizerType: type as 'REQUEST',
    AuthorizerUri: text(extension['authorizerUri']),
    AuthorizerCredentialsArn: text(extension['authorizerCredentials']),
    AuthorizerPayloadFormatVersion: text(extension['authorizerPayloadFormatVersion']),
    ...(typeof ttl === 'number' && { AuthorizerResultTtlInSeconds: ttl }),
    ...(typeof extension['enableSimpleResponses'] === 'boolean' && {
      EnableSimpleResponses: extension['enableSimpleResponses'],
    }),
    ...(IdentitySource && { IdentitySource }),
  };
}

/** A scheme of the type openIdConnect says its issuer by the address of its discovery document. */
function jwtConfiguration(scheme: JsonObject, given: JsonObject) {
  const discovery = text(scheme['openIdConnectUrl'])?.replace(/\/\.well-known\/openid-configuration$/, '');
  const audience = text(given['audience']);
  return {
    Issuer: text(given['issuer']) ?? discovery ?? '',
    Audience: audience === undefined ? list(given['audience']).flatMap((one) => text(one) ?? []) : [audience],
  };
}
