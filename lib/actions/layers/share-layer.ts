'use server';

import {
  AddLayerVersionPermissionCommand,
  RemoveLayerVersionPermissionCommand,
} from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { shareLayerFields, shareLayerSchema, shareLayerToInput, unshareLayerSchema } from '@/lib/forms/layer';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Lets another account, an organization or everyone use a version of a layer. */
export async function shareLayerAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: shareLayerSchema,
      audit: 'layer.permission-add',
      operation: 'lambda:AddLayerVersionPermission',
      fields: shareLayerFields,
      place: ({ place }) => place,
      target: ({ layer, version }) => `${layer}:${version}`,
      details: ({ values }) => ({ ...values }),
      revalidate: ({ place, layer, version }) => [routes.layerVersion(place, layer, version)],
      run: async (change) => {
        const { lambda } = await awsFor(change.place);
        await lambda.send(new AddLayerVersionPermissionCommand(shareLayerToInput(change)));
        return succeed(undefined);
      },
    },
    input,
  );
}

/** Takes one such permission away. `conflict` when the policy has changed since it was read. */
export async function unshareLayerAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: unshareLayerSchema,
      audit: 'layer.permission-remove',
      operation: 'lambda:RemoveLayerVersionPermission',
      place: ({ place }) => place,
      target: ({ layer, version }) => `${layer}:${version}`,
      details: ({ statementId }) => ({ statementId }),
      revalidate: ({ place, layer, version }) => [routes.layerVersion(place, layer, version)],
      run: async ({ place, layer, version, statementId, revisionId }) => {
        const { lambda } = await awsFor(place);
        await lambda.send(
          new RemoveLayerVersionPermissionCommand({
            LayerName: layer,
            VersionNumber: version,
            StatementId: statementId,
            RevisionId: revisionId,
          }),
        );
        return succeed(undefined);
      },
    },
    input,
  );
}
