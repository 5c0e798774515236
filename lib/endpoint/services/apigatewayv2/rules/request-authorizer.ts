import type { CreateAuthorizerRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import { given } from '../given.ts';
import type { Protocol, StoredAuthorizer } from '../records.ts';

type AuthorizerInput = Omit<Partial<CreateAuthorizerRequest>, 'ApiId'>;

const functionUri =
  /^arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path\/2015-03-31\/functions\/arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:.+\/invocations$/;
const name = "[\\w!#$%&'*+.^`|~-]+";
const sources: Readonly<Record<Protocol, RegExp>> = {
  HTTP: new RegExp(`^\\$(request\\.(header|querystring)\\.${name}|context\\.[\\w.]+|stageVariables\\.\\w+)$`),
  WEBSOCKET: new RegExp(
    `^(route\\.request\\.(header|querystring)\\.${name}|context\\.[\\w.]+|stageVariables\\.\\w+)$`,
  ),
};
/** AWS's default where results may be kept. */
const ttlDefaultSeconds = 300;

/** The Lambda authorizer that a change leaves. */
export function changedRequestAuthorizer(
  protocol: Protocol,
  before: StoredAuthorizer,
  input: AuthorizerInput,
): StoredAuthorizer {
  if (input.JwtConfiguration !== undefined)
    throw badRequest('JwtConfiguration is not supported for REQUEST authorizers.');
  if (input.IdentityValidationExpression !== undefined)
    throw badRequest('IdentityValidationExpression is not supported.');
  const title = input.Name ?? before.Name;
  if (title.length < 1 || title.length > 128)
    throw badRequest('Authorizer name must have 1 to 128 characters');
  const uri = input.AuthorizerUri ?? before.AuthorizerUri ?? '';
  if (!functionUri.test(uri))
    throw badRequest(
      `Invalid Authorizer URI: ${uri}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
    );
  const identity = input.IdentitySource ?? before.IdentitySource ?? [];
  const bad = identity.find((one) => !sources[protocol].test(one));
  if (bad !== undefined) throw badRequest(`Invalid mapping expression specified: ${bad}`);
  return {
    ...before,
    Name: title,
    AuthorizerType: 'REQUEST',
    AuthorizerUri: uri,
    IdentitySource: identity,
    ...given(input, ['AuthorizerCredentialsArn']),
    ...(protocol === 'HTTP' ? httpMembers(before, input, identity) : webSocketMembers(input)),
  };
}

function httpMembers(before: StoredAuthorizer, input: AuthorizerInput, identity: readonly string[]) {
  const version = input.AuthorizerPayloadFormatVersion ?? before.AuthorizerPayloadFormatVersion;
  if (version === undefined)
    throw badRequest('AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer');
  if (version !== '1.0' && version !== '2.0')
    throw badRequest(`Invalid AuthorizerPayloadFormatVersion specified: ${version}. Must be 1.0 or 2.0.`);
  const isSimple = input.EnableSimpleResponses ?? before.EnableSimpleResponses ?? false;
  if (isSimple && version === '1.0')
    throw badRequest('EnableSimpleResponses is not supported for AuthorizerPayloadFormatVersion 1.0');
  const ttl =
    input.AuthorizerResultTtlInSeconds ??
    before.AuthorizerResultTtlInSeconds ??
    (identity.length > 0 ? ttlDefaultSeconds : 0);
  if (!Number.isInteger(ttl) || ttl < 0 || ttl > 3600)
    throw badRequest('Invalid value for parameter authorizerResultTtlInSeconds: 0 to 3600.');
  if (ttl > 0 && identity.length === 0)
    throw badRequest('A result is kept by its identity sources: give at least one, or set the TTL to 0.');
  return {
    AuthorizerPayloadFormatVersion: version,
    EnableSimpleResponses: isSimple,
    AuthorizerResultTtlInSeconds: ttl,
  };
}

function webSocketMembers(input: AuthorizerInput) {
  if (input.AuthorizerResultTtlInSeconds !== undefined && input.AuthorizerResultTtlInSeconds !== 0)
    throw badRequest('AuthorizerResultTtlInSeconds is not supported for WEBSOCKET APIs.');
  if (input.AuthorizerPayloadFormatVersion !== undefined && input.AuthorizerPayloadFormatVersion !== '1.0')
    throw badRequest('AuthorizerPayloadFormatVersion is not supported for WEBSOCKET APIs.');
  if (input.EnableSimpleResponses === true)
    throw badRequest('EnableSimpleResponses is not supported for WEBSOCKET APIs.');
  return {};
}
