'use server';

import { TagResourceCommand, UntagResourceCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { awsFor } from '@/lib/aws/clients';
import type { ActionResult } from '@/lib/domain/console-error';
import { tagDifference, tagMemberFields, tagsSchema } from '@/lib/forms/tags';
import { routes } from '@/lib/routes';
import { parseArn } from '@/lib/shared/arn';
import { succeed } from '@/lib/shared/result';

const functionNameOf = (arn: string) => parseArn(arn)?.resource.split(':')[1] ?? arn;

/** Sets and removes the tags that changed; tags added elsewhere meanwhile stay. */
export async function updateTagsAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: tagsSchema,
      audit: 'function.tags-update',
      operation: 'lambda:TagResource',
      fields: tagMemberFields,
      place: ({ place }) => place,
      target: ({ functionArn }) => functionNameOf(functionArn),
      details: ({ before, after }) => {
        const { set, remove } = tagDifference(before, after);
        return { set: Object.entries(set).map(([key, value]) => `${key}=${value}`), removed: remove };
      },
      revalidate: ({ place, functionArn }) => [routes.function(place, functionNameOf(functionArn))],
      run: async ({ place, functionArn, before, after }) => {
        const { lambda } = await awsFor(place);
        const { set, remove } = tagDifference(before, after);
        // Setting comes first: when it is refused, nothing was taken away.
        if (Object.keys(set).length > 0) {
          await lambda.send(new TagResourceCommand({ Resource: functionArn, Tags: set }));
        }
        if (remove.length > 0) {
          await lambda.send(new UntagResourceCommand({ Resource: functionArn, TagKeys: remove }));
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
