import type { FileSystemDescription, UpdateFileSystemRequest } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { findOrThrow } from '../finding.ts';
import { toFileSystem } from '../output.ts';
import type { EfsParts } from '../parts.ts';
import { readThroughput } from '../rules/throughput.ts';

export function updateFileSystem(
  parts: EfsParts,
): Operation<Given<UpdateFileSystemRequest>, FileSystemDescription> {
  return (input, context) => {
    const record = parts.repository.transaction(() => {
      const before = findOrThrow(parts, context, 'file-system', input.FileSystemId);
      const after = { ...before, provisionedMibps: undefined, ...readThroughput(input, before) };
      parts.repository.put('file-system', after);
      return after;
    });
    return toFileSystem(parts, record);
  };
}
