import { newId } from './identifiers.ts';
import type { HttpApiParts } from './parts.ts';
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
  const isFunction = Target.startsWith('arn:');
  const integration = changedIntegration(
    'HTTP',
    { IntegrationId: newId(7), ApiGatewayManaged: true },
    {
      IntegrationType: isFunction ? 'AWS_PROXY' : 'HTTP_PROXY',
      IntegrationMethod: isFunction ? 'POST' : 'ANY',
      IntegrationUri: Target,
      PayloadFormatVersion: isFunction ? '2.0' : '1.0',
      CredentialsArn,
    },
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
