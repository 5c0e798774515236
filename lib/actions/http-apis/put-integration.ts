import 'server-only';
import {
  CreateIntegrationCommand,
  UpdateIntegrationCommand,
  type ApiGatewayV2Client,
} from '@aws-sdk/client-apigatewayv2';
import { withFunctionPermission } from '@/lib/actions/rest-apis/let-api-in';
import { lambdaUriOf } from '@/lib/domain/rest-api/backend';
import { integrationToInput, type IntegrationFields } from '@/lib/forms/http-api';
import type { Place } from '@/lib/routes';

/**
 * Makes or changes an integration, and does what needs it, with the permission that the form asked for. The
 * permission goes again when a step fails. Answers the integration's id.
 */
export async function putIntegration(
  client: ApiGatewayV2Client,
  input: {
    readonly place: Place;
    readonly apiId: string;
    readonly integrationId: string | undefined;
    readonly fields: IntegrationFields;
    /** Which calls the permission is for; see `routeSource`. */
    readonly source: string;
  },
  use: (integrationId: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const { fields, apiId } = input;
  const connect = async () => {
    const values = { ApiId: apiId, ...integrationToInput(fields) };
    const { IntegrationId = '' } =
      input.integrationId === undefined
        ? await client.send(new CreateIntegrationCommand(values))
        : await client.send(new UpdateIntegrationCommand({ ...values, IntegrationId: input.integrationId }));
    await use(IntegrationId);
    return IntegrationId;
  };
  if (fields.kind !== 'lambda' || !fields.addPermission) return connect();
  const { place, source } = input;
  return withFunctionPermission({ place, apiId, uri: lambdaUriOf(fields.functionArn), source }, connect);
}
