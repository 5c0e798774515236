import type { FunctionConfiguration, UpdateFunctionConfigurationCommandInput } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

/** General configuration as the form holds it. */
export interface GeneralValues {
  readonly description: string;
  readonly memoryMb: number;
  readonly ephemeralStorageMb: number;
  readonly snapStart: string;
  readonly timeoutSeconds: number;
  readonly role: string;
}

export type GeneralField = keyof GeneralValues;

// Only shapes are checked here. Ranges are AWS's to refuse, in its own words at the field, so that an
// account or endpoint with other limits is not held to ours.
const wholeNumber = z.number().int().min(0).max(1_000_000);

export const generalSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  revisionId: revisionIdSchema,
  changes: z
    .object({
      description: z.string().max(4096),
      memoryMb: wholeNumber,
      ephemeralStorageMb: wholeNumber,
      snapStart: z.string().max(64),
      timeoutSeconds: wholeNumber,
      role: z.string().max(10_000),
    })
    .partial(),
});

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const generalMemberFields: Readonly<Record<string, GeneralField>> = {
  description: 'description',
  memorySize: 'memoryMb',
  ephemeralStorage: 'ephemeralStorageMb',
  'ephemeralStorage.size': 'ephemeralStorageMb',
  snapStart: 'snapStart',
  'snapStart.applyOn': 'snapStart',
  timeout: 'timeoutSeconds',
  role: 'role',
};

/** Reads the section from AWS's answer; AWS's own defaults where the answer leaves a member out. */
export function generalFromOutput(output: FunctionConfiguration): GeneralValues {
  return {
    description: output.Description ?? '',
    memoryMb: output.MemorySize ?? 128,
    ephemeralStorageMb: output.EphemeralStorage?.Size ?? 512,
    snapStart: output.SnapStart?.ApplyOn ?? 'None',
    timeoutSeconds: output.Timeout ?? 3,
    role: output.Role ?? '',
  };
}

/** The members that changed and nothing else, so that what someone else set meanwhile is left alone. */
export function generalToInput(
  functionName: string,
  changes: Partial<GeneralValues>,
  revisionId?: string,
): UpdateFunctionConfigurationCommandInput {
  return {
    FunctionName: functionName,
    ...(revisionId !== undefined && { RevisionId: revisionId }),
    ...(changes.description !== undefined && { Description: changes.description }),
    ...(changes.memoryMb !== undefined && { MemorySize: changes.memoryMb }),
    ...(changes.ephemeralStorageMb !== undefined && {
      EphemeralStorage: { Size: changes.ephemeralStorageMb },
    }),
    ...(changes.snapStart !== undefined && {
      SnapStart: { ApplyOn: changes.snapStart as 'None' | 'PublishedVersions' },
    }),
    ...(changes.timeoutSeconds !== undefined && { Timeout: changes.timeoutSeconds }),
    ...(changes.role !== undefined && { Role: changes.role }),
  };
}
