'use server';

import {
  GenerateClientCertificateCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateClientCertificateCommand,
} from '@aws-sdk/client-api-gateway';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { tagsOfLines } from '@/lib/domain/tag-lines';
import {
  clientCertificateMemberFields,
  generateClientCertificateSchema,
  updateClientCertificateSchema,
} from '@/lib/forms/client-certificates';
import { tagDifference } from '@/lib/forms/tags';
import { getClientCertificateBasis } from '@/lib/queries/client-certificates';
import { routes } from '@/lib/routes';
import { partitionOf } from '@/lib/shared/arn';
import { refuse, succeed } from '@/lib/shared/result';

/** Has AWS make a certificate with its key; answers with the id. */
export async function generateClientCertificateAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(
    {
      role: 'developer',
      schema: generateClientCertificateSchema,
      audit: 'client-certificate.create',
      operation: 'apigateway:GenerateClientCertificate',
      fields: clientCertificateMemberFields,
      place: ({ place }) => place,
      target: ({ values }) => values.description || undefined,
      details: ({ values }, data) => ({ ...values, ...(data && { id: data.id }) }),
      revalidate: ({ place }) => [routes.clientCertificates(place)],
      run: async ({ place, values: { description, tags } }) => {
        const client = await (await awsFor(place)).apiGateway();
        const { clientCertificateId = '' } = await client.send(
          new GenerateClientCertificateCommand({
            ...(description && { description }),
            ...(tags.trim() && { tags: tagsOfLines(tags) }),
          }),
        );
        return succeed({ id: clientCertificateId });
      },
    },
    input,
  );
}

/** Changes description, then tags, by difference. `conflict` when someone else changed them meanwhile. */
export async function updateClientCertificateAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'apigateway:UpdateClientCertificate';
  return runAction(
    {
      role: 'developer',
      schema: updateClientCertificateSchema,
      audit: 'client-certificate.update',
      operation,
      fields: clientCertificateMemberFields,
      place: ({ place }) => place,
      target: ({ id }) => id,
      details: ({ values }) => values,
      revalidate: ({ place, id }) => [routes.clientCertificates(place), routes.clientCertificates(place, id)],
      run: async ({ place, id, values, revisionId }): Promise<ActionResult<undefined>> => {
        const now = await getClientCertificateBasis(place, id);
        const problem = changedMeanwhile(revisionId, now, operation);
        if (problem) return refuse(problem);
        if (!now.ok) return now;
        const before = now.data.values;
        const client = await (await awsFor(place)).apiGateway();
        if (values.description !== before.description)
          await client.send(
            new UpdateClientCertificateCommand({
              clientCertificateId: id,
              patchOperations: [{ op: 'replace', path: '/description', value: values.description }],
            }),
          );
        const resourceArn = `arn:${partitionOf(place.region)}:apigateway:${place.region}::/clientcertificates/${id}`;
        const { set, remove } = tagDifference(tagsOfLines(before.tags), tagsOfLines(values.tags));
        if (Object.keys(set).length > 0)
          await client.send(new TagResourceCommand({ resourceArn, tags: set }));
        if (remove.length > 0) await client.send(new UntagResourceCommand({ resourceArn, tagKeys: remove }));
        return succeed(undefined);
      },
    },
    input,
  );
}
