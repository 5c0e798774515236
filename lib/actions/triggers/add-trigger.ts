'use server';

import { CreateEventSourceMappingCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { isMappingKind } from '@/lib/domain/trigger-kinds';
import { mappingMemberFields, newMappingInput } from '@/lib/forms/mapping';
import { addTriggerSchema } from '@/lib/forms/trigger';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { connectBucket } from './bucket';
import { connectHttpApi } from './http-api';
import { connectLogGroup } from './log-filter';
import { connectRule } from './rule';
import { connectSchedule } from './schedule';
import { triggerTarget } from './target';
import { connectTopic } from './topic';

const operation = 'lambda:CreateEventSourceMapping';

/** Connects a source to a function, a version or an alias, with the permission it needs. */
export async function addTriggerAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: addTriggerSchema,
      audit: 'function.trigger-add',
      operation,
      fields: mappingMemberFields,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, kind, values }) => ({
        ...(qualifier && { qualifier }),
        kind,
        source: values.source || values.ruleName || values.scheduleName || values.apiName,
      }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ kind, values, ...where }): Promise<ActionResult<undefined>> => {
        const target = await triggerTarget(where);
        if (isMappingKind(kind)) {
          const request = newMappingInput(kind, target.arn, values);
          await target.aws.lambda.send(new CreateEventSourceMappingCommand(request));
          return succeed(undefined);
        }
        switch (kind) {
          case 'sns':
            await connectTopic(target, values);
            break;
          case 'eventbridge':
            await connectRule(target, values);
            break;
          case 'schedule':
            await connectSchedule(target, values);
            break;
          case 's3':
            if (values.recursionRead !== 'on') {
              const message = 'Confirm that the function does not write to the bucket that invokes it.';
              return refuse(consoleError('invalid', message, { operation, field: 'recursionRead' }));
            }
            await connectBucket(target, values);
            break;
          case 'api':
            await connectHttpApi(target, values);
            break;
          case 'logs':
            await connectLogGroup(target, values);
            break;
          case 'function-url':
            return refuse(
              consoleError('invalid', 'A function URL has a page of its own. Create it there.', {
                operation,
              }),
            );
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
