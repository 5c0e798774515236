import * as z from 'zod';

/** Where an action acts; the shapes are checked here, whether the connection exists by lib/connections. */
export const placeSchema = z.object({
  connectionId: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  region: z.string().regex(/^[a-z0-9-]{1,32}$/),
});

/** A function's own name, as it stands in our URLs: no ARN form. */
export const functionNameSchema = z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/);

/** The revision the form was filled from; AWS refuses the change when it is no longer the current one. */
export const revisionIdSchema = z.string().max(64).optional();

/** A version or an alias; absent for $LATEST. */
export const qualifierSchema = z
  .string()
  .regex(/^[a-zA-Z0-9-_]{1,128}$/)
  .optional();
