'use server';

import { GetEventSourceMappingCommand, UpdateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { isMappingKind, type MappingKind } from '@/lib/domain/trigger-kinds';
import { triggerRefText } from '@/lib/domain/trigger-ref';
import { changedMappingInput, mappingMemberFields } from '@/lib/forms/mapping';
import { updateTriggerSchema } from '@/lib/forms/trigger';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { changeBucket } from './bucket';
import { changeLogFilter } from './log-filter';
import { changeRule } from './rule';
import { changeSchedule } from './schedule';
import { triggerTarget, type TriggerTarget } from './target';
import { changeTopic } from './topic';

const operation = 'lambda:UpdateEventSourceMapping';

async function changeMapping(target: TriggerTarget, kind: MappingKind, id: string, values: TriggerValues) {
  const { lambda } = target.aws;
  const found = await lambda.send(new GetEventSourceMappingCommand({ UUID: id }));
  await lambda.send(new UpdateEventSourceMappingCommand(changedMappingInput(kind, id, values, found)));
}

/** Saves the form of a trigger that is there. */
export async function updateTriggerAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: updateTriggerSchema,
      audit: 'function.trigger-update',
      operation,
      fields: mappingMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, ref }) => ({ ...(qualifier && { qualifier }), trigger: triggerRefText(ref) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ kind, ref, values, ...where }): Promise<ActionResult<undefined>> => {
        const target = await triggerTarget(where);
        switch (ref.type) {
          case 'mapping':
            if (!isMappingKind(kind)) break;
            await changeMapping(target, kind, ref.id, values);
            return succeed(undefined);
          case 'topic':
            await changeTopic(target, ref.topicArn, values);
            return succeed(undefined);
          case 'rule':
            await changeRule(target, ref, values);
            return succeed(undefined);
          case 'schedule':
            await changeSchedule(target, ref, values);
            return succeed(undefined);
          case 'bucket':
            await changeBucket(target, ref, values);
            return succeed(undefined);
          case 'log-filter':
            await changeLogFilter(target, ref, values);
            return succeed(undefined);
          case 'function-url':
          case 'statement':
            break;
        }
        const message = 'This trigger has no form of its own. Change it at its source.';
        return refuse(consoleError('invalid', message, { operation }));
      },
    },
    input,
  );
}
