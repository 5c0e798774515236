'use server';

import {
  CreateApiCommand,
  CreateRouteCommand,
  CreateStageCommand,
  DeleteApiCommand,
} from '@aws-sdk/client-apigatewayv2';
import { putIntegration } from '@/lib/actions/http-apis/put-integration';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { routeSource } from '@/lib/domain/http-api/route-source';
import { createHttpApiSchema } from '@/lib/forms/create-api';
import { integrationFields, routeKeyOf } from '@/lib/forms/http-api';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';
import { atFormField } from './at-form-field';

const everyone = { AllowOrigins: ['*'], AllowMethods: ['*'], AllowHeaders: ['*'] };

/** Makes an HTTP API with its first route and stage. A refusal half-way leaves nothing behind. */
export async function createHttpApiAction(input: unknown): Promise<ActionResult<{ readonly id: string }>> {
  const result = await runAction(
    {
      role: 'developer',
      schema: createHttpApiSchema,
      audit: 'api.create',
      operation: 'apigateway:CreateApi',
      place: ({ place }) => place,
      target: ({ values }) => values.name,
      details: ({ values }, data: { readonly id: string } | undefined) => ({
        protocol: 'HTTP',
        backend: values.backend,
        ...(data && { id: data.id }),
      }),
      revalidate: ({ place }) => [routes.apis(place)],
      run: async ({ place, values }): Promise<ActionResult<{ readonly id: string }>> => {
        const client = await (await awsFor(place)).apiGatewayV2();
        const { ApiId = '' } = await client.send(
          new CreateApiCommand({
            Name: values.name,
            Description: values.description,
            ProtocolType: 'HTTP',
            ...(values.cors && { CorsConfiguration: everyone }),
          }),
        );
        const addStage = () =>
          client.send(
            new CreateStageCommand({ ApiId, StageName: values.stage, AutoDeploy: values.autoDeploy }),
          );
        try {
          if (values.backend === 'none') {
            await addStage();
            return succeed({ id: ApiId });
          }
          const { backend: kind, functionArn, url, addPermission } = values;
          const fields = integrationFields.parse({
            kind,
            functionArn,
            url,
            addPermission: addPermission ? 'on' : '',
          });
          const source = routeSource(values.method, values.path);
          // Everything that may be refused comes before the permission is final.
          await putIntegration(
            client,
            { place, apiId: ApiId, integrationId: undefined, fields, source },
            async (id) => {
              await client.send(
                new CreateRouteCommand({ ApiId, RouteKey: routeKeyOf(values), Target: `integrations/${id}` }),
              );
              await addStage();
            },
          );
        } catch (error) {
          await client.send(new DeleteApiCommand({ ApiId })).catch(() => undefined);
          throw error;
        }
        return succeed({ id: ApiId });
      },
    },
    input,
  );
  return atFormField(result);
}
