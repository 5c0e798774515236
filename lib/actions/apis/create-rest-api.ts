'use server';

import { CreateRestApiCommand, ImportRestApiCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { createRestApiSchema } from '@/lib/forms/create-api';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';
import { atFormField } from './at-form-field';
import { exampleApi } from './example-api';

const fields = { cloneFrom: 'source', endpointConfiguration: 'endpointType' };

/** Makes a REST API: an empty one, a copy of another one without its stages, or the example. */
export async function createRestApiAction(input: unknown): Promise<ActionResult<{ readonly id: string }>> {
  const result = await runAction(
    {
      role: 'developer',
      schema: createRestApiSchema,
      audit: 'api.create',
      operation: 'apigateway:CreateRestApi',
      fields,
      place: ({ place }) => place,
      target: ({ values }) => values.name,
      details: ({ values }, data: { readonly id: string } | undefined) => ({
        protocol: 'REST',
        mode: values.mode,
        ...(data && { id: data.id }),
      }),
      revalidate: ({ place }) => [routes.apis(place)],
      run: async ({ place, values }): Promise<ActionResult<{ readonly id: string }>> => {
        const client = await (await awsFor(place)).apiGateway();
        const { name, description, endpointType, vpcEndpointIds } = values;
        const isPrivate = endpointType === 'PRIVATE';
        if (values.mode === 'example') {
          const { id = '' } = await client.send(
            new ImportRestApiCommand({
              body: new TextEncoder().encode(JSON.stringify(exampleApi(name, description))),
              parameters: { endpointConfigurationTypes: endpointType },
            }),
          );
          return succeed({ id });
        }
        const { id = '' } = await client.send(
          new CreateRestApiCommand({
            name,
            description,
            endpointConfiguration: {
              types: [endpointType],
              ipAddressType: isPrivate ? 'dualstack' : values.ipAddressType,
              ...(isPrivate && vpcEndpointIds.length > 0 && { vpcEndpointIds }),
            },
            ...(values.mode === 'clone' && { cloneFrom: values.source }),
          }),
        );
        return succeed({ id });
      },
    },
    input,
  );
  return atFormField(result);
}
