import {
  functionNotFound,
  invalidParameterValue,
  preconditionFailed,
  resourceConflict,
  resourceNotFound,
} from './errors.ts';
import type { ServiceError } from '../../errors.ts';
import { functionArn, type FunctionTarget } from './names.ts';
import type { AliasRecord, FunctionKey, FunctionRecord } from './records.ts';
import type { LambdaRepository } from './repository.ts';

/**
 * The function at the version a target names: `$LATEST`, a published version, or the one an alias points to. AWS's
 * 404 carries the qualifier when one was given.
 */
export function findFunctionOrThrow(repository: LambdaRepository, target: FunctionTarget): FunctionRecord {
  const record = findVersion(repository, target.key, target.qualifier);
  if (!record) throw functionNotFound(functionArn(target.key, target.qualifier));
  return record;
}

/**
 * AWS's 404 where a version or alias is asked for by name: aliases have a text of their own, and a qualifier that no
 * alias can have (`a$b`) counts as a version [rec].
 */
export function qualifierNotFound(key: FunctionKey, qualifier: string): ServiceError {
  const arn = functionArn(key, qualifier);
  return isAliasName(qualifier) ? resourceNotFound(`Cannot find alias arn: ${arn}`) : functionNotFound(arn);
}

function isAliasName(qualifier: string): boolean {
  return /^(?!\d+$)[a-zA-Z0-9-_]+$/.test(qualifier);
}

/** For changes: only `$LATEST` takes them. The text for a version is unconfirmed. */
export function findLatestOrThrow(repository: LambdaRepository, target: FunctionTarget): FunctionRecord {
  const record = findFunctionOrThrow(repository, target);
  if (target.qualifier !== undefined && target.qualifier !== '$LATEST') {
    throw invalidParameterValue(
      'This operation is permitted on $LATEST only: published versions do not change. Please specify the function without a qualifier.',
    );
  }
  return record;
}

/** Reserved concurrency belongs to functions alone (error 74). */
export function assertUnqualified(target: FunctionTarget): void {
  if (target.qualifier === undefined) return;
  throw invalidParameterValue(
    'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.',
  );
}

/** `pick` is between 0 and 1 and chooses among the versions of an alias with weights; reads take the alias's own. */
export function findVersion(
  repository: LambdaRepository,
  key: FunctionKey,
  qualifier: string | undefined,
  pick = 1,
): FunctionRecord | undefined {
  if (qualifier === undefined || qualifier === '$LATEST') return repository.find(key);
  if (/^\d+$/.test(qualifier)) return repository.versions.find(key, qualifier);
  const alias = repository.aliases.find(key, qualifier);
  if (!alias) return undefined;
  const version = versionOfAlias(alias, pick);
  return version === '$LATEST' ? repository.find(key) : repository.versions.find(key, version);
}

function versionOfAlias(alias: AliasRecord, pick: number): string {
  let bound = 0;
  for (const [version, weight] of Object.entries(alias.weights)) {
    bound += weight;
    if (pick < bound) return version;
  }
  return alias.version;
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
