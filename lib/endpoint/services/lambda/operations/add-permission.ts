import type { AddPermissionCommandInput, AddPermissionResponse } from '@aws-sdk/client-lambda';
import type { Operation } from '../../service.ts';
import {
  invalidParameterValue,
  policyLengthExceeded,
  preconditionFailed,
  statementExists,
} from '../errors.ts';
import { findPolicyHolder, policyHolderMissing, toCondition, toPrincipal } from '../function-policies.ts';
import { functionArn, partitionOf, resolveTarget } from '../names.ts';
import type { LambdaParts } from '../parts.ts';
import { policyDocument, type PolicyStatement } from '../policy-statements.ts';
import { assertConstraints } from '../rules/constraints.ts';
import { policyBytesMax } from '../rules/limits.ts';
import { permissionConstraints } from '../rules/permission-constraints.ts';

export function addPermission(
  parts: LambdaParts,
): Operation<AddPermissionCommandInput, AddPermissionResponse> {
  return (input, context) => {
    assertConstraints(permissionConstraints, input);
    const target = resolveTarget(input, context, 'AddPermission');
    const { key, qualifier } = target;
    if (qualifier === '$LATEST') {
      throw invalidParameterValue('We currently do not support adding policies for $LATEST.');
    }
    assertUrlCall(input);
    const { repository } = parts;
    return repository.transaction(() => {
      const holder = findPolicyHolder(repository, target);
      if (!holder) throw policyHolderMissing(target, repository.find(key) !== undefined);
      const condition = toCondition(input);
      const statement: PolicyStatement = {
        Sid: input.StatementId ?? '',
        Effect: 'Allow',
        Principal: toPrincipal(input.Principal ?? '', partitionOf(key.region)),
        Action: input.Action ?? '',
        Resource: functionArn(key, qualifier),
        ...(condition && { Condition: condition }),
      };
      const before = repository.policies.find(key, qualifier);
      if (before.some(({ Sid }) => Sid === statement.Sid)) throw statementExists(input.StatementId ?? '');
      if (input.RevisionId !== undefined && input.RevisionId !== holder.revisionId) {
        throw preconditionFailed('GetPolicy');
      }
      const after = [...before, statement];
      const bytes = Buffer.byteLength(policyDocument(after));
      if (bytes > policyBytesMax) throw policyLengthExceeded(bytes, policyBytesMax);
      repository.policies.put(key, qualifier, after);
      holder.renew();
      return { Statement: JSON.stringify(statement) };
    });
  };
}

/**
 * What is said of calls by a URL belongs to one action each: AWS refuses the rest (the first text in many public reports
 * of 2026; the second by analogy, its refusal is reported).
 */
function assertUrlCall({
  Action,
  FunctionUrlAuthType,
  InvokedViaFunctionUrl,
}: AddPermissionCommandInput): void {
  if (FunctionUrlAuthType !== undefined && Action !== 'lambda:InvokeFunctionUrl')
    throw invalidParameterValue('FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action');
  if (InvokedViaFunctionUrl && Action !== 'lambda:InvokeFunction')
    throw invalidParameterValue('InvokedViaFunctionUrl is only supported for lambda:InvokeFunction action');
}
