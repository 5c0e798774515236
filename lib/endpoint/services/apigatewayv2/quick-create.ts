import { badRequest } from './errors.ts';
import { newId } from './identifiers.ts';
import type { HttpApiParts } from './parts.ts';
import { protocolOf, type ApiRecord } from './records.ts';
import { changedIntegration } from './rules/integration.ts';
import { changedRoute } from './rules/route.ts';

interface QuickCreate {
  readonly Target: string;
  readonly RouteKey?: string | undefined;
  readonly CredentialsArn?: string | undefined;
}

/** The integration, route and `$default` stage that AWS makes for a target and calls its own. */
export function putQuickCreated(
  parts: HttpApiParts,
  apiId: string,
  { Target, RouteKey = '$default', CredentialsArn }: QuickCreate,
): void {
  const { repository, clock } = parts;
  const integration = changedIntegration(
    'HTTP',
    { IntegrationId: newId(7), ApiGatewayManaged: true },
    { ...targetInput(Target), CredentialsArn },
  );
  repository.putPart(apiId, 'integration', integration.IntegrationId, integration);
  const route = changedRoute(
    parts,
    apiId,
    {
      RouteId: newId(7),
      RouteKey,
      ApiGatewayManaged: true,
      ApiKeyRequired: false,
      AuthorizationType: 'NONE',
    },
    { Target: `integrations/${integration.IntegrationId}` },
  );
  repository.putPart(apiId, 'route', route.RouteId, route);
  const nowMs = clock.now();
  repository.putPart(apiId, 'stage', '$default', {
    StageName: '$default',
    ApiGatewayManaged: true,
    AutoDeploy: true,
    DefaultRouteSettings: { DetailedMetricsEnabled: false },
    RouteSettings: {},
    StageVariables: {},
    Tags: {},
    createdMs: nowMs,
    updatedMs: nowMs,
  });
}

/** What a target means: a function by its ARN, or an address. */
function targetInput(target: string) {
  const isFunction = target.startsWith('arn:');
  return {
    IntegrationType: isFunction ? 'AWS_PROXY' : 'HTTP_PROXY',
    IntegrationMethod: isFunction ? 'POST' : 'ANY',
    IntegrationUri: target,
    PayloadFormatVersion: isFunction ? '2.0' : '1.0',
  } as const;
}

/** Changes what quick create made; an API that was made another way has nothing to change (AWS's words are unconfirmed). */
export function changeQuickCreated(
  parts: HttpApiParts,
  api: Pick<ApiRecord, 'apiId' | 'settings'>,
  {
    Target,
    RouteKey,
    CredentialsArn,
  }: { readonly [Member in keyof QuickCreate]?: QuickCreate[Member] | undefined },
): void {
  const { repository } = parts;
  const { apiId } = api;
  if (protocolOf(api) !== 'HTTP')
    throw badRequest('Quick create (Target, RouteKey, CredentialsArn) is not supported for WEBSOCKET APIs.');
  const route = repository.listParts(apiId, 'route').find(({ ApiGatewayManaged }) => ApiGatewayManaged);
  const integration = repository
    .listParts(apiId, 'integration')
    .find(({ ApiGatewayManaged }) => ApiGatewayManaged);
  const isOther = Target !== undefined || CredentialsArn !== undefined;
  if ((RouteKey !== undefined && !route) || (isOther && !integration))
    throw badRequest(
      'Target, RouteKey and CredentialsArn change what quick create made, and this API has nothing of it.',
    );
  if (route && RouteKey !== undefined)
    repository.putPart(apiId, 'route', route.RouteId, changedRoute(parts, apiId, route, { RouteKey }));
  if (integration && isOther) {
    const { IntegrationId } = integration;
    const changed = changedIntegration('HTTP', integration, {
      ...(Target !== undefined && targetInput(Target)),
      CredentialsArn,
    });
    repository.putPart(apiId, 'integration', IntegrationId, changed);
  }
}
