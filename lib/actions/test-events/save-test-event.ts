'use server';

import { runAction } from '@/lib/actions/run-action';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { saveTestEventSchema, testEventsPerFunctionMax } from '@/lib/forms/invoke';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { writeTestEvent } from '@/lib/test-events/store';

const operation = 'console:SaveTestEvent';

/** Saves an event under a name, over an older one of that name. */
export async function saveTestEventAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: saveTestEventSchema,
      audit: 'test-event.save',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ name, body }) => ({ event: name, bytes: Buffer.byteLength(body) }),
      revalidate: ({ place, functionName }) => [routes.functionTab(place, functionName, 'test')],
      run: ({ place, functionName, name, body }, user) => {
        const isSaved = writeTestEvent(
          { place, functionName, ownerId: user.id },
          name,
          body,
          testEventsPerFunctionMax,
        );
        if (isSaved) return Promise.resolve(succeed(undefined));
        const message = `This function has ${testEventsPerFunctionMax} saved events, as many as are kept. Delete one first.`;
        return Promise.resolve(refuse(consoleError('quota', message, { operation, field: 'name' })));
      },
    },
    input,
  );
}
