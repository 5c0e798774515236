'use server';

import { PublishLayerVersionCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { publishLayerFields, publishLayerSchema, publishLayerToInput } from '@/lib/forms/layer';
import { routes } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

export interface PublishedLayer {
  readonly version: number;
  readonly arn: string;
}

/**
 * Publishes a version of a layer, the first of which makes the layer. An archive comes through the upload route,
 * which calls this with its bytes; a form calls it for one that is in S3.
 */
export async function publishLayerAction(input: unknown): Promise<ActionResult<PublishedLayer>> {
  return runAction(
    {
      role: 'developer',
      schema: publishLayerSchema,
      audit: 'layer.publish',
      operation: 'lambda:PublishLayerVersion',
      fields: publishLayerFields,
      place: ({ place }) => place,
      target: ({ layer }) => layer,
      details: ({ details, zip }, data) => ({
        ...(zip ? { zipBytes: zip.length } : { bucket: details.bucket, key: details.key }),
        runtimes: details.runtimes,
        architectures: details.architectures,
        ...(data && { version: data.version }),
      }),
      revalidate: ({ place, layer }) => [routes.layers(place), routes.layer(place, layer)],
      run: async (change): Promise<ActionResult<PublishedLayer>> => {
        const { lambda } = await awsFor(change.place);
        const output = await lambda.send(new PublishLayerVersionCommand(publishLayerToInput(change)));
        return succeed({ version: output.Version ?? 0, arn: output.LayerVersionArn ?? '' });
      },
    },
    input,
  );
}
