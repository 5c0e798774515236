import * as z from 'zod';
import { apiIdSchema, partIdSchema } from './apis';
import { placeSchema } from './place';

const target = z.object({ place: placeSchema, apiId: apiIdSchema });
const templates = z.record(z.string().min(1).max(256), z.string().max(300 * 1024));

function isResponseKey(key: string): boolean {
  if (key === '$default') return true;
  const pattern = /^\/(.+)\/$/s.exec(key)?.[1];
  if (pattern === undefined) return false;
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

export const saveSocketIntegrationResponseSchema = target.extend({
  integrationId: partIdSchema,
  /** Absent for a new one. */
  responseId: partIdSchema.optional(),
  values: z.object({
    key: z
      .string()
      .trim()
      .max(258)
      .refine(isResponseKey, '$default, or a regular expression between slashes, such as /2\\d\\d/.'),
    templateSelection: z.string().trim().max(2_048),
    contentHandling: z.enum(['', 'CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']),
    templates,
  }),
});

export const deleteSocketIntegrationResponseSchema = target.extend({
  integrationId: partIdSchema,
  responseId: partIdSchema,
});

/** `key = model`, one a line. */
const models = z
  .string()
  .max(20_000)
  .transform((value, context) => {
    const found: Record<string, string> = {};
    for (const line of value.split('\n').filter((one) => one.trim() !== '')) {
      const [, key, name] = /^\s*([^=\s]+)\s*=\s*([A-Za-z0-9]+)\s*$/.exec(line) ?? [];
      if (key === undefined || name === undefined) {
        context.addIssue({ code: 'custom', message: `“${line.trim()}” is not of the form key = model.` });
        return z.NEVER;
      }
      found[key] = name;
    }
    return found;
  });

export const saveSocketRouteResponseSchema = target.extend({
  routeId: partIdSchema,
  responseId: partIdSchema,
  values: z.object({ modelSelection: z.string().trim().max(2_048), models }),
});
