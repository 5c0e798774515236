import { randomUUID } from 'node:crypto';
import type { CreateFileSystemRequest, FileSystemDescription } from '@aws-sdk/client-efs';
import { notImplemented } from '../../../errors.ts';
import type { Given, Operation } from '../../service.ts';
import { badRequest, refusal } from '../errors.ts';
import { newId } from '../finding.ts';
import { toFileSystem } from '../output.ts';
import type { EfsParts } from '../parts.ts';
import type { FileSystemRecord, Place } from '../records.ts';
import { mergeTags } from '../rules/tags.ts';
import { readThroughput } from '../rules/throughput.ts';

const fileSystemsMax = 1000;

export function createFileSystem(
  parts: EfsParts,
): Operation<Given<CreateFileSystemRequest>, FileSystemDescription> {
  const { repository, folders, clock } = parts;
  return async (input, context) => {
    const id = newId('fs-');
    const record: FileSystemRecord = {
      accountId: context.accountId,
      region: context.region,
      id,
      fileSystemId: id,
      createdMs: clock.now(),
      ...readSettings(input),
    };
    assertFree(parts, context, record.token);
    // The folder first: one without a record is swept, a record without a folder would not work.
    await folders.create(id);
    try {
      repository.transaction(() => {
        // Again, in the transaction: another request may have come first.
        assertFree(parts, context, record.token);
        repository.put('file-system', record);
      });
    } catch (error) {
      await folders.remove(id);
      throw error;
    }
    return toFileSystem(parts, record, 'creating');
  };
}

function assertFree({ repository }: EfsParts, place: Place, token: string): void {
  const existing = repository.findByToken(place, 'file-system', token);
  if (existing)
    throw refusal(
      'FileSystemAlreadyExists',
      409,
      `File system '${existing.id}' already exists with creation token '${token}'`,
      { FileSystemId: existing.id },
    );
  if (repository.count(place, 'file-system', undefined) >= fileSystemsMax)
    throw refusal('FileSystemLimitExceeded', 403, `The account has ${fileSystemsMax} file systems already.`);
}

function readSettings(input: CreateFileSystemRequest) {
  if (input.AvailabilityZoneName !== undefined) throw notImplemented('One Zone file systems');
  if (input.Backup) throw notImplemented('Backups of file systems');
  const token = input.CreationToken ?? randomUUID();
  if (token.length < 1 || token.length > 64) throw badRequest('A creation token has 1 to 64 characters.');
  const performanceMode = input.PerformanceMode ?? 'generalPurpose';
  if (performanceMode !== 'generalPurpose' && performanceMode !== 'maxIO')
    throw badRequest(`The performance mode '${String(performanceMode)}' is invalid.`);
  if (input.KmsKeyId !== undefined && !input.Encrypted)
    throw badRequest('KmsKeyId is for encrypted file systems alone.');
  return {
    token,
    performanceMode,
    ...readThroughput(input),
    isEncrypted: input.Encrypted ?? false,
    kmsKeyId: input.KmsKeyId,
    tags: mergeTags({}, input.Tags ?? []),
  };
}
