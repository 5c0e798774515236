import type { CreateScheduleInput, Target } from '@aws-sdk/client-scheduler';
import { parseArn } from '../../../../shared/arn.ts';
import { notImplemented } from '../../../errors.ts';
import { compileSchedule, ScheduleProblem } from '../../timetable/index.ts';
import { validationException } from '../errors.ts';
import type { ScheduleSettings } from '../records.ts';
import { assertLength, assertName, assertOneOf, assertRange } from './constraints.ts';

const served = new Set(['lambda', 'sqs', 'sns']);
const foreign = [
  'EcsParameters',
  'EventBridgeParameters',
  'EventBridgePutEventsV2Parameters',
  'EventBridgePutRawEventsParameters',
  'KinesisParameters',
  'SageMakerPipelineParameters',
] as const;

type Given = Omit<CreateScheduleInput, 'ClientToken'>;

/** Checks what CreateSchedule and UpdateSchedule take, and brings it into the form it is kept in. */
export function readSchedule(input: Given): ScheduleSettings {
  assertName(input.Name ?? '', 'name');
  assertLength(input.Description, 'description', 512);
  assertLength(input.ScheduleExpression, 'scheduleExpression', 256);
  assertOneOf(input.State, 'state', ['ENABLED', 'DISABLED']);
  assertOneOf(input.ActionAfterCompletion, 'actionAfterCompletion', ['NONE', 'DELETE']);
  const { ScheduleExpression: expression = '', ScheduleExpressionTimezone: timeZone = 'UTC' } = input;
  assertTimeZone(timeZone);
  assertExpression(expression, timeZone);
  const startMs = input.StartDate?.getTime();
  const endMs = input.EndDate?.getTime();
  if (startMs !== undefined && endMs !== undefined && endMs <= startMs)
    throw validationException('The EndDate must be after the StartDate.');
  return {
    expression,
    timeZone,
    ...(startMs !== undefined && { startMs }),
    ...(endMs !== undefined && { endMs }),
    ...(input.Description !== undefined && { description: input.Description }),
    ...(input.KmsKeyArn !== undefined && { kmsKeyArn: input.KmsKeyArn }),
    target: readTarget(input.Target),
    windowMinutes: readWindow(input.FlexibleTimeWindow),
    actionAfterCompletion: input.ActionAfterCompletion ?? 'NONE',
  };
}

function assertTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw validationException(`Invalid Schedule Expression Timezone ${timeZone}.`);
  }
}

function assertExpression(expression: string, timeZone: string): void {
  try {
    compileSchedule(expression, { timeZone, isScheduler: true });
  } catch (error) {
    if (error instanceof ScheduleProblem)
      throw validationException(`Invalid Schedule Expression ${expression}.`);
    throw error;
  }
}

/** In minutes; 0 for exact times. */
function readWindow(window: Given['FlexibleTimeWindow']): number {
  assertOneOf(window?.Mode, 'flexibleTimeWindow.mode', ['OFF', 'FLEXIBLE']);
  const minutes = window?.MaximumWindowInMinutes;
  assertRange(minutes, 'flexibleTimeWindow.maximumWindowInMinutes', 1, 1440);
  if (window?.Mode !== 'FLEXIBLE') {
    if (minutes === undefined) return 0;
    throw validationException('MaximumWindowInMinutes must not be set when Mode is OFF.');
  }
  if (minutes === undefined)
    throw validationException('MaximumWindowInMinutes must be set when Mode is FLEXIBLE.');
  return minutes;
}

function readTarget(target: Target | undefined): Target {
  const { Arn: arn = '', RoleArn: roleArn = '' } = target ?? {};
  const parsed = parseArn(arn);
  if (!parsed) throw validationException('Provided Arn is not in correct format.');
  if (!served.has(parsed.service)) throw notImplemented(`The target ${arn}`);
  for (const name of foreign) if (target?.[name]) throw notImplemented(`${name} of a target`);
  if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@\-/]+$/.test(roleArn)) {
    throw validationException(
      `1 validation error detected: Value '${roleArn}' at 'target.roleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: arn:aws[a-z-]*:iam::\\d{12}:role\\/[\\w+=,.@\\-\\/]+`,
    );
  }
  const retry = target?.RetryPolicy;
  assertRange(retry?.MaximumRetryAttempts, 'target.retryPolicy.maximumRetryAttempts', 0, 185);
  assertRange(retry?.MaximumEventAgeInSeconds, 'target.retryPolicy.maximumEventAgeInSeconds', 60, 86_400);
  const queue = target?.DeadLetterConfig?.Arn;
  if (queue !== undefined && (parseArn(queue)?.service !== 'sqs' || queue.endsWith('.fifo')))
    throw validationException('The dead-letter queue must be a standard SQS queue.');
  if (parsed.service === 'lambda' && target?.Input !== undefined) assertJson(target.Input);
  if (parsed.service === 'sqs' && arn.endsWith('.fifo') && !target?.SqsParameters?.MessageGroupId)
    throw validationException('SqsParameters.MessageGroupId must be specified for a FIFO queue.');
  // Through JSON, as it is kept: without members that are undefined.
  return JSON.parse(JSON.stringify(target)) as Target;
}

function assertJson(text: string): void {
  try {
    JSON.parse(text.replaceAll(/<aws\.scheduler\.[a-z-]+>/g, '0'));
  } catch {
    throw validationException('Invalid RequestJson provided. Reason The specified Input is not valid JSON.');
  }
}
