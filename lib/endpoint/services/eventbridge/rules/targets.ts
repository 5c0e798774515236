import type { Target } from '@aws-sdk/client-eventbridge';
import { parseArn } from '../../../../shared/arn.ts';
import { notImplemented } from '../../../errors.ts';
import { validationException } from '../errors.ts';
import type { TargetSettings } from '../records.ts';
import { isPath, unknownPlaceholder } from '../transform.ts';
import { assertLength, assertName, assertRange } from './constraints.ts';

const served = new Set(['lambda', 'sqs', 'sns']);
/** Parameters of targets that this endpoint does not have. */
const foreign = [
  'KinesisParameters',
  'RunCommandParameters',
  'EcsParameters',
  'BatchParameters',
  'HttpParameters',
  'RedshiftDataParameters',
  'SageMakerPipelineParameters',
  'AppSyncParameters',
] as const;
const pathsMax = 100;

/** Checks a target as PutTargets takes it, and what of it is kept beside its ARN. */
export function readTarget(target: Target): TargetSettings {
  const { Id: id = '', Arn: arn = '' } = target;
  assertName(id, 'targets.1.member.id');
  const parsed = parseArn(arn);
  if (!parsed) throw validationException(`Provided Arn is not in correct format.`);
  const isBus = parsed.service === 'events' && parsed.resource.startsWith('event-bus/');
  if (!served.has(parsed.service) && !isBus) throw notImplemented(`A target of ${parsed.service}`);
  for (const name of foreign) if (target[name]) throw notImplemented(`${name} of a target`);
  assertInput(target, id);
  assertRange(target.RetryPolicy?.MaximumRetryAttempts, 'retryPolicy.maximumRetryAttempts', 0, 185);
  assertRange(
    target.RetryPolicy?.MaximumEventAgeInSeconds,
    'retryPolicy.maximumEventAgeInSeconds',
    60,
    86_400,
  );
  const queue = target.DeadLetterConfig?.Arn;
  if (queue !== undefined && (parseArn(queue)?.service !== 'sqs' || queue.endsWith('.fifo')))
    throw validationException('Parameter DeadLetterConfig.Arn is not valid.');
  if (arn.endsWith('.fifo') && parsed.service === 'sqs' && !target.SqsParameters?.MessageGroupId)
    throw validationException(`Parameter(s) SqsParameters must be specified for target: ${id}.`);
  const { Id: _id, Arn: _arn, ...settings } = target;
  // Through JSON, as it is kept: without members that are undefined.
  return JSON.parse(JSON.stringify(settings)) as TargetSettings;
}

function assertInput({ Input, InputPath, InputTransformer }: Target, id: string): void {
  if ([Input, InputPath, InputTransformer].filter((given) => given !== undefined).length > 1) {
    throw validationException(
      `Only one of Input, InputPath, or InputTransformer must be provided for target ${id}.`,
    );
  }
  assertLength(Input, 'targets.1.member.input', 8192);
  assertLength(InputPath, 'targets.1.member.inputPath', 256);
  if (Input !== undefined) {
    try {
      JSON.parse(Input);
    } catch {
      throw validationException(`JSON syntax error in input for target ${id}.`);
    }
  }
  const paths = InputPath === undefined ? [] : [InputPath];
  if (InputTransformer) {
    assertLength(InputTransformer.InputTemplate, 'inputTransformer.inputTemplate', 8192);
    const map = Object.entries(InputTransformer.InputPathsMap ?? {});
    if (map.length > pathsMax || map.some(([name]) => name.startsWith('AWS') || name.length > 256))
      throw validationException(`InputPathsMap is not valid for target ${id}.`);
    paths.push(...map.map(([, path]) => path));
    const names = map.map(([name]) => name);
    const placeholder = unknownPlaceholder(InputTransformer.InputTemplate ?? '', names);
    if (placeholder !== undefined) {
      throw validationException(
        `InputTemplate for target ${id} contains invalid placeholder ${placeholder}.`,
      );
    }
  }
  if (paths.some((path) => path.length > 256 || !isPath(path)))
    throw validationException(`Invalid InputPath for target ${id}.`);
}
