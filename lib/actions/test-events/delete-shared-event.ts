'use server';

import { runAction } from '@/lib/actions/run-action';
import { deleteShared, replaceShared } from '@/lib/actions/test-events/shared-schema';
import { awsFor } from '@/lib/aws/clients';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { withoutSharedEvent } from '@/lib/domain/shared-events';
import { deleteSharedEventSchema } from '@/lib/forms/invoke';
import { readSharedContent } from '@/lib/queries/test-events';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';

const operation = 'schemas:DeleteSchema';

/** Deletes a shareable event, for everyone of the account. */
export async function deleteSharedEventAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteSharedEventSchema,
      audit: 'test-event.delete',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ name }) => ({ event: name, sharing: 'shareable' }),
      revalidate: ({ place, functionName }) => [routes.functionTab(place, functionName, 'test')],
      run: async ({ place, functionName, name }) => {
        const content = await readSharedContent(place, functionName);
        const rest = content === undefined ? undefined : withoutSharedEvent(content, name);
        if (!rest)
          return refuse(
            consoleError('not-found', 'This event is gone already. Reload the page.', { operation }),
          );
        const schemas = await (await awsFor(place)).schemas();
        if (rest.isLast) await deleteShared(schemas, functionName);
        else await replaceShared(schemas, functionName, rest.content);
        return succeed(undefined);
      },
    },
    input,
  );
}
