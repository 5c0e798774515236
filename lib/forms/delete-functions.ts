import * as z from 'zod';
import { functionNameSchema, placeSchema } from './place';

/** What a deletion leaves behind unless asked to take it along. */
export const functionLeftovers = ['log-group', 'role'] as const;
export type FunctionLeftover = (typeof functionLeftovers)[number];

export const deleteFunctionsSchema = z.object({
  place: placeSchema,
  names: z.array(functionNameSchema).min(1).max(1000),
  leftovers: z.array(z.enum(functionLeftovers)).default([]),
});
