'use server';

import {
  CreateDomainNameCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateDomainNameCommand,
} from '@aws-sdk/client-api-gateway';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { tagsOfLines } from '@/lib/domain/tag-lines';
import {
  createDomainSchema,
  domainMemberFields,
  domainPatch,
  domainToInput,
  updateDomainSchema,
} from '@/lib/forms/domain-names';
import { tagDifference } from '@/lib/forms/tags';
import { getDomainBasis } from '@/lib/queries/domain-names';
import { routes } from '@/lib/routes';
import { partitionOf } from '@/lib/shared/arn';
import { refuse, succeed } from '@/lib/shared/result';

/** Creates a custom domain name without mappings. */
export async function createDomainNameAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: createDomainSchema,
      audit: 'domain-name.create',
      operation: 'apigateway:CreateDomainName',
      fields: domainMemberFields,
      place: ({ place }) => place,
      target: ({ values }) => values.domainName,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place }) => [routes.domainNames(place)],
      run: async ({ place, values }) => {
        const client = await (await awsFor(place)).apiGateway();
        await client.send(new CreateDomainNameCommand(domainToInput(values)));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Changes certificate, TLS and tags. `conflict` when someone else changed them since the form was filled. */
export async function updateDomainNameAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'apigateway:UpdateDomainName';
  return runAction(
    {
      role: 'developer',
      schema: updateDomainSchema,
      audit: 'domain-name.update',
      operation,
      fields: domainMemberFields,
      place: ({ place }) => place,
      target: ({ domainName }) => domainName,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, domainName }) => [
        routes.domainNames(place),
        routes.domainNames(place, domainName),
      ],
      run: async ({ place, domainName, values, revisionId }): Promise<ActionResult<undefined>> => {
        const now = await getDomainBasis(place, domainName);
        const problem = changedMeanwhile(revisionId, now, operation);
        if (problem) return refuse(problem);
        if (!now.ok) return now;
        const client = await (await awsFor(place)).apiGateway();
        const patchOperations = domainPatch(now.data.values, values);
        if (patchOperations.length > 0)
          await client.send(new UpdateDomainNameCommand({ domainName, patchOperations }));
        const resourceArn = `arn:${partitionOf(place.region)}:apigateway:${place.region}::/domainnames/${domainName}`;
        const { set, remove } = tagDifference(tagsOfLines(now.data.values.tags), tagsOfLines(values.tags));
        if (Object.keys(set).length > 0)
          await client.send(new TagResourceCommand({ resourceArn, tags: set }));
        if (remove.length > 0) await client.send(new UntagResourceCommand({ resourceArn, tagKeys: remove }));
        return succeed(undefined);
      },
    },
    input,
  );
}
