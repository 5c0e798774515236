'use server';

import { runAction } from '@/lib/actions/run-action';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { deleteTestEventSchema } from '@/lib/forms/invoke';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { deleteTestEvent } from '@/lib/test-events/store';

const operation = 'console:DeleteTestEvent';

/** Deletes a saved event of whoever asks. */
export async function deleteTestEventAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteTestEventSchema,
      audit: 'test-event.delete',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ name }) => ({ event: name }),
      revalidate: ({ place, functionName }) => [routes.functionTab(place, functionName, 'test')],
      run: ({ place, functionName, name }, user) =>
        Promise.resolve(
          deleteTestEvent({ place, functionName, ownerId: user.id }, name)
            ? succeed(undefined)
            : refuse(
                consoleError('not-found', 'This event is gone already. Reload the page.', { operation }),
              ),
        ),
    },
    input,
  );
}
