import type {
  AddLayerVersionPermissionCommandInput,
  Architecture,
  PublishLayerVersionCommandInput,
  Runtime,
  S3ObjectStorageMode,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { layerAction } from '@/lib/domain/layer';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

const text = z.string().max(10_000);

/** A layer's own name, as it stands in our URLs: no ARN form. */
export const layerNameSchema = z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/, {
  message: 'A layer name has 1 to 64 letters, digits, hyphens and underscores.',
});
export const layerVersionSchema = z.number().int().min(1).max(1_000_000_000);

/** The layers of a function in the order in which they are merged; the whole list replaces the one before. */
export const updateLayersSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  revisionId: revisionIdSchema,
  arns: z.array(z.string().min(1).max(2_048)).max(100),
});

export type PublishLayerField =
  | 'name'
  | 'description'
  | 'source'
  | 'file'
  | 'bucket'
  | 'key'
  | 'objectVersion'
  | 'mode'
  | 'runtimes'
  | 'architectures'
  | 'license';
export type PublishLayerTexts = Readonly<Record<PublishLayerField, string>>;

/** What a new version of a layer is; its bytes travel beside it, or stay in S3. */
export const layerDetailsSchema = z.object({
  description: text,
  runtimes: text,
  architectures: text,
  license: text,
  bucket: text,
  key: text,
  objectVersion: text,
  mode: text,
});
export type LayerDetails = z.output<typeof layerDetailsSchema>;

export const publishLayerSchema = z.object({
  place: placeSchema,
  layer: layerNameSchema,
  details: layerDetailsSchema,
  /** Undefined: the archive is in S3. */
  zip: z
    .instanceof(Uint8Array)
    .refine((zip) => zip.length > 0, 'The archive is empty.')
    .optional(),
});

export const publishLayerFields: Readonly<Record<string, string>> = {
  layerName: 'name',
  description: 'description',
  compatibleRuntimes: 'runtimes',
  compatibleArchitectures: 'architectures',
  licenseInfo: 'license',
  'content.s3Bucket': 'bucket',
  'content.s3Key': 'key',
  'content.s3ObjectVersion': 'objectVersion',
  content: 'file',
  code: 'file',
};

const lines = (value: string) => value.split('\n').filter((line) => line.trim() !== '');

export function publishLayerToInput(
  change: z.output<typeof publishLayerSchema>,
): PublishLayerVersionCommandInput {
  const { layer, details, zip } = change;
  const runtimes = lines(details.runtimes) as Runtime[];
  const architectures = lines(details.architectures) as Architecture[];
  return {
    LayerName: layer,
    Content: zip
      ? { ZipFile: zip }
      : {
          S3Bucket: details.bucket.trim(),
          S3Key: details.key.trim(),
          ...(details.objectVersion.trim() && { S3ObjectVersion: details.objectVersion.trim() }),
          ...(details.mode === 'REFERENCE' && {
            S3ObjectStorageMode: 'REFERENCE' satisfies S3ObjectStorageMode,
          }),
        },
    ...(details.description && { Description: details.description }),
    ...(runtimes.length > 0 && { CompatibleRuntimes: runtimes }),
    ...(architectures.length > 0 && { CompatibleArchitectures: architectures }),
    ...(details.license && { LicenseInfo: details.license }),
  };
}

const layerVersion = { place: placeSchema, layer: layerNameSchema, version: layerVersionSchema };

export const deleteLayerVersionSchema = z.object(layerVersion);

/** "Share": who else may use a version of a layer. The revision is the policy's; there is none before the first. */
export const shareLayerSchema = z.object({
  ...layerVersion,
  revisionId: revisionIdSchema,
  values: z.object({ statementId: text, principal: text, organizationId: text }),
});

export const shareLayerFields: Readonly<Record<string, string>> = {
  statementId: 'statementId',
  principal: 'principal',
  organizationId: 'organizationId',
};

export function shareLayerToInput(
  change: z.output<typeof shareLayerSchema>,
): AddLayerVersionPermissionCommandInput {
  const { layer, version, revisionId, values } = change;
  return {
    LayerName: layer,
    VersionNumber: version,
    StatementId: values.statementId.trim(),
    Action: layerAction,
    Principal: values.principal.trim(),
    ...(values.organizationId.trim() && { OrganizationId: values.organizationId.trim() }),
    ...(revisionId !== undefined && { RevisionId: revisionId }),
  };
}

export const unshareLayerSchema = z.object({
  ...layerVersion,
  statementId: z.string().min(1).max(100),
  revisionId: revisionIdSchema,
});

/** A layer version that a form wants to know more of, before it is attached. */
export const lookAtLayerSchema = z.object({ place: placeSchema, arn: z.string().min(1).max(2_048) });
export const lookAtVersionsSchema = z.object({ place: placeSchema, layer: layerNameSchema });
