import type { JsonObject } from '../../openapi/index.ts';
import type { Snapshot, StoredIntegration, StoredRoute } from '../records.ts';

export type Integrations = ReturnType<typeof exportIntegrations>;

/** What an integration has when nothing else was said. */
const timeoutDefaultMs = 30_000;

/** Integrations of one route stand in its operation; those of several have a name, so that an import shares them, too. */
export function exportIntegrations({ routes, integrations }: Snapshot) {
  const usersOf = ({ IntegrationId }: StoredIntegration) =>
    routes.filter(({ Target }) => Target === `integrations/${IntegrationId}`).length;
  const shared = new Set(
    integrations.filter((one) => usersOf(one) > 1).map(({ IntegrationId }) => IntegrationId),
  );
  const byTarget = new Map(integrations.map((one) => [`integrations/${one.IntegrationId}`, one]));
  const named: JsonObject = Object.fromEntries(
    integrations
      .filter(({ IntegrationId }) => shared.has(IntegrationId))
      .map((one) => [nameOf(one), integrationOf(one)]),
  );
  return {
    named,
    of({ Target }: StoredRoute): JsonObject | undefined {
      const integration = byTarget.get(Target ?? '');
      if (!integration) return undefined;
      return shared.has(integration.IntegrationId)
        ? { $ref: `#/components/x-amazon-apigateway-integrations/${nameOf(integration)}` }
        : integrationOf(integration);
    },
  };
}

const nameOf = ({ IntegrationId }: StoredIntegration): string => `integration-${IntegrationId}`;

function integrationOf(integration: StoredIntegration): JsonObject {
  const { IntegrationUri, RequestParameters: request = {}, ResponseParameters: response = {} } = integration;
  return {
    payloadFormatVersion: integration.PayloadFormatVersion,
    type: integration.IntegrationType.toLowerCase(),
    httpMethod: integration.IntegrationMethod,
    uri: IntegrationUri === '' ? undefined : IntegrationUri,
    integrationSubtype: integration.IntegrationSubtype,
    credentials: integration.CredentialsArn,
    connectionType: integration.ConnectionType,
    connectionId: integration.ConnectionId,
    ...(integration.TimeoutInMillis !== timeoutDefaultMs && { timeoutInMillis: integration.TimeoutInMillis }),
    ...(Object.keys(request).length > 0 && { requestParameters: request }),
    ...(Object.keys(response).length > 0 && { responseParameters: response }),
    ...(integration.TlsConfig?.ServerNameToVerify !== undefined && {
      tlsConfig: { serverNameToVerify: integration.TlsConfig.ServerNameToVerify },
    }),
  };
}
