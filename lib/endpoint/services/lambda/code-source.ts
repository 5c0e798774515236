import { invalidParameterValue, requestEntityTooLarge, unsupported } from './errors.ts';
import type { CodeArchives } from './parts.ts';
import { codeUnpackedBytesMax, codeZippedBytesMax } from './rules/limits.ts';

interface CodeInput {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly S3ObjectVersion?: string | undefined;
  readonly ImageUri?: string | undefined;
  readonly SourceKMSKeyArn?: string | undefined;
}

export interface CodeArchive {
  readonly bytes: Uint8Array;
  readonly unpackedSize: number;
}

/** The archive a request brings, checked; the refusals are AWS's where it has them, else name what is missing here. */
export async function readCodeSource(input: CodeInput, archives: CodeArchives): Promise<CodeArchive> {
  if (input.S3Bucket !== undefined || input.S3Key !== undefined) {
    throw unsupported(
      'Code from Amazon S3 is not implemented: there is no S3 here. Send the archive as ZipFile.',
    );
  }
  if (input.ImageUri !== undefined) {
    throw unsupported('Code from a container image is not implemented. Send a .zip archive as ZipFile.');
  }
  if (input.SourceKMSKeyArn !== undefined)
    throw unsupported('SourceKMSKeyArn is not implemented. Leave it out.');
  const bytes = input.ZipFile;
  if (bytes === undefined) throw invalidParameterValue('Please provide a source for function code.');
  if (bytes.length > codeZippedBytesMax) {
    throw requestEntityTooLarge(`Zipped size must be smaller than ${codeZippedBytesMax} bytes`);
  }
  const inspection = await archives.inspect(bytes);
  if (inspection.kind === 'broken') {
    throw invalidParameterValue(
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    );
  }
  if (inspection.kind === 'too-large' || inspection.unpackedBytes > codeUnpackedBytesMax) {
    throw invalidParameterValue(`Unzipped size must be smaller than ${codeUnpackedBytesMax} bytes`);
  }
  return { bytes, unpackedSize: inspection.unpackedBytes };
}
