import 'server-only';
import {
  CreateAuthorizerCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  DeleteAuthorizerCommand,
  DeleteIntegrationCommand,
  DeleteRouteCommand,
  type ApiGatewayV2Client,
} from '@aws-sdk/client-apigatewayv2';
import { requireUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { HttpCapability } from '@/lib/domain/http-api/capability';
import type { Place } from '@/lib/routes';

type Probe = (client: ApiGatewayV2Client, ApiId: string) => Promise<unknown>;

// 1 ms is refused by every API Gateway, and so are a target and a source that cannot be; what an endpoint lets pass
// all the same is taken away again.
const impossible = {
  ApiId: '',
  IntegrationType: 'HTTP_PROXY',
  IntegrationMethod: 'GET',
  TimeoutInMillis: 1,
} as const;

async function tryIntegration(
  client: ApiGatewayV2Client,
  ApiId: string,
  more: Partial<ConstructorParameters<typeof CreateIntegrationCommand>[0]>,
): Promise<void> {
  const { IntegrationId } = await client.send(
    new CreateIntegrationCommand({
      ...impossible,
      IntegrationUri: 'https://example.com',
      PayloadFormatVersion: '1.0',
      ...more,
      ApiId,
    }),
  );
  await client.send(new DeleteIntegrationCommand({ ApiId, IntegrationId }));
}

const probes: Readonly<Record<HttpCapability, Probe>> = {
  service: (client, ApiId) =>
    tryIntegration(client, ApiId, {
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: undefined,
      IntegrationMethod: undefined,
      IntegrationSubtype: 'Lambdeck-Ask',
    }),
  private: (client, ApiId) =>
    tryIntegration(client, ApiId, { ConnectionType: 'VPC_LINK', ConnectionId: 'lambdeck' }),
  mapping: (client, ApiId) =>
    tryIntegration(client, ApiId, {
      RequestParameters: { 'append:header.lambdeck': '$request.header.lambdeck' },
    }),
  iam: async (client, ApiId) => {
    const { RouteId } = await client.send(
      new CreateRouteCommand({
        ApiId,
        RouteKey: 'GET /lambdeck-asks-for-iam',
        AuthorizationType: 'AWS_IAM',
        Target: 'integrations/0000000',
      }),
    );
    await client.send(new DeleteRouteCommand({ ApiId, RouteId }));
  },
  lambdaAuthorizer: async (client, ApiId) => {
    const { AuthorizerId } = await client.send(
      new CreateAuthorizerCommand({
        ApiId,
        Name: 'lambdeck-asks',
        AuthorizerType: 'REQUEST',
        AuthorizerUri: 'impossible',
        IdentitySource: ['impossible'],
        AuthorizerPayloadFormatVersion: '0',
      }),
    );
    await client.send(new DeleteAuthorizerCommand({ ApiId, AuthorizerId }));
  },
};

const keptMs = 10 * 60_000;
const keptMax = 200;
const answers = new Map<string, { readonly isUnsupported: Promise<boolean>; readonly untilMs: number }>();

async function ask(place: Place, apiId: string, capability: HttpCapability): Promise<boolean> {
  try {
    const client = await (await awsFor(place)).apiGatewayV2();
    await probes[capability](client, apiId);
    return false;
  } catch (error) {
    // Every other refusal is one of the nonsense that was asked: the endpoint knows what it is about.
    return toConsoleError(error, { operation: 'apigateway:CreateIntegration' }).kind === 'unsupported';
  }
}

/**
 * What the endpoint of a place does not offer to HTTP APIs, so that a form says it before it is filled in. AWS has no
 * question for it: the endpoint is sent requests that cannot succeed, and tells "not implemented" from "wrong". Asked
 * for who may change APIs, once in ten minutes for a connection.
 */
export async function missingHttpCapabilities(
  place: Place,
  apiId: string,
  wanted: readonly HttpCapability[],
): Promise<readonly HttpCapability[]> {
  const user = await requireUser('viewer');
  if (!roleIncludes(user.role, 'developer')) return [];
  const now = Date.now();
  const { connection } = await awsFor(place);
  const missing = await Promise.all(
    wanted.map(async (capability) => {
      const key = `${connection.id}|${connection.version}|${place.region}|${capability}`;
      let answer = answers.get(key);
      if (!answer || answer.untilMs < now) {
        answer = { isUnsupported: ask(place, apiId, capability), untilMs: now + keptMs };
        answers.delete(key);
        answers.set(key, answer);
        for (const oldest of answers.keys()) {
          if (answers.size <= keptMax) break;
          answers.delete(oldest);
        }
      }
      return (await answer.isUnsupported) ? capability : undefined;
    }),
  );
  return missing.filter((capability) => capability !== undefined);
}
