import * as z from 'zod';
import { functionNameSchema, placeSchema, qualifierSchema, revisionIdSchema } from './place';

const where = { place: placeSchema, functionName: functionNameSchema, qualifier: qualifierSchema };

/** The resource-based policy as a whole. */
export const updatePolicySchema = z.object({
  ...where,
  revisionId: revisionIdSchema,
  values: z.object({ policy: z.string().max(100_000) }),
});

export const deletePolicySchema = z.object({ ...where, revisionId: revisionIdSchema });
