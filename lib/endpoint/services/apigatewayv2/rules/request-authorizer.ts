import type { CreateAuthorizerRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import { given } from '../given.ts';
import type { StoredAuthorizer } from '../records.ts';
import { functionUri } from './function-uri.ts';

type AuthorizerInput = Omit<Partial<CreateAuthorizerRequest>, 'ApiId'>;

const source =
  /^(route\.request\.(header|querystring)\.[\w!#$%&'*+.^`|~-]+|context\.[\w.]+|stageVariables\.\w+)$/;

/** The Lambda authorizer of a WebSocket API that a change leaves. */
export function changedRequestAuthorizer(before: StoredAuthorizer, input: AuthorizerInput): StoredAuthorizer {
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
  const bad = identity.find((one) => !source.test(one));
  if (bad !== undefined) throw badRequest(`Invalid mapping expression specified: ${bad}`);
  assertWebSocketMembers(input);
  return {
    ...before,
    Name: title,
    AuthorizerType: 'REQUEST',
    AuthorizerUri: uri,
    IdentitySource: identity,
    ...given(input, ['AuthorizerCredentialsArn']),
  };
}

function assertWebSocketMembers(input: AuthorizerInput): void {
  if (input.AuthorizerResultTtlInSeconds !== undefined && input.AuthorizerResultTtlInSeconds !== 0)
    throw badRequest('AuthorizerResultTtlInSeconds is not supported for WEBSOCKET APIs.');
  if (input.AuthorizerPayloadFormatVersion !== undefined && input.AuthorizerPayloadFormatVersion !== '1.0')
    throw badRequest('AuthorizerPayloadFormatVersion is not supported for WEBSOCKET APIs.');
  if (input.EnableSimpleResponses === true)
    throw badRequest('EnableSimpleResponses is not supported for WEBSOCKET APIs.');
}
