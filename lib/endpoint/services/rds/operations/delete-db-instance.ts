import type { DeleteDBInstanceMessage, DeleteDBInstanceResult } from '@aws-sdk/client-rds';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { invalidCombination } from '../errors.ts';
import { findInstanceOrThrow, instanceOutput } from '../instances.ts';
import type { RdsParts } from '../parts.ts';

/** Forgets the registration; the database itself is left alone. */
export function deleteDBInstance(
  parts: RdsParts,
): Operation<Given<DeleteDBInstanceMessage>, DeleteDBInstanceResult> {
  const { repository } = parts;
  return (input, context) => {
    if (input.FinalDBSnapshotIdentifier !== undefined) throw notImplemented('A final snapshot');
    if (input.SkipFinalSnapshot !== true)
      throw invalidCombination(
        'FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.',
      );
    return repository.transaction(() => {
      const instance = findInstanceOrThrow(parts, context, input.DBInstanceIdentifier);
      repository.deleteInstance(instance);
      parts.healths.clear();
      return { DBInstance: instanceOutput(instance, 'deleting') };
    });
  };
}
