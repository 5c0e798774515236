import type { CreateAuthorizerRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import { given } from '../given.ts';
import type { Protocol, StoredAuthorizer } from '../records.ts';
import { functionUri } from './function-uri.ts';

type AuthorizerInput = Omit<Partial<CreateAuthorizerRequest>, 'ApiId'>;

const webSocketSource =
  /^(route\.request\.(header|querystring)\.[\w!#$%&'*+.^`|~-]+|context\.[\w.]+|stageVariables\.\w+)$/;

const httpSource =
  /^\$(request\.(header|querystring)\.[\w!#$%&'*+.^`|~-]+|context\.[\w.]+|stageVariables\.\w+)$/;

const ttlMax = 3600;

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
  const source = protocol === 'HTTP' ? httpSource : webSocketSource;
  const bad = identity.find((one) => !source.test(one));
  if (bad !== undefined) throw badRequest(`Invalid mapping expression specified: ${bad}`);
  if (protocol === 'WEBSOCKET') assertWebSocketMembers(input);
  const authorizer: StoredAuthorizer = {
    ...before,
    Name: title,
    AuthorizerType: 'REQUEST',
    AuthorizerUri: uri,
    IdentitySource: identity,
    ...given(input, ['AuthorizerCredentialsArn']),
    ...(protocol === 'HTTP' &&
      given(input, [
        'AuthorizerPayloadFormatVersion',
        'AuthorizerResultTtlInSeconds',
        'EnableSimpleResponses',
      ])),
  };
  if (protocol === 'HTTP') assertHttpMembers(authorizer);
  return authorizer;
}

function assertHttpMembers(authorizer: StoredAuthorizer): void {
  const { AuthorizerPayloadFormatVersion: version, AuthorizerResultTtlInSeconds: ttl = 0 } = authorizer;
  if (version === undefined)
    throw badRequest('AuthorizerPayloadFormatVersion is a required parameter for REQUEST authorizer');
  if (version !== '1.0' && version !== '2.0')
    throw badRequest(
      `Invalid AuthorizerPayloadFormatVersion specified: ${version}. Must be one of [1.0, 2.0]`,
    );
  if (authorizer.EnableSimpleResponses === true && version !== '2.0')
    throw badRequest('EnableSimpleResponses needs AuthorizerPayloadFormatVersion 2.0.');
  if (ttl < 0 || ttl > ttlMax)
    throw badRequest(`AuthorizerResultTtlInSeconds must be between 0 and ${ttlMax}.`);
  if (ttl > 0 && (authorizer.IdentitySource ?? []).length === 0)
    throw badRequest('IdentitySource is required when AuthorizerResultTtlInSeconds is above 0.');
}

function assertWebSocketMembers(input: AuthorizerInput): void {
  if (input.AuthorizerResultTtlInSeconds !== undefined && input.AuthorizerResultTtlInSeconds !== 0)
    throw badRequest('AuthorizerResultTtlInSeconds is not supported for WEBSOCKET APIs.');
  if (input.AuthorizerPayloadFormatVersion !== undefined && input.AuthorizerPayloadFormatVersion !== '1.0')
    throw badRequest('AuthorizerPayloadFormatVersion is not supported for WEBSOCKET APIs.');
  if (input.EnableSimpleResponses === true)
    throw badRequest('EnableSimpleResponses is not supported for WEBSOCKET APIs.');
}
