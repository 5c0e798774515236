import type {
  CodeSigningPolicy,
  CreateCodeSigningConfigCommandInput,
  UpdateCodeSigningConfigCommandInput,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { tagsOfLines } from '../domain/tag-lines';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

export type SigningField = 'description' | 'publishers' | 'policy' | 'tags';
export type SigningTexts = Readonly<Record<SigningField, string>>;

const text = z.string().max(50_000);
const arn = z.string().min(1).max(200);
const values = z.object({ description: text, publishers: text, policy: text, tags: text });

export const createSigningSchema = z.object({ place: placeSchema, values });

/** AWS keeps no revision of it: `revisionId` is ours, of what was read. */
export const updateSigningSchema = z.object({
  place: placeSchema,
  arn,
  revisionId: revisionIdSchema,
  values,
});

export const deleteSigningSchema = z.object({ place: placeSchema, arn });

/** Which configuration a function has; an empty text takes it away. */
export const functionSigningSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  revisionId: revisionIdSchema,
  values: z.object({ arn: text }),
});

export const signingMemberFields: Readonly<Record<string, string>> = {
  description: 'description',
  allowedPublishers: 'publishers',
  'allowedPublishers.signingProfileVersionArns': 'publishers',
  codeSigningPolicies: 'policy',
  'codeSigningPolicies.untrustedArtifactOnDeployment': 'policy',
  tags: 'tags',
};

const lines = (value: string) =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function settings({ description, publishers, policy }: SigningTexts) {
  return {
    Description: description,
    AllowedPublishers: { SigningProfileVersionArns: lines(publishers) },
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: policy as CodeSigningPolicy },
  };
}

export function signingToCreate(change: SigningTexts): CreateCodeSigningConfigCommandInput {
  const Tags = tagsOfLines(change.tags);
  return { ...settings(change), ...(Object.keys(Tags).length > 0 && { Tags }) };
}

export function signingToUpdate(
  change: z.output<typeof updateSigningSchema>,
): UpdateCodeSigningConfigCommandInput {
  return { CodeSigningConfigArn: change.arn, ...settings(change.values) };
}
