import { editLimits } from '@/lib/domain/edit-limits';
import {
  bytesOf,
  decodeText,
  freeName,
  newFileMode,
  putFile,
  type PackageFile,
  type PackageFiles,
} from '@/lib/domain/working-copy';

export interface AddedFiles {
  readonly added: readonly (readonly [path: string, file: PackageFile])[];
  /** Names of files that would make the package larger than can be edited. */
  readonly tooLarge: readonly string[];
}

/** Reads files of this computer for a folder of the package; names that are taken get a number. */
export async function readAddedFiles(
  files: PackageFiles,
  chosen: readonly File[],
  folder: string,
): Promise<AddedFiles> {
  let next = files;
  let total = bytesOf(files.values());
  const added: [string, PackageFile][] = [];
  const tooLarge: string[] = [];
  for (const file of chosen) {
    // Asked before the content is read: a dropped disk image must not fill the memory.
    if (total + file.size > editLimits.unpackedBytesMax || next.size >= editLimits.entriesMax) {
      tooLarge.push(file.name);
      continue;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = bytes.length > editLimits.textFileBytesMax ? undefined : decodeText(bytes);
    const path = freeName(next, folder, file.name);
    added.push([path, { content: text ?? bytes, mode: newFileMode }]);
    next = putFile(next, path, { content: text ?? bytes, mode: newFileMode });
    total += bytes.length;
  }
  return { added, tooLarge };
}
