import { functionNotFound, preconditionFailed, resourceConflict } from './errors.ts';
import { assertLatest, functionArn, type FunctionTarget } from './names.ts';
import type { FunctionRecord } from './records.ts';
import type { LambdaRepository } from './repository.ts';

/** The function a target names, at `$LATEST`; AWS's 404 carries the qualifier when one was given. */
export function findFunctionOrThrow(repository: LambdaRepository, target: FunctionTarget): FunctionRecord {
  const record = repository.find(target.key);
  if (!record) throw functionNotFound(functionArn(target.key, target.qualifier));
  assertLatest(target);
  return record;
}

/** Nothing changes a function that is being created or updated (1.4). */
export function assertChangeable(record: FunctionRecord): void {
  assertNotPending(record);
  if (record.state.kind === 'updating') {
    throw resourceConflict(
      `The operation cannot be performed at this time. An update is in progress for resource: ${functionArn(record)}`,
    );
  }
}

export function assertNotPending(record: FunctionRecord): void {
  if (record.state.kind === 'pending') {
    throw resourceConflict(
      'The operation cannot be performed at this time. The function is currently in the following state: Pending',
    );
  }
}

export function assertRevision(record: FunctionRecord, revisionId: string | undefined): void {
  if (revisionId !== undefined && revisionId !== record.revisionId) throw preconditionFailed();
}
