import * as z from 'zod';
import { isBulkChangeValid } from '@/lib/domain/bulk-change';
import { functionNameSchema, placeSchema } from './place';

const key = z.string().max(512);

/** A bulk change of one of its functions; deletion has an action of its own. */
export const bulkChangeSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  change: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('runtime'), runtime: z.string().max(64) }),
      z.object({ kind: z.literal('memory'), memoryMb: z.number() }),
      z.object({ kind: z.literal('timeout'), timeoutSeconds: z.number() }),
      z.object({ kind: z.literal('tag'), key, value: z.string().max(1024) }),
      z.object({ kind: z.literal('untag'), key }),
      z.object({ kind: z.literal('retention'), days: z.number().nullable() }),
    ])
    .refine(isBulkChangeValid, 'AWS does not take this value.'),
});

export type BulkChangeInput = z.output<typeof bulkChangeSchema>;
