'use server';

import { UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { triggerRefText } from '@/lib/domain/trigger-ref';
import { setTriggerStateSchema } from '@/lib/forms/trigger';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { setRuleState } from './rule';
import { setScheduleState } from './schedule';
import { triggerTarget } from './target';

const operation = 'lambda:UpdateEventSourceMapping';

/** Pauses a trigger or lets it run again, where its service can: mappings, rules and schedules. */
export async function setTriggerStateAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: setTriggerStateSchema,
      audit: 'function.trigger-update',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ ref, enabled }) => ({ trigger: triggerRefText(ref), enabled }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ ref, enabled, ...where }): Promise<ActionResult<undefined>> => {
        const target = await triggerTarget(where);
        if (ref.type === 'mapping') {
          const request = { UUID: ref.id, Enabled: enabled };
          await target.aws.lambda.send(new UpdateEventSourceMappingCommand(request));
        } else if (ref.type === 'rule') {
          await setRuleState(target, ref, enabled);
        } else if (ref.type === 'schedule') {
          await setScheduleState(target, ref, enabled);
        } else {
          const message = 'This service cannot pause a trigger. Delete it instead.';
          return refuse(consoleError('invalid', message, { operation }));
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
