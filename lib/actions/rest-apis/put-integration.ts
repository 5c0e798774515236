import 'server-only';
import {
  PutIntegrationCommand,
  type APIGatewayClient,
  type ContentHandlingStrategy,
  type IntegrationType,
  type PutIntegrationCommandInput,
} from '@aws-sdk/client-api-gateway';
import type { IntegrationValues } from '@/lib/domain/rest-api/integration';

/** What PutIntegration is sent: members that have their default are left out. */
export function integrationToInput(
  values: IntegrationValues,
): Omit<PutIntegrationCommandInput, 'restApiId' | 'resourceId' | 'httpMethod'> {
  const isMock = values.type === 'MOCK';
  return {
    type: values.type as IntegrationType,
    ...(!isMock && { integrationHttpMethod: values.httpMethod, uri: values.uri }),
    ...(values.credentials && { credentials: values.credentials }),
    ...(values.connectionType === 'VPC_LINK' && {
      connectionType: 'VPC_LINK' as const,
      connectionId: values.connectionId,
      ...(values.integrationTarget && { integrationTarget: values.integrationTarget }),
    }),
    ...(Object.keys(values.parameters).length > 0 && { requestParameters: { ...values.parameters } }),
    ...(Object.keys(values.templates).length > 0 && { requestTemplates: { ...values.templates } }),
    passthroughBehavior: values.passthroughBehavior,
    ...(values.contentHandling && { contentHandling: values.contentHandling as ContentHandlingStrategy }),
    ...(values.timeoutMs !== 29_000 && { timeoutInMillis: values.timeoutMs }),
    ...(values.cacheNamespace && { cacheNamespace: values.cacheNamespace }),
    ...(values.cacheKeys.length > 0 && { cacheKeyParameters: [...values.cacheKeys] }),
    ...(values.skipsVerification && { tlsConfig: { insecureSkipVerification: true } }),
    ...(values.transferMode === 'STREAM' && { responseTransferMode: 'STREAM' as const }),
  };
}

export async function putIntegration(
  client: APIGatewayClient,
  target: { readonly restApiId: string; readonly resourceId: string; readonly httpMethod: string },
  values: IntegrationValues,
): Promise<void> {
  await client.send(new PutIntegrationCommand({ ...target, ...integrationToInput(values) }));
}
