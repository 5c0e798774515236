import * as z from 'zod';
import { editLimits } from '@/lib/domain/edit-limits';
import { functionNameSchema, placeSchema, revisionIdSchema } from '@/lib/forms/place';

/** What a deploy needs; the bytes have been counted and their digest compared before. */
export const deployCodeInput = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  /** The deploy is refused when the function has another one by now; absent for "whatever is there". */
  revisionId: revisionIdSchema,
  zip: z
    .instanceof(Uint8Array)
    .refine((zip) => zip.length > 0, 'The package is empty.')
    .refine((zip) => zip.length <= editLimits.uploadBytesMax, 'The package is larger than 50 MB.'),
});

export type DeployCodeInput = z.output<typeof deployCodeInput>;
