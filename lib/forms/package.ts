import type {
  Architecture,
  ImageConfig,
  S3ObjectStorageMode,
  UpdateFunctionCodeCommandInput,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

export type PackageField =
  'source' | 'bucket' | 'key' | 'objectVersion' | 'mode' | 'kms' | 'publish' | 'dryRun';
export type PackageTexts = Readonly<Record<PackageField, string>>;
export type ImageField = 'uri' | 'architecture' | 'entryPoint' | 'command' | 'workingDirectory';
export type ImageTexts = Readonly<Record<ImageField, string>>;

const text = z.string().max(10_000);
const base = { place: placeSchema, functionName: functionNameSchema, revisionId: revisionIdSchema };

/** "Edit code package": from where the package comes (`deployed` or `s3`) and the key it is encrypted with. */
export const updatePackageSchema = z.object({
  ...base,
  values: z.object({
    source: z.enum(['deployed', 's3']),
    bucket: text,
    key: text,
    objectVersion: text,
    mode: text,
    kms: text,
    publish: text,
    dryRun: text,
  }),
});

export type PackageChange = z.output<typeof updatePackageSchema>;

export const packageMemberFields: Readonly<Record<string, string>> = {
  s3Bucket: 'bucket',
  s3Key: 'key',
  s3ObjectVersion: 'objectVersion',
  s3ObjectStorageMode: 'mode',
  sourceKMSKeyArn: 'kms',
};

/** The request without the bytes of a package that is sent again; left out, the key is taken away. */
export function packageToInput(change: PackageChange): UpdateFunctionCodeCommandInput {
  const { functionName, revisionId, values } = change;
  const trimmed = (value: string) => value.trim() || undefined;
  return {
    FunctionName: functionName,
    RevisionId: revisionId,
    SourceKMSKeyArn: trimmed(values.kms),
    ...(values.publish === 'on' && { Publish: true }),
    ...(values.dryRun === 'on' && { DryRun: true }),
    ...(values.source === 's3' && {
      S3Bucket: trimmed(values.bucket),
      S3Key: trimmed(values.key),
      S3ObjectVersion: trimmed(values.objectVersion),
      // COPY is what AWS does without being told, and older endpoints do not know the member.
      ...(values.mode === 'REFERENCE' && { S3ObjectStorageMode: 'REFERENCE' satisfies S3ObjectStorageMode }),
    }),
  };
}

/** The fields of "Edit image configuration" that changed. */
export const updateImageSchema = z.object({
  ...base,
  before: z.object({ uri: text, architecture: text }),
  values: z.object({
    uri: text,
    architecture: text,
    entryPoint: text,
    command: text,
    workingDirectory: text,
  }),
});

export const imageMemberFields: Readonly<Record<string, string>> = {
  imageUri: 'uri',
  architectures: 'architecture',
  'imageConfig.entryPoint': 'entryPoint',
  'imageConfig.command': 'command',
  'imageConfig.workingDirectory': 'workingDirectory',
};

const lines = (value: string) => value.split('\n').filter((line) => line !== '');

/** Overrides of the image; empty lists go back to what the image says. */
export function imageConfigOf(values: ImageTexts): ImageConfig {
  return {
    EntryPoint: lines(values.entryPoint),
    Command: lines(values.command),
    WorkingDirectory: values.workingDirectory.trim(),
  };
}

/** A deploy of another image, or of the same for another processor; undefined when neither changed. */
export function imageToCodeInput(
  change: z.output<typeof updateImageSchema>,
): UpdateFunctionCodeCommandInput | undefined {
  const { before, values } = change;
  if (values.uri === before.uri && values.architecture === before.architecture) return undefined;
  return {
    FunctionName: change.functionName,
    ImageUri: values.uri.trim(),
    Architectures: [values.architecture as Architecture],
  };
}
