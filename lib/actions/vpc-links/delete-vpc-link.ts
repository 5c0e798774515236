'use server';

import { DeleteVpcLinkCommand } from '@aws-sdk/client-api-gateway';
import { DeleteVpcLinkCommand as DeleteSecondCommand } from '@aws-sdk/client-apigatewayv2';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { oneVpcLinkSchema } from '@/lib/forms/vpc-links';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a VPC link; AWS refuses while integrations use it. */
export async function deleteVpcLinkAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: oneVpcLinkSchema,
      audit: 'vpc-link.delete',
      operation: 'apigateway:DeleteVpcLink',
      place: ({ place }) => place,
      target: ({ id }) => id,
      revalidate: ({ place }) => [routes.vpcLinks(place)],
      run: async ({ place, id, version }) => {
        const aws = await awsFor(place);
        if (version === 'V2')
          await (await aws.apiGatewayV2()).send(new DeleteSecondCommand({ VpcLinkId: id }));
        else await (await aws.apiGateway()).send(new DeleteVpcLinkCommand({ vpcLinkId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}
