'use server';

import { DeleteDomainNameCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { oneDomainSchema } from '@/lib/forms/domain-names';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a custom domain name with its mappings; the APIs stay. */
export async function deleteDomainNameAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: oneDomainSchema,
      audit: 'domain-name.delete',
      operation: 'apigateway:DeleteDomainName',
      place: ({ place }) => place,
      target: ({ domainName }) => domainName,
      revalidate: ({ place }) => [routes.domainNames(place)],
      run: async ({ place, domainName }) => {
        const client = await (await awsFor(place)).apiGateway();
        await client.send(new DeleteDomainNameCommand({ domainName }));
        return succeed(undefined);
      },
    },
    input,
  );
}
