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
    assertSessionName(sessionName);
    assertTags(input);
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

function assertSessionName(name: string): void {
  const constraint =
    name.length > 64
      ? 'Member must have length less than or equal to 64'
      : name.length < 2
        ? 'Member must have length greater than or equal to 2'
        : 'Member must satisfy regular expression pattern: [\\w+=,.@-]*';
  if (/^[\w+=,.@-]{2,64}$/.test(name)) return;
  throw invalid(
    `1 validation error detected: Value '${name.slice(0, 100)}' at 'roleSessionName' failed to satisfy constraint: ${constraint}`,
  );
}

function assertTags({ Tags: tags = [], TransitiveTagKeys: transitive = [] }: Given<AssumeRoleRequest>): void {
  const keys = new Set(tags.map(({ Key = '' }) => Key.toLowerCase()));
  if (keys.size < tags.length)
    throw invalidValue('Duplicate tag keys found. Please note that Tag keys are case insensitive.');
  if (transitive.some((key) => !keys.has(key.toLowerCase())))
    throw invalidValue('The specified transitive tag key must be included in the requested tags.');
}

/** What would narrow or mark a session and has no effect here is refused. */
function assertOffered(input: Given<AssumeRoleRequest>): void {
  if (input.Policy !== undefined || (input.PolicyArns ?? []).length > 0)
    throw notImplemented('A session policy: rights of sessions are not evaluated, and it');
  if (input.SerialNumber !== undefined || input.TokenCode !== undefined)
    throw notImplemented('Multi-factor authentication');
  if ((input.ProvidedContexts ?? []).length > 0) throw notImplemented('A trusted context assertion');
}

function invalidValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValue', 400, message);
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationError', 400, message);
}
