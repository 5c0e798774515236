'use server';

import { DeleteEventSourceMappingCommand, RemovePermissionCommand } from '@aws-sdk/client-lambda';
import { runAction } from '@/lib/actions/run-action';
import { consoleError, type ActionResult } from '@/lib/domain/console-error';
import { triggerRefText } from '@/lib/domain/trigger-ref';
import { deleteTriggerSchema } from '@/lib/forms/trigger';
import { routes } from '@/lib/routes';
import { refuse, succeed } from '@/lib/shared/result';
import { disconnectBucket } from './bucket';
import { disconnectLogGroup } from './log-filter';
import { disconnectRule } from './rule';
import { disconnectSchedule } from './schedule';
import { triggerTarget } from './target';
import { disconnectTopic } from './topic';

const operation = 'lambda:DeleteEventSourceMapping';

/** Removes a trigger at its source, and the permission that it had. */
export async function deleteTriggerAction(input: unknown): Promise<ActionResult<undefined>> {
  return runAction(
    {
      role: 'developer',
      schema: deleteTriggerSchema,
      audit: 'function.trigger-delete',
      operation,
      place: ({ place }) => place,
      target: ({ functionName }) => functionName,
      details: ({ qualifier, ref }) => ({ ...(qualifier && { qualifier }), trigger: triggerRefText(ref) }),
      revalidate: ({ place, functionName }) => [routes.function(place, functionName)],
      run: async ({ ref, alsoSource, ...where }): Promise<ActionResult<undefined>> => {
        const target = await triggerTarget(where);
        const { lambda } = target.aws;
        switch (ref.type) {
          case 'mapping':
            await lambda.send(new DeleteEventSourceMappingCommand({ UUID: ref.id }));
            break;
          case 'topic':
            await disconnectTopic(target, ref.topicArn);
            break;
          case 'rule':
            await disconnectRule(target, ref, alsoSource);
            break;
          case 'schedule':
            await disconnectSchedule(target, ref);
            break;
          case 'bucket':
            await disconnectBucket(target, ref);
            break;
          case 'log-filter':
            await disconnectLogGroup(target, ref);
            break;
          case 'statement':
            await lambda.send(
              new RemovePermissionCommand({
                FunctionName: target.functionName,
                Qualifier: target.qualifier,
                StatementId: ref.statementId,
              }),
            );
            break;
          case 'function-url':
            return refuse(consoleError('invalid', 'Delete the URL on the page Function URL.', { operation }));
        }
        return succeed(undefined);
      },
    },
    input,
  );
}
