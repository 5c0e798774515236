import type {
  UpdateFunctionUrlConfigCommandInput,
  UpdateFunctionUrlConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import {
  assertUrlOwner,
  findUrlOrThrow,
  resolveUrlTarget,
  toCorsSettings,
  toWrittenUrlConfig,
} from '../function-urls.ts';
import type { LambdaParts } from '../parts.ts';
import type { FunctionUrlRecord } from '../repository-urls.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { assertMethods, urlConstraints } from '../rules/url-constraints.ts';

/** Only members that were sent change; Cors is replaced as a whole. */
export function updateFunctionUrlConfig(
  parts: LambdaParts,
): Operation<UpdateFunctionUrlConfigCommandInput, UpdateFunctionUrlConfigResponse> {
  return (input, context) => {
    assertConstraints(urlConstraints, input);
    assertMethods(input);
    const target = resolveUrlTarget(input, context, 'UpdateFunctionUrlConfig');
    const updated = parts.repository.transaction(() => {
      assertUrlOwner(parts, target);
      const before = findUrlOrThrow(parts, target);
      const after: FunctionUrlRecord = {
        ...before,
        authType: input.AuthType ?? before.authType,
        cors: input.Cors ? toCorsSettings(input.Cors) : before.cors,
        invokeMode: input.InvokeMode ?? before.invokeMode,
        modifiedMs: parts.clock.now(),
      };
      parts.repository.urls.update(after);
      return after;
    });
    return toWrittenUrlConfig(updated, context.baseUrl);
  };
}
