'use server';

import {
  CreateBasePathMappingCommand,
  DeleteBasePathMappingCommand,
  UpdateBasePathMappingCommand,
  type APIGatewayClient,
} from '@aws-sdk/client-api-gateway';
import {
  CreateApiMappingCommand,
  DeleteApiMappingCommand,
  UpdateApiMappingCommand,
} from '@aws-sdk/client-apigatewayv2';
import type * as z from 'zod';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { mappingSchema, removeMappingSchema } from '@/lib/forms/domain-names';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

type Mapping = z.output<typeof mappingSchema>;

/** How the service of REST APIs writes the path of a mapping that has none. */
const basePathOf = (path: string) => path || '(none)';

async function putBasePath(client: APIGatewayClient, mapping: Mapping): Promise<void> {
  const { domainName, before, apiId, stage, path } = mapping;
  if (!before) {
    await client.send(
      new CreateBasePathMappingCommand({
        domainName,
        restApiId: apiId,
        stage,
        ...(path && { basePath: path }),
      }),
    );
    return;
  }
  await client.send(
    new UpdateBasePathMappingCommand({
      domainName,
      basePath: basePathOf(before.path),
      patchOperations: [
        { op: 'replace', path: '/restapiId', value: apiId },
        { op: 'replace', path: '/stage', value: stage },
        ...(path === before.path
          ? []
          : [{ op: 'replace' as const, path: '/basePath', value: basePathOf(path) }]),
      ],
    }),
  );
}

/** Leads a path of a domain to a stage, or an existing mapping elsewhere. */
export async function saveMappingAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: mappingSchema,
      audit: 'domain-name.update',
      operation: 'apigateway:CreateApiMapping',
      fields: { apiMappingKey: 'path', basePath: 'path', apiId: 'stage', restApiId: 'stage', stage: 'stage' },
      place: ({ place }) => place,
      target: ({ domainName }) => domainName,
      details: ({ path, apiId, stage, before }) => ({
        mapping: path,
        to: `${apiId}:${stage}`,
        ...(before && { before: before.path }),
      }),
      revalidate: ({ place, domainName }) => [routes.domainNames(place, domainName)],
      run: async (mapping) => {
        const { place, domainName: DomainName, before, apiId: ApiId, stage: Stage, path } = mapping;
        const aws = await awsFor(place);
        if (mapping.isEdge) {
          await putBasePath(await aws.apiGateway(), mapping);
          return succeed(undefined);
        }
        const client = await aws.apiGatewayV2();
        const members = { DomainName, ApiId, Stage, ApiMappingKey: path };
        if (before) await client.send(new UpdateApiMappingCommand({ ...members, ApiMappingId: before.id }));
        else await client.send(new CreateApiMappingCommand(members));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Takes a mapping away: its path answers as the domain's other mappings say. */
export async function removeMappingAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: removeMappingSchema,
      audit: 'domain-name.update',
      operation: 'apigateway:DeleteApiMapping',
      place: ({ place }) => place,
      target: ({ domainName }) => domainName,
      details: ({ path }) => ({ removed: path }),
      revalidate: ({ place, domainName }) => [routes.domainNames(place, domainName)],
      run: async ({ place, domainName, isEdge, id, path }) => {
        const aws = await awsFor(place);
        if (isEdge) {
          const client = await aws.apiGateway();
          await client.send(new DeleteBasePathMappingCommand({ domainName, basePath: basePathOf(path) }));
        } else {
          const client = await aws.apiGatewayV2();
          await client.send(new DeleteApiMappingCommand({ DomainName: domainName, ApiMappingId: id }));
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
