import type {
  SendDurableExecutionCallbackFailureCommandInput,
  StopDurableExecutionCommandInput,
} from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema } from './place';

const executionArn = z.string().min(1).max(1024);
const text = z.string().max(262_144);
const error = z.object({ type: text, message: text, data: text });

/** Ends an execution for good; the error is what it says for itself. */
export const stopExecutionSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  executionArn,
  error,
});

/** What somebody outside answers to an execution that waits for it. */
export const callbackSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  callbackId: z.string().min(1).max(1024),
  answer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('success'), result: text }),
    z.object({ kind: z.literal('failure'), error }),
    z.object({ kind: z.literal('heartbeat') }),
  ]),
});

export const callbackMemberFields: Readonly<Record<string, string>> = { result: 'result' };

type ErrorTexts = z.output<typeof error>;

/** Undefined where nothing was said. */
function errorOf({ type, message, data }: ErrorTexts) {
  if (!type && !message && !data) return undefined;
  return {
    ...(message && { ErrorMessage: message }),
    ...(type && { ErrorType: type }),
    ...(data && { ErrorData: data }),
  };
}

export function stopToInput(arn: string, texts: ErrorTexts): StopDurableExecutionCommandInput {
  return { DurableExecutionArn: arn, Error: errorOf(texts) };
}

export function failureToInput(
  callbackId: string,
  texts: ErrorTexts,
): SendDurableExecutionCallbackFailureCommandInput {
  return { CallbackId: callbackId, Error: errorOf(texts) };
}
