import type { GetProvisionedConcurrencyConfigResponse } from '@aws-sdk/client-lambda';
import type { RequestContext } from '../service.ts';
import { formatModified } from './configuration.ts';
import { invalidParameterValue } from './errors.ts';
import { findVersion, qualifierNotFound } from './function-access.ts';
import { resolveTarget, type FunctionTarget } from './names.ts';
import type { ProvisionedView } from './provisioned.ts';
import type { LambdaRepository } from './repository.ts';

interface Input {
  readonly FunctionName?: string | undefined;
  readonly Qualifier?: string | undefined;
}

/**
 * The version or alias that a read of provisioned concurrency is about (errors 6 and 75). A missing function has no
 * 404 of its own here [rec].
 */
export function resolveProvisionedTarget(
  repository: LambdaRepository,
  input: Input,
  context: RequestContext,
  action: string,
): FunctionTarget {
  const target = resolveTarget(input, context, action);
  const { key, qualifier } = target;
  if (qualifier === undefined || qualifier === '$LATEST') {
    throw invalidParameterValue('The function resource provided must be an alias or a published version.');
  }
  if (!findVersion(repository, key, qualifier)) throw qualifierNotFound(key, qualifier);
  return target;
}

/** Allocated and available are the same here: an environment is either initialised or not. */
export function toProvisionedConfig(view: ProvisionedView): GetProvisionedConcurrencyConfigResponse {
  const { requested, modifiedMs } = view.config.value;
  return {
    RequestedProvisionedConcurrentExecutions: requested,
    AvailableProvisionedConcurrentExecutions: view.available,
    AllocatedProvisionedConcurrentExecutions: view.available,
    Status: view.status,
    ...(view.reason !== undefined && { StatusReason: view.reason }),
    LastModified: formatModified(modifiedMs),
  };
}
