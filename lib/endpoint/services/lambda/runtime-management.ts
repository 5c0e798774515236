import type { RequestContext } from '../service.ts';
import { invalidParameterValue } from './errors.ts';
import { findFunctionOrThrow } from './function-access.ts';
import { functionArn, resolveTarget } from './names.ts';
import type { LambdaParts } from './parts.ts';
import type { FunctionKey } from './records.ts';
import type { RuntimeManagement } from './repository-options.ts';

interface Input {
  readonly FunctionName?: string | undefined;
  readonly Qualifier?: string | undefined;
}

/** `$LATEST` or a version: each has its own settings. Aliases are refused in words of ours. */
export function resolveManagedVersion(
  parts: LambdaParts,
  input: Input,
  context: RequestContext,
  action: string,
): { readonly key: FunctionKey; readonly version: string } {
  const target = resolveTarget(input, context, action);
  const { version } = findFunctionOrThrow(parts.repository, target);
  if (target.qualifier !== undefined && target.qualifier !== version) {
    throw invalidParameterValue(
      'Runtime management belongs to a version. Please specify $LATEST or a published version, not an alias.',
    );
  }
  return { key: target.key, version };
}

/** FunctionArn is always qualified (unconfirmed). */
export function toRuntimeManagement(key: FunctionKey, version: string, found: RuntimeManagement | undefined) {
  return {
    UpdateRuntimeOn: found?.updateOn ?? 'Auto',
    FunctionArn: functionArn(key, version),
    ...(found?.versionArn !== undefined && { RuntimeVersionArn: found.versionArn }),
  };
}
