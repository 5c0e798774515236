'use server';

import { TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-api-gateway';
import {
  TagResourceCommand as TagV2Command,
  UntagResourceCommand as UntagV2Command,
} from '@aws-sdk/client-apigatewayv2';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import { readApiArn } from '@/lib/domain/api';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { tagDifference, tagMemberFields, tagsSchema } from '@/lib/forms/tags';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'apigateway:TagResource';

/** Sets and removes the tags of an API or a stage that changed; tags added elsewhere meanwhile stay. */
export async function updateApiTagsAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: tagsSchema,
      audit: 'api.tags-update',
      operation,
      fields: tagMemberFields,
      place: ({ place }) => place,
      target: ({ functionArn }) => functionArn,
      details: ({ before, after }) => {
        const { set, remove } = tagDifference(before, after);
        return { set: Object.entries(set).map(([key, value]) => `${key}=${value}`), removed: remove };
      },
      revalidate: ({ place, functionArn }) => {
        const api = readApiArn(functionArn);
        return api ? [routes.gatewayApi(place, api.id)] : [];
      },
      run: async ({ place, functionArn: arn, before, after }): Promise<ActionResult<undefined>> => {
        const api = readApiArn(arn);
        if (api?.region !== place.region)
          return refuse(consoleError('invalid', `${arn} is no API of ${place.region}.`, { operation }));
        const aws = await awsFor(place);
        const { set, remove } = tagDifference(before, after);
        const hasSet = Object.keys(set).length > 0;
        // Setting comes first: when it is refused, nothing was taken away.
        if (api.isRest) {
          const client = await aws.apiGateway();
          if (hasSet) await client.send(new TagResourceCommand({ resourceArn: arn, tags: set }));
          if (remove.length > 0)
            await client.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: remove }));
        } else {
          const client = await aws.apiGatewayV2();
          if (hasSet) await client.send(new TagV2Command({ ResourceArn: arn, Tags: set }));
          if (remove.length > 0) await client.send(new UntagV2Command({ ResourceArn: arn, TagKeys: remove }));
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
