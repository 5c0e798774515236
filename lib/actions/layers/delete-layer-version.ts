'use server';

import { DeleteLayerVersionCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { deleteLayerVersionSchema } from '@/lib/forms/layer';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Deletes one version of a layer. Functions that use it keep it; nobody can attach it again. */
export async function deleteLayerVersionAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteLayerVersionSchema,
      audit: 'layer.delete',
      operation: 'lambda:DeleteLayerVersion',
      place: ({ place }) => place,
      target: ({ layer, version }) => `${layer}:${version}`,
      revalidate: ({ place, layer }) => [routes.layers(place), routes.layer(place, layer)],
      run: async ({ place, layer, version }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(new DeleteLayerVersionCommand({ LayerName: layer, VersionNumber: version }));
        return succeed(undefined);
      },
    },
    input,
  );
}
