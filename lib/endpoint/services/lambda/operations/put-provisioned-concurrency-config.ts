import type {
  PutProvisionedConcurrencyConfigCommandInput,
  PutProvisionedConcurrencyConfigResponse,
} from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { invalidParameterValue } from '../errors.ts';
import { assertNotPending, findFunctionOrThrow } from '../function-access.ts';
import { resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { resolveProvisionedTarget, toProvisionedConfig } from '../provisioned-target.ts';
import { assertConstraints, range, type ConstraintRow } from '../rules/constraints.ts';
import { assertRunHere } from '../rules/managed.ts';
import { assertNotIsolated } from '../rules/tenancy.ts';

const constraints: readonly ConstraintRow<PutProvisionedConcurrencyConfigCommandInput>[] = [
  {
    path: 'provisionedConcurrentExecutions',
    read: (input) => input.ProvisionedConcurrentExecutions,
    check: range(1, 2_147_483_647),
  },
];

export function putProvisionedConcurrencyConfig(
  parts: LambdaParts,
): Operation<PutProvisionedConcurrencyConfigCommandInput, PutProvisionedConcurrencyConfigResponse> {
  return (input, context) => {
    assertConstraints(constraints, input);
    const named = resolveTarget(input, context, 'PutProvisionedConcurrencyConfig');
    if (named.qualifier === undefined || named.qualifier === '$LATEST') {
      throw invalidParameterValue(
        'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
      );
    }
    const target = resolveProvisionedTarget(
      parts.repository,
      input,
      context,
      'PutProvisionedConcurrencyConfig',
    );
    const record = findFunctionOrThrow(parts.repository, target);
    if (record.version === '$LATEST') {
      // Of an alias that points there.
      throw invalidParameterValue(
        'Provisioned Concurrency Configs cannot be applied to unpublished function versions.',
      );
    }
    assertNotPending(record);
    assertNotIsolated(record.settings, 'Provisioned Concurrency');
    assertRunHere(record.settings);
    if (record.settings.snapStartApplyOn === 'PublishedVersions') {
      // Which of the two AWS refuses first, and its words, are unconfirmed.
      throw invalidParameterValue(
        'Provisioned Concurrency is not supported for SnapStart enabled functions.',
      );
    }
    const view = parts.repository.transaction(() =>
      parts.provisioned.put(target.key, named.qualifier ?? '', input.ProvisionedConcurrentExecutions ?? 0),
    );
    return toProvisionedConfig(view);
  };
}
