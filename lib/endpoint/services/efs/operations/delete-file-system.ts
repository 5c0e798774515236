import type { DeleteFileSystemRequest } from '@aws-sdk/client-efs';
import type { Given, Operation } from '../../service.ts';
import { refusal } from '../errors.ts';
import { findOrThrow } from '../finding.ts';
import type { EfsParts } from '../parts.ts';

/** With its access points and all files; mount targets must be gone. */
export function deleteFileSystem(parts: EfsParts): Operation<Given<DeleteFileSystemRequest>, undefined> {
  const { repository, folders } = parts;
  return async (input, context) => {
    const id = repository.transaction(() => {
      const found = findOrThrow(parts, context, 'file-system', input.FileSystemId);
      if (repository.count(context, 'mount-target', found.id) > 0)
        throw refusal(
          'FileSystemInUse',
          409,
          `The file system '${found.id}' has mount targets; delete them first.`,
        );
      repository.removeFileSystem(context, found.id);
      return found.id;
    });
    await folders.remove(id);
    return undefined;
  };
}
