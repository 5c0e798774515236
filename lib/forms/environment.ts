import type { UpdateFunctionConfigurationCommandInput } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

/**
 * Environment variables. AWS replaces the whole map, yet the form does not hold values that nobody revealed:
 * a row says `keep` for those, and the action fills them in from AWS on the server.
 */
export type VariableRow =
  | { readonly key: string; readonly keep: true; readonly previousKey: string }
  | { readonly key: string; readonly value: string };

const variableRow = z.union([
  z.object({ key: z.string().max(4096), keep: z.literal(true), previousKey: z.string().max(4096) }),
  z.object({ key: z.string().max(4096), value: z.string().max(8192) }),
]);

export const environmentSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  revisionId: revisionIdSchema,
  rows: z.array(variableRow).max(1000),
});

/** Which of our fields a refusal by AWS belongs to. */
export const environmentMemberFields: Readonly<Record<string, string>> = {
  environment: 'variables',
  'environment.variables': 'variables',
};

/** The whole map to send: new values as typed, kept ones from what AWS holds now. */
export function environmentToInput(
  functionName: string,
  rows: readonly VariableRow[],
  current: Readonly<Record<string, string>>,
  revisionId?: string,
): UpdateFunctionConfigurationCommandInput {
  const variables: [string, string][] = rows.map((row) => [
    row.key,
    'keep' in row ? (current[row.previousKey] ?? '') : row.value,
  ]);
  return {
    FunctionName: functionName,
    ...(revisionId !== undefined && { RevisionId: revisionId }),
    Environment: { Variables: Object.fromEntries(variables) },
  };
}
