import * as z from 'zod';
import { functionNameSchema, placeSchema, revisionIdSchema } from './place';

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

/** What Lambda does with an event that goes round in circles: `Terminate` or `Allow`. */
export const recursionSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  /** Ours, of what was read: AWS knows no revision of it. */
  revisionId: revisionIdSchema,
  values: z.object({ loop: z.string().max(64) }),
});

const provisionedOf = {
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: z.string().regex(/^[a-zA-Z0-9-_]{1,128}$/, { message: 'Choose a version or an alias.' }),
};

/** Environments kept ready for a version or an alias. */
export const provisionedSchema = z.object({
  ...provisionedOf,
  revisionId: revisionIdSchema,
  count: z.number().int().min(0).max(1_000_000),
});

export const provisionedMemberFields: Readonly<Record<string, string>> = {
  qualifier: 'qualifier',
  provisionedConcurrentExecutions: 'count',
};

export const removeProvisionedSchema = z.object(provisionedOf);
