import type { PutFunctionScalingConfigCommandInput } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

export type ScalingField = 'min' | 'max';
export type ScalingTexts = Readonly<Record<ScalingField, string>>;

const count = z.string().regex(/^\d{1,9}$/, { message: 'Give a whole number.' });

/** Execution environments of a published version. AWS keeps no revision of them: `revisionId` is ours. */
export const scalingSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: z.string().regex(/^\d{1,15}$/, { message: 'Choose a published version.' }),
  revisionId: revisionIdSchema,
  values: z.object({ min: count, max: count }),
});

export const scalingMemberFields: Readonly<Record<string, string>> = {
  'functionScalingConfig.minExecutionEnvironments': 'min',
  'functionScalingConfig.maxExecutionEnvironments': 'max',
};

export function scalingToInput(
  change: Pick<z.output<typeof scalingSchema>, 'functionName' | 'qualifier' | 'values'>,
): PutFunctionScalingConfigCommandInput {
  return {
    FunctionName: change.functionName,
    Qualifier: change.qualifier,
    FunctionScalingConfig: {
      MinExecutionEnvironments: Number(change.values.min),
      MaxExecutionEnvironments: Number(change.values.max),
    },
  };
}
