import * as z from 'zod';
import { insightsQueryMax, insightsRanges } from '@/lib/domain/insights';
import { functionNameSchema, placeSchema } from './place';

const rangeIds = insightsRanges.map(({ id }) => id);

/** What the browser asks for when a query is run. */
export const runInsightsSchema = z.object({
  query: z.string().min(1).max(insightsQueryMax),
  range: z.enum(rangeIds),
});

export const saveQuerySchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  name: z.string().trim().min(1, 'A saved query needs a name.').max(255),
  query: z.string().min(1).max(insightsQueryMax),
});

export const deleteQuerySchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  id: z.string().min(1).max(256),
  name: z.string().max(255),
});
