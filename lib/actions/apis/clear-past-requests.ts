'use server';

import { runAction } from '@/lib/actions/run-action';
import type { ActionResult } from '@/lib/domain/console-error';
import { clearPastRequestsSchema } from '@/lib/forms/api-request';
import { succeed } from '@/lib/shared/result';
import { clearPastRequests } from '@/lib/test-events/past-requests';

/** Forgets the calls that whoever asks made to an API. */
export async function clearPastRequestsAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: clearPastRequestsSchema,
      audit: null,
      operation: 'console:ClearPastRequests',
      place: ({ place }) => place,
      target: ({ apiId }) => apiId,
      run: ({ place, apiId }, user) => {
        clearPastRequests({ place, apiId, ownerId: user.id });
        return Promise.resolve(succeed(undefined));
      },
    },
    input,
  );
}
