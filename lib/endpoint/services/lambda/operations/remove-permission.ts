import type { RemovePermissionCommandInput } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import { noPolicy, preconditionFailed, resourceNotFound, statementNotFound } from '../errors.ts';
import { findPolicyHolder, policyHolderMissing } from '../function-policies.ts';
import { functionArn, resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { permissionConstraints } from '../rules/permission-constraints.ts';

export function removePermission(parts: LambdaParts): Operation<RemovePermissionCommandInput, object> {
  return (input, context) => {
    assertConstraints(permissionConstraints, input);
    const target = resolveTarget(input, context, 'RemovePermission');
    const { key, qualifier } = target;
    const { repository } = parts;
    return repository.transaction(() => {
      if (!repository.find(key)) {
        throw resourceNotFound(`No policy found for: ${functionArn(key, qualifier)}`);
      }
      const holder = findPolicyHolder(repository, target);
      if (!holder) throw policyHolderMissing(target, true);
      const before = repository.policies.find(key, qualifier);
      if (before.length === 0) throw noPolicy();
      if (input.RevisionId !== undefined && input.RevisionId !== holder.revisionId) {
        throw preconditionFailed('GetPolicy');
      }
      const left = before.filter(({ Sid }) => Sid !== input.StatementId);
      if (left.length === before.length) throw statementNotFound(input.StatementId ?? '');
      repository.policies.put(key, qualifier, left);
      holder.renew();
      return {};
    });
  };
}
