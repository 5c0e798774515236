'use server';

import { DeleteClientCertificateCommand } from '@aws-sdk/client-api-gateway';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { oneClientCertificateSchema } from '@/lib/forms/client-certificates';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes a client certificate; AWS refuses while a stage presents it. */
export async function deleteClientCertificateAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: oneClientCertificateSchema,
      audit: 'client-certificate.delete',
      operation: 'apigateway:DeleteClientCertificate',
      place: ({ place }) => place,
      target: ({ id }) => id,
      revalidate: ({ place }) => [routes.clientCertificates(place)],
      run: async ({ place, id }) => {
        const client = await (await awsFor(place)).apiGateway();
        await client.send(new DeleteClientCertificateCommand({ clientCertificateId: id }));
        return succeed(undefined);
      },
    },
    input,
  );
}
