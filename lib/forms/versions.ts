import type { UpdateAliasCommandInput } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { toWeight } from '@/lib/domain/alias-routing';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

export const publishVersionSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  description: z.string().max(4096),
});

export const deleteVersionSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  /** Never the working copy: deleting that one deletes the function. */
  version: z.string().regex(/^\d{1,19}$/),
});

const aliasName = z.string().max(1024);
const versionName = z.string().max(1024);
/** The second version and its percentage; null takes it away. */
const second = z.object({ version: versionName, percent: z.number().min(0).max(100) }).nullable();

/** What an alias form can change. The routing is one member of AWS's request, so it is one here. */
export interface AliasChanges {
  readonly description?: string | undefined;
  readonly version?: string | undefined;
  readonly second?: { readonly version: string; readonly percent: number } | null | undefined;
}

const changes = z.object({ description: z.string().max(4096), version: versionName, second }).partial();

export const createAliasSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  name: aliasName,
  changes: changes.required({ version: true }),
});

export const updateAliasSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  name: aliasName,
  revisionId: revisionIdSchema,
  changes,
});

export const deleteAliasSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  name: aliasName,
});

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const aliasMemberFields: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  functionVersion: 'version',
  routingConfig: 'second',
  'routingConfig.additionalVersionWeights': 'second',
};

/** The members that changed; an empty map of weights is AWS's way to send everything to one version. */
export function aliasToInput(
  changed: AliasChanges,
): Pick<UpdateAliasCommandInput, 'Description' | 'FunctionVersion' | 'RoutingConfig'> {
  const { description, version, second: other } = changed;
  return {
    ...(description !== undefined && { Description: description }),
    ...(version !== undefined && { FunctionVersion: version }),
    ...(other !== undefined && {
      RoutingConfig: {
        AdditionalVersionWeights: other === null ? {} : { [other.version]: toWeight(other.percent) },
      },
    }),
  };
}
