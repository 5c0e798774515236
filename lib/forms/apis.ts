import * as z from 'zod';
import { apiIdPattern, apiProtocols } from '../domain/api';
import { placeSchema } from './place';

export const apiIdSchema = z.string().regex(apiIdPattern);
/** Ids of parts of an API: routes, integrations, stages' deployments, resources. */
export const partIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const deleteApisSchema = z.object({
  place: placeSchema,
  apis: z
    .array(z.object({ id: apiIdSchema, protocol: z.enum(apiProtocols), name: z.string().max(1024) }))
    .min(1)
    .max(100),
});
