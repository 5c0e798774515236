import type {
  FunctionEventInvokeConfig,
  PutFunctionEventInvokeConfigCommandInput,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, qualifierSchema } from './place';

/** How asynchronous invocations are retried, and where their results go. */
export interface AsyncValues {
  readonly maxAgeSeconds: number;
  readonly retries: number;
  /** ARNs; empty for none. */
  readonly onSuccess: string;
  readonly onFailure: string;
}

export type AsyncField = keyof AsyncValues;

/** AWS's defaults, in force while nothing is configured. */
export const asyncDefaults: AsyncValues = { maxAgeSeconds: 21_600, retries: 2, onSuccess: '', onFailure: '' };

const arn = z.string().max(4096);

export const asyncSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: qualifierSchema,
  values: z.object({
    maxAgeSeconds: z.number().int().min(0).max(10_000_000),
    retries: z.number().int().min(0).max(1_000),
    onSuccess: arn,
    onFailure: arn,
  }),
});

export const removeAsyncSchema = asyncSchema.omit({ values: true });

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const asyncMemberFields: Readonly<Record<string, AsyncField>> = {
  maximumEventAgeInSeconds: 'maxAgeSeconds',
  maximumRetryAttempts: 'retries',
  'destinationConfig.onSuccess': 'onSuccess',
  'destinationConfig.onFailure': 'onFailure',
};

export function asyncFromOutput(output: FunctionEventInvokeConfig): AsyncValues {
  return {
    maxAgeSeconds: output.MaximumEventAgeInSeconds ?? asyncDefaults.maxAgeSeconds,
    retries: output.MaximumRetryAttempts ?? asyncDefaults.retries,
    onSuccess: output.DestinationConfig?.OnSuccess?.Destination ?? '',
    onFailure: output.DestinationConfig?.OnFailure?.Destination ?? '',
  };
}

/** The whole configuration: Put drops what is not named. */
export function asyncToInput(
  functionName: string,
  qualifier: string | undefined,
  values: AsyncValues,
): PutFunctionEventInvokeConfigCommandInput {
  return {
    FunctionName: functionName,
    Qualifier: qualifier,
    MaximumEventAgeInSeconds: values.maxAgeSeconds,
    MaximumRetryAttempts: values.retries,
    DestinationConfig: {
      ...(values.onSuccess && { OnSuccess: { Destination: values.onSuccess } }),
      ...(values.onFailure && { OnFailure: { Destination: values.onFailure } }),
    },
  };
}
