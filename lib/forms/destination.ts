import * as z from 'zod';
import { parseDestinationSlot, type DestinationSlot } from '@/lib/domain/destination';
import { functionNameSchema, placeSchema, qualifierSchema } from './place';

export const saveDestinationSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: qualifierSchema,
  slot: z
    .string()
    .max(128)
    .transform((text, context): DestinationSlot => {
      const slot = parseDestinationSlot(text);
      if (slot) return slot;
      context.addIssue({ code: 'custom', message: 'This names no destination. Read the list again.' });
      return z.NEVER;
    }),
  /** An ARN; empty takes the destination away. */
  destination: z.string().max(4_096),
});

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const destinationMemberFields: Readonly<Record<string, string>> = {
  destinationConfig: 'destination',
  deadLetterConfig: 'destination',
  'deadLetterConfig.targetArn': 'destination',
};
