import 'server-only';
import {
  CreateApiCommand,
  CreateIntegrationCommand,
  CreateRouteCommand,
  CreateStageCommand,
  DeleteApiCommand,
  type ApiGatewayV2Client,
} from '@aws-sdk/client-apigatewayv2';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { withCaller, type TriggerTarget } from './target';

/** Integration and route `ANY /NAME` of an HTTP API, and the permission for exactly that path. */
async function addRoute(target: TriggerTarget, api: ApiGatewayV2Client, apiId: string, auth: string) {
  const { functionName, place, account, partition } = target;
  const sourceArn = `arn:${partition}:execute-api:${place.region}:${account}:${apiId}/*/*/${functionName}`;
  await withCaller(target, { principal: 'apigateway.amazonaws.com', sourceArn }, async () => {
    const { IntegrationId } = await api.send(
      new CreateIntegrationCommand({
        ApiId: apiId,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: target.arn,
        PayloadFormatVersion: '2.0',
      }),
    );
    await api.send(
      new CreateRouteCommand({
        ApiId: apiId,
        RouteKey: `ANY /${functionName}`,
        Target: `integrations/${IntegrationId}`,
        AuthorizationType: auth === 'AWS_IAM' ? 'AWS_IAM' : 'NONE',
      }),
    );
  });
}

/** Puts the function behind a new HTTP API or a further route of one that is there. */
export async function connectHttpApi(target: TriggerTarget, values: TriggerValues): Promise<void> {
  const api = await target.aws.apiGatewayV2();
  if (values.apiMode === 'existing') {
    await addRoute(target, api, values.api.trim(), values.apiAuth);
    return;
  }
  const { ApiId = '' } = await api.send(
    new CreateApiCommand({
      Name: values.apiName.trim(),
      ProtocolType: 'HTTP',
      ...(values.apiCors === 'on' && {
        CorsConfiguration: { AllowOrigins: ['*'], AllowMethods: ['*'], AllowHeaders: ['*'] },
      }),
    }),
  );
  try {
    await addRoute(target, api, ApiId, values.apiAuth);
    await api.send(
      new CreateStageCommand({ ApiId, StageName: values.apiStage.trim() || '$default', AutoDeploy: true }),
    );
  } catch (error) {
    // Half an API answers nothing: better none, so that the next try starts clean.
    await api.send(new DeleteApiCommand({ ApiId })).catch(() => undefined);
    throw error;
  }
}
