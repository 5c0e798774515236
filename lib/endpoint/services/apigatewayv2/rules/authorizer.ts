import type { CreateAuthorizerRequest } from '@aws-sdk/client-apigatewayv2';
import { badRequest } from '../errors.ts';
import type { Protocol, StoredAuthorizer } from '../records.ts';
import { changedRequestAuthorizer } from './request-authorizer.ts';

type AuthorizerInput = Omit<Partial<CreateAuthorizerRequest>, 'ApiId'>;

const foreignMembers = [
  'AuthorizerCredentialsArn',
  'AuthorizerPayloadFormatVersion',
  'AuthorizerResultTtlInSeconds',
  'AuthorizerUri',
  'EnableSimpleResponses',
  'IdentityValidationExpression',
] as const;
const audiencesMax = 50;

/** The authorizer that a change leaves. */
export function changedAuthorizer(
  protocol: Protocol,
  before: StoredAuthorizer,
  input: AuthorizerInput,
): StoredAuthorizer {
  const type = input.AuthorizerType ?? before.AuthorizerType;
  if (before.AuthorizerType !== undefined && type !== before.AuthorizerType)
    throw badRequest('The type of an authorizer cannot be changed.');
  if (type === 'REQUEST') return changedRequestAuthorizer(protocol, before, input);
  // Some emulators let WebSocket APIs have JWT authorizers; AWS does not.
  if (protocol === 'WEBSOCKET')
    throw badRequest('Invalid authorizer type specified. Must be one of [REQUEST]');
  if (type !== 'JWT') throw badRequest('Invalid authorizer type specified. Must be one of [JWT, REQUEST]');
  for (const member of foreignMembers)
    if (input[member] !== undefined) throw badRequest(`${member} is not supported for JWT authorizers.`);
  const name = input.Name ?? before.Name;
  if (name.length < 1 || name.length > 128) throw badRequest('Authorizer name must have 1 to 128 characters');
  return {
    ...before,
    Name: name,
    AuthorizerType: 'JWT',
    IdentitySource: checkSource(input.IdentitySource ?? before.IdentitySource ?? []),
    JwtConfiguration: checkConfiguration({ ...before.JwtConfiguration, ...input.JwtConfiguration }),
  };
}

function checkSource(source: readonly string[]): string[] {
  const [only = ''] = source;
  if (source.length === 1 && /^\$request\.(header|querystring)\.[\w!#$%&'*+.^`|~-]+$/.test(only))
    return [only];
  throw badRequest(
    'IdentitySource must have one item: $request.header.NAME or $request.querystring.NAME with the token.',
  );
}

function checkConfiguration({ Audience = [], Issuer = '' }: { Audience?: string[]; Issuer?: string }) {
  if (Audience.length < 1 || Audience.length > audiencesMax)
    throw badRequest(`JwtConfiguration needs 1 to ${audiencesMax} audiences.`);
  if (!/^https?:\/\/[^/?#\s]/i.test(Issuer) || !URL.canParse(Issuer))
    throw badRequest(
      `Invalid issuer: ${Issuer}. It must be a URL below which there is a discovery document.`,
    );
  return { Audience, Issuer };
}
