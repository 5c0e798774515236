import type { FunctionConfiguration, UpdateFunctionConfigurationCommandInput } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

/** Settings of a function that are one ARN: where failed events go, and the key of its environment variables. */
export const arnSettings = ['dead-letter', 'encryption'] as const;
export type ArnSetting = (typeof arnSettings)[number];

export const updateArnSettingSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  revisionId: revisionIdSchema,
  setting: z.enum(arnSettings),
  /** Empty takes the setting away. */
  values: z.object({ arn: z.string().max(10_000) }),
});

export const arnSettingMemberFields: Readonly<Record<string, string>> = {
  deadLetterConfig: 'arn',
  'deadLetterConfig.targetArn': 'arn',
  kMSKeyArn: 'arn',
};

export function arnSettingOf(setting: ArnSetting, output: FunctionConfiguration): string {
  return (setting === 'dead-letter' ? output.DeadLetterConfig?.TargetArn : output.KMSKeyArn) ?? '';
}

export function arnSettingToInput(
  change: z.output<typeof updateArnSettingSchema>,
): UpdateFunctionConfigurationCommandInput {
  const arn = change.values.arn.trim();
  return {
    FunctionName: change.functionName,
    ...(change.revisionId !== undefined && { RevisionId: change.revisionId }),
    // An empty text clears either; a member that is left out stays as it is.
    ...(change.setting === 'dead-letter' ? { DeadLetterConfig: { TargetArn: arn } } : { KMSKeyArn: arn }),
  };
}
