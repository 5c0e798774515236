import * as z from 'zod';
import { tuningRunsMax, tuningSizesMax } from '@/lib/domain/memory-tuning';
import { functionNameSchema, placeSchema } from './place';

const eventLengthMax = 1024 * 1024;

export const tuneMemorySchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  /** What every run gets. */
  event: z.string().max(eventLengthMax),
  /** Ranges are AWS's to refuse. */
  sizesMb: z.array(z.number().int().min(1).max(100_000)).min(1).max(tuningSizesMax),
  runs: z.number().int().min(1).max(tuningRunsMax),
});

export type TuneMemoryInput = z.output<typeof tuneMemorySchema>;

export const restoreMemorySchema = tuneMemorySchema.pick({ place: true, functionName: true });
