import type {
  Architecture,
  FunctionConfiguration,
  PutRuntimeManagementConfigCommandInput,
  Runtime,
  UpdateFunctionConfigurationCommandInput,
  UpdateRuntimeOn,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, qualifierSchema, revisionIdSchema } from './place';

export type RuntimeField = 'runtime' | 'handler' | 'architecture';
export type RuntimeTexts = Readonly<Record<RuntimeField, string>>;

const text = z.string().max(10_000);

/** The fields of "Edit runtime settings" that changed, and no others. */
export const updateRuntimeSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  revisionId: revisionIdSchema,
  changes: z.object({ runtime: text, handler: text, architecture: text }).partial(),
});

export type RuntimeChange = z.output<typeof updateRuntimeSchema>;

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const runtimeMemberFields: Readonly<Record<string, string>> = {
  runtime: 'runtime',
  handler: 'handler',
  architectures: 'architecture',
};

/** Reads the section from AWS's answer. */
export function runtimeFromOutput(output: FunctionConfiguration): RuntimeTexts {
  return {
    runtime: output.Runtime ?? '',
    handler: output.Handler ?? '',
    architecture: output.Architectures?.[0] ?? 'x86_64',
  };
}

/** What of it is configuration; undefined when that stays as it is. The architecture belongs to the code. */
export function runtimeToInput(change: RuntimeChange): UpdateFunctionConfigurationCommandInput | undefined {
  const { functionName, revisionId, changes } = change;
  if (changes.runtime === undefined && changes.handler === undefined) return undefined;
  return {
    FunctionName: functionName,
    ...(revisionId !== undefined && { RevisionId: revisionId }),
    // What the console does not know is AWS's to refuse.
    ...(changes.runtime !== undefined && { Runtime: changes.runtime as Runtime }),
    ...(changes.handler !== undefined && { Handler: changes.handler.trim() }),
  };
}

export const toArchitectures = (architecture: string): Architecture[] => [architecture as Architecture];

export type ManagementField = 'updateOn' | 'versionArn';
export type ManagementTexts = Readonly<Record<ManagementField, string>>;

/** When the runtime's own version changes. AWS keeps no revision of it: `revisionId` is ours, of what was read. */
export const runtimeManagementSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: qualifierSchema,
  revisionId: revisionIdSchema,
  values: z.object({ updateOn: text, versionArn: text }),
});

export const managementMemberFields: Readonly<Record<string, string>> = {
  updateRuntimeOn: 'updateOn',
  runtimeVersionArn: 'versionArn',
};

export function managementToInput(
  change: z.output<typeof runtimeManagementSchema>,
): PutRuntimeManagementConfigCommandInput {
  const { functionName, qualifier, values } = change;
  return {
    FunctionName: functionName,
    ...(qualifier !== undefined && { Qualifier: qualifier }),
    UpdateRuntimeOn: values.updateOn as UpdateRuntimeOn,
    ...(values.updateOn === 'Manual' && { RuntimeVersionArn: values.versionArn.trim() }),
  };
}
