import type { DestinationConfig, FunctionEventInvokeConfig } from '@aws-sdk/client-lambda';
import { parseArn } from '../../../shared/arn.ts';
import type { RequestContext } from '../service.ts';
import { invalidParameterValue, resourceNotFound } from './errors.ts';
import { findVersion } from './function-access.ts';
import { functionArn, resolveTarget, splitFunctionName, type FunctionTarget } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { EventInvokeConfig } from './repository-events.ts';
import { assertConstraints, length, pattern, range, type ConstraintRow } from './rules/constraints.ts';
import { destinationPattern } from './rules/patterns.ts';

export interface EventInvokeInput {
  readonly FunctionName?: string | undefined;
  readonly Qualifier?: string | undefined;
  readonly MaximumRetryAttempts?: number | undefined;
  readonly MaximumEventAgeInSeconds?: number | undefined;
  readonly DestinationConfig?: DestinationConfig | undefined;
}

const constraints: readonly ConstraintRow<EventInvokeInput>[] = [
  { path: 'maximumRetryAttempts', read: (input) => input.MaximumRetryAttempts, check: range(0, 2) },
  {
    path: 'maximumEventAgeInSeconds',
    read: (input) => input.MaximumEventAgeInSeconds,
    check: range(60, 21_600),
  },
  {
    path: 'destinationConfig.onSuccess.destination',
    read: (input) => input.DestinationConfig?.OnSuccess?.Destination,
    check: length(0, 350),
  },
  {
    path: 'destinationConfig.onSuccess.destination',
    read: (input) => input.DestinationConfig?.OnSuccess?.Destination,
    check: pattern(destinationPattern),
  },
  {
    path: 'destinationConfig.onFailure.destination',
    read: (input) => input.DestinationConfig?.OnFailure?.Destination,
    check: length(0, 350),
  },
  {
    path: 'destinationConfig.onFailure.destination',
    read: (input) => input.DestinationConfig?.OnFailure?.Destination,
    check: pattern(destinationPattern),
  },
];

/** Put replaces all settings, Update only what it names; returns what is kept then. */
export function writeEventInvokeConfig(
  parts: LambdaParts,
  input: EventInvokeInput,
  context: RequestContext,
  mode: 'replace' | 'merge',
): FunctionEventInvokeConfig {
  assertConstraints(constraints, input);
  const action = mode === 'replace' ? 'PutFunctionEventInvokeConfig' : 'UpdateFunctionEventInvokeConfig';
  const target = resolveTarget(input, context, action);
  const qualifier = target.qualifier ?? '$LATEST';
  // Before the function is looked for [rec].
  assertSomething(input);
  const next = parts.repository.transaction(() => {
    if (!findVersion(parts.repository, target.key, qualifier))
      throw resourceNotFound("The function doesn't exist.");
    const before = parts.repository.events.findConfig(target.key, qualifier);
    if (mode === 'merge' && !before) throw configNotFound(target);
    const base = mode === 'merge' ? before : undefined;
    const config: EventInvokeConfig = {
      ...target.key,
      qualifier,
      retries: input.MaximumRetryAttempts ?? base?.retries,
      ageSeconds: input.MaximumEventAgeInSeconds ?? base?.ageSeconds,
      onSuccess: destination(input, 'OnSuccess', target, base?.onSuccess),
      onFailure: destination(input, 'OnFailure', target, base?.onFailure),
      modifiedMs: parts.clock.now(),
    };
    assertFunctions(parts, input, target);
    parts.repository.events.putConfig(config);
    return config;
  });
  return toEventInvokeConfig(next);
}

function assertSomething(input: EventInvokeInput): void {
  if (
    input.MaximumRetryAttempts === undefined &&
    input.MaximumEventAgeInSeconds === undefined &&
    input.DestinationConfig === undefined
  ) {
    throw invalidParameterValue('You must specify at least one of error handling or destination setting.');
  }
}

/** The empty text clears. */
function destination(
  { DestinationConfig: config }: EventInvokeInput,
  side: 'OnSuccess' | 'OnFailure',
  target: FunctionTarget,
  before: string | undefined,
): string | undefined {
  const arn = config?.[side]?.Destination;
  if (arn === undefined) return before;
  if (arn === '') return undefined;
  const parsed = parseArn(arn);
  if (!parsed) throw invalidParameterValue(`The destination ARN ${arn} is invalid.`);
  const { service, resource } = parsed;
  const isKnown =
    ['sqs', 'sns', 'lambda', 'events'].includes(service) || (service === 's3' && side === 'OnFailure');
  if (!isKnown || ((service === 'sqs' || service === 'sns') && resource.endsWith('.fifo'))) {
    throw invalidParameterValue(`The provided destination config ${printConfig(config)} is invalid.`);
  }
  if (service === 'lambda' && splitFunctionName(arn).name === target.key.name) {
    throw invalidParameterValue("You can't specify the function as a destination for itself.");
  }
  return arn;
}

/** Functions of the same account and Region must be there [rec]; others cannot be looked up. */
function assertFunctions(
  parts: LambdaParts,
  { DestinationConfig: config }: EventInvokeInput,
  target: FunctionTarget,
) {
  for (const arn of [config?.OnSuccess?.Destination, config?.OnFailure?.Destination]) {
    if (!arn || parseArn(arn)?.service !== 'lambda') continue;
    const { account, region, name, qualifier } = splitFunctionName(arn);
    if (account !== target.key.accountId || region !== target.key.region) continue;
    if (!findVersion(parts.repository, { ...target.key, name }, qualifier)) {
      throw invalidParameterValue(`The destination ARN ${arn} is invalid.`);
    }
  }
}

/** As Java prints it. */
function printConfig(config: DestinationConfig | undefined): string {
  const print = (name: string, side: { Destination?: string | undefined } | undefined) =>
    side?.Destination === undefined ? 'null' : `${name}(destination=${side.Destination})`;
  return `DestinationConfig(onSuccess=${print('OnSuccess', config?.OnSuccess)}, onFailure=${print('OnFailure', config?.OnFailure)})`;
}

/** The answer is the same for a missing function [rec]. */
export function configNotFound(target: FunctionTarget) {
  const arn = functionArn(target.key, target.qualifier ?? '$LATEST');
  return resourceNotFound(`The function ${arn} doesn't have an EventInvokeConfig`);
}

export function toEventInvokeConfig(config: EventInvokeConfig): FunctionEventInvokeConfig {
  const side = (arn: string | undefined) => (arn === undefined ? {} : { Destination: arn });
  return {
    FunctionArn: functionArn(config, config.qualifier),
    LastModified: new Date(config.modifiedMs),
    DestinationConfig: { OnSuccess: side(config.onSuccess), OnFailure: side(config.onFailure) },
    ...(config.retries !== undefined && { MaximumRetryAttempts: config.retries }),
    ...(config.ageSeconds !== undefined && { MaximumEventAgeInSeconds: config.ageSeconds }),
  };
}
