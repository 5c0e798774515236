'use server';

import { CreateVpcLinkCommand } from '@aws-sdk/client-api-gateway';
import { CreateVpcLinkCommand as CreateSecondCommand } from '@aws-sdk/client-apigatewayv2';
import { changedMeanwhile } from '@/lib/actions/changed-meanwhile';
import { runAction } from '@/lib/actions/run-action';
import { changeVpcLink } from '@/lib/actions/vpc-links/change-vpc-link';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import {
  createVpcLinkSchema,
  updateVpcLinkSchema,
  vpcLinkMemberFields,
  vpcLinkToFirst,
  vpcLinkToSecond,
} from '@/lib/forms/vpc-links';
import { getVpcLinkBasis } from '@/lib/queries/vpc-links';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

/** Creates a VPC link; answers with its id. */
export async function createVpcLinkAction(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(
    {
      role: 'developer',
      schema: createVpcLinkSchema,
      audit: 'vpc-link.create',
      operation: 'apigateway:CreateVpcLink',
      fields: vpcLinkMemberFields,
      place: ({ place }) => place,
      target: ({ values }) => values.name,
      details: ({ values }, data) => ({ ...values, ...(data && { id: data.id }) }),
      revalidate: ({ place }) => [routes.vpcLinks(place)],
      run: async ({ place, values }) => {
        const aws = await awsFor(place);
        if (values.version === 'V2') {
          const client = await aws.apiGatewayV2();
          const { VpcLinkId = '' } = await client.send(new CreateSecondCommand(vpcLinkToSecond(values)));
          return succeed({ id: VpcLinkId });
        }
        const client = await aws.apiGateway();
        const { id = '' } = await client.send(new CreateVpcLinkCommand(vpcLinkToFirst(values)));
        return succeed({ id });
      },
    },
    input,
  );
}

/** Changes name, description and tags; where a link leads stays. `conflict` when someone else changed them meanwhile. */
export async function updateVpcLinkAction(input: unknown): Promise<ActionResult<undefined>> {
  const operation = 'apigateway:UpdateVpcLink';
  return runAction(
    {
      role: 'developer',
      schema: updateVpcLinkSchema,
      audit: 'vpc-link.update',
      operation,
      fields: vpcLinkMemberFields,
      place: ({ place }) => place,
      target: ({ id }) => id,
      details: ({ values: { name, description, tags } }) => ({ name, description, tags }),
      revalidate: ({ place, id }) => [routes.vpcLinks(place), routes.vpcLinks(place, id)],
      run: async ({ place, id, version, values, revisionId }): Promise<ActionResult<undefined>> => {
        const now = await getVpcLinkBasis(place, id);
        const problem = changedMeanwhile(revisionId, now, operation);
        if (problem) return refuse(problem);
        if (!now.ok) return now;
        await changeVpcLink(await awsFor(place), {
          place,
          id,
          version,
          before: now.data.values,
          after: values,
        });
        return succeed(undefined);
      },
    },
    input,
  );
}
