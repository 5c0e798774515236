import { ServiceError } from '../../errors.ts';
import type { RequestContext } from '../service.ts';
import { invalidParameterValue, requestEntityTooLarge, unsupported } from './errors.ts';
import type { LambdaParts } from './parts.ts';
import { codeUnpackedBytesMax, codeZippedBytesMax } from './rules/limits.ts';

interface CodeInput {
  readonly ZipFile?: Uint8Array | undefined;
  readonly S3Bucket?: string | undefined;
  readonly S3Key?: string | undefined;
  readonly S3ObjectVersion?: string | undefined;
  readonly S3ObjectStorageMode?: string | undefined;
  readonly ImageUri?: string | undefined;
  readonly SourceKMSKeyArn?: string | undefined;
}

export interface CodeArchive {
  readonly bytes: Uint8Array;
  readonly unpackedSize: number;
}

/** The archive a request brings, checked; the refusals are AWS's where it has them, else name what is missing here. */
export async function readCodeSource(
  input: CodeInput,
  { archives, objects }: Pick<LambdaParts, 'archives' | 'objects'>,
  context: RequestContext,
): Promise<CodeArchive> {
  if (input.ImageUri !== undefined) {
    throw unsupported('Code from a container image is not implemented. Send a .zip archive as ZipFile.');
  }
  if (input.SourceKMSKeyArn !== undefined)
    throw unsupported('SourceKMSKeyArn is not implemented. Leave it out.');
  if (input.S3ObjectStorageMode !== undefined && input.S3ObjectStorageMode !== 'COPY') {
    throw unsupported(
      `S3ObjectStorageMode ${input.S3ObjectStorageMode} is not implemented. Use COPY, or leave it out.`,
    );
  }
  const isInS3 = input.S3Bucket !== undefined || input.S3Key !== undefined;
  if (isInS3 && input.ZipFile !== undefined) {
    throw invalidParameterValue(
      'Please do not provide other FunctionCode parameters when providing a ZipFile.',
    );
  }
  const bytes = isInS3 ? await fetchObject(input, objects, context) : input.ZipFile;
  if (bytes === undefined) throw invalidParameterValue('Please provide a source for function code.');
  if (!isInS3 && bytes.length > codeZippedBytesMax) {
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

/** The bytes of an object. Its refusals are those that Lambda hands on. */
async function fetchObject(
  { S3Bucket: bucket, S3Key: key, S3ObjectVersion: versionId }: CodeInput,
  objects: LambdaParts['objects'],
  context: RequestContext,
): Promise<Uint8Array | undefined> {
  if (!objects) {
    throw unsupported(
      'Code from Amazon S3 is not implemented: there is no S3 here. Send the archive as ZipFile.',
    );
  }
  if (bucket === undefined || key === undefined) return undefined;
  const name = { bucket, key, ...(versionId !== undefined && { versionId }) };
  const found = await objects.read(context, name, codeUnpackedBytesMax);
  if (found instanceof Uint8Array) return found;
  if (found === 'too-large')
    throw invalidParameterValue(`Unzipped size must be smaller than ${codeUnpackedBytesMax} bytes`);
  const { code, message } = found.refusal;
  if (code === 'AccessDenied') {
    throw new ServiceError(
      'AccessDeniedException',
      403,
      `Your access has been denied by S3, please make sure your request credentials have permission to GetObject for ${bucket}/${key}. S3 Error Code: ${code}. S3 Error Message: ${message}`,
    );
  }
  throw invalidParameterValue(
    `Error occurred while GetObject. S3 Error Code: ${code}. S3 Error Message: ${message}`,
  );
}
