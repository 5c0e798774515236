import type { DescribeBackupPolicyRequest, BackupPolicyDescription } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { refusal } from '../errors.ts';
import { findOrThrow } from '../finding.ts';
import type { EfsParts } from '../parts.ts';

/** None has any. */
export function describeBackupPolicy(
  parts: EfsParts,
): Operation<Given<DescribeBackupPolicyRequest>, BackupPolicyDescription> {
  return (input, context) => {
    const { id } = findOrThrow(parts, context, 'file-system', input.FileSystemId);
    throw refusal('PolicyNotFound', 404, `No policy exists for file system '${id}'.`);
  };
}
