import type { PutSubscriptionFilterRequest } from '@aws-sdk/client-cloudwatch-logs';
import { parseArn } from '../../../../shared/arn.ts';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { crossAccount, invalidParameter, limitExceeded } from '../errors.ts';
import { compileFilterPattern } from '../filter-pattern.ts';
import { findGroupOrThrow } from '../groups.ts';
import type { LogsParts } from '../parts.ts';
import { callFunction } from '../subscriptions.ts';

const filtersMax = 2;
/** Each would choose or change what is handed over. */
const foreignMembers = ['applyOnTransformedLogs', 'fieldSelectionCriteria', 'emitSystemFields'] as const;

export function putSubscriptionFilter({
  repository,
  writer,
  now,
  functions,
}: LogsParts): Operation<Given<PutSubscriptionFilterRequest>, object> {
  return async (input, context) => {
    const { filterName: name, filterPattern: pattern, destinationArn } = input;
    if (!/^[^:*]{1,512}$/.test(name)) {
      throw invalidParameter(
        `1 validation error detected: Value '${name}' at 'filterName' failed to satisfy constraint: Member must satisfy regular expression pattern: [^:*]*`,
      );
    }
    for (const member of foreignMembers)
      if (input[member]) throw notImplemented(`${member} of a subscription filter`);
    compileFilterPattern(pattern);
    const destination = parseArn(destinationArn);
    if (!destination) throw invalidParameter('destinationArn is not a valid ARN.');
    if (destination.service === 'kinesis' && input.roleArn === undefined)
      throw invalidParameter('destinationArn for vendor kinesis cannot be used without roleArn');
    if (destination.service === 'lambda' && destination.account !== context.accountId) throw crossAccount();
    if (destination.service !== 'lambda')
      throw notImplemented(`A subscription filter to ${destination.service}`);
    writer.flush();
    const group = findGroupOrThrow(repository, context, { logGroupName: input.logGroupName });
    if (group.name === `/aws/lambda/${destination.resource.split(':')[1] ?? ''}`) {
      throw invalidParameter(
        "The function writes to this log group itself: each call would cause the next. Choose another function, or change the function's log group.",
      );
    }
    const calls = functions();
    const checked =
      calls && (await callFunction(group, destinationArn, (arn, caller) => calls.check(arn, caller)));
    if (checked !== 'sent') {
      throw invalidParameter(
        'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
      );
    }
    repository.transaction(() => {
      const names = repository.subscriptionsOf(group.id).map((one) => one.name);
      if (!names.includes(name) && names.length >= filtersMax)
        throw limitExceeded('Resource limit exceeded.');
      repository.putSubscription({ groupId: group.id, name, pattern, destinationArn, createdMs: now() });
    });
    return {};
  };
}
