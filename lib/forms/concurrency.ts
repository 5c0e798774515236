import * as z from 'zod';
import { functionNameSchema, placeSchema } from './place';

// The range is AWS's to refuse: accounts and endpoints have other limits than ours.
const reserved = z.number().int().min(0).max(1_000_000).nullable();

/** Reserved concurrency; null is "Use unreserved account concurrency", 0 refuses every invocation. */
export const concurrencySchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  /** What the form was filled from: AWS knows no revision of it. */
  before: reserved,
  after: reserved,
});
