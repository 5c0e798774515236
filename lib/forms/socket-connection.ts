import * as z from 'zod';
import { apiIdSchema } from './apis';
import { placeSchema } from './place';

/** AWS's limit of one message to a connection. */
const messageMax = 128 * 1024;

/** One connection of a stage. Ids are what `$connect` was told: letters, digits, `-`, `_` and `=`. */
export const socketConnectionSchema = z.object({
  place: placeSchema,
  apiId: apiIdSchema,
  stage: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
  connectionId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_=-]{1,128}$/, 'A connection id has letters, digits, -, _ and = alone.'),
});

export const postToConnectionSchema = socketConnectionSchema.extend({
  data: z.string().min(1, 'Enter a message.').max(messageMax, 'A message has at most 128 KB.'),
});
