import * as z from 'zod';
import { restMethodSchema, textsSchema } from './rest-resources';

export const testMethodSchema = restMethodSchema.extend({
  call: z.object({
    path: z.string().startsWith('/').max(16_384),
    headers: z.record(z.string().min(1).max(1024), z.array(z.string().max(10_240)).max(50)),
    body: z.string().max(10 * 1024 * 1024),
    stageVariables: textsSchema,
  }),
});
