import type { AssumeRoleRequest, AssumeRoleResponse } from '@aws-sdk/client-sts';
import { notImplemented, ServiceError } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import type { StsParts } from '../parts.ts';
import { openSession, readDuration } from '../sessions.ts';
import { roleId } from '../temporary-keys.ts';

const rolePattern = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]{1,64})$/;

/** Keys for a role, also of another account. */
export function assumeRole(parts: StsParts): Operation<Given<AssumeRoleRequest>, AssumeRoleResponse> {
  return (input) => {
    assertOffered(input);
    const { RoleArn: roleArn, RoleSessionName: sessionName } = input;
    const [, partition = '', accountId = '', roleName = ''] = rolePattern.exec(roleArn) ?? [];
    if (accountId === '') throw invalid(`${roleArn.slice(0, 200)} is invalid`);
    if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
      throw invalid(
        `1 validation error detected: Value '${sessionName.slice(0, 100)}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
      );
    }
    const seconds = readDuration(input.DurationSeconds, 3600, 43_200);
    const arn = `arn:${partition}:sts::${accountId}:assumed-role/${roleName}/${sessionName}`;
    const userId = `${roleId(roleArn)}:${sessionName}`;
    return {
      Credentials: openSession(parts, { accountId, arn, userId }, seconds),
      AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
      ...(input.SourceIdentity !== undefined && { SourceIdentity: input.SourceIdentity }),
    };
  };
}

/** What would narrow or mark a session and has no effect here is refused. */
function assertOffered(input: Given<AssumeRoleRequest>): void {
  if (input.Policy !== undefined || (input.PolicyArns ?? []).length > 0)
    throw notImplemented('A session policy: rights of sessions are not evaluated, and it');
  if (input.SerialNumber !== undefined || input.TokenCode !== undefined)
    throw notImplemented('Multi-factor authentication');
  if ((input.ProvidedContexts ?? []).length > 0) throw notImplemented('A trusted context assertion');
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationError', 400, message);
}
