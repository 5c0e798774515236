import * as z from 'zod';
import { triggerDefaults, triggerFieldNames, type TriggerValues } from '@/lib/domain/trigger-fields';
import { triggerKinds } from '@/lib/domain/trigger-kinds';
import { parseTriggerRef, type TriggerRef } from '@/lib/domain/trigger-ref';
import { functionNameSchema, placeSchema, qualifierSchema } from './place';

const kinds = triggerKinds.map(({ id }) => id);

/** Texts of the form; fields that were not in view have their defaults. Rules are AWS's to apply. */
const valuesSchema = z
  .partialRecord(z.enum(triggerFieldNames), z.string().max(24_000))
  .transform((values): TriggerValues => ({ ...triggerDefaults, ...values }));

const refSchema = z
  .string()
  .max(2_048)
  .transform((text, context): TriggerRef => {
    const ref = parseTriggerRef(text);
    if (ref) return ref;
    context.addIssue({ code: 'custom', message: 'This names no trigger. Read the list again.' });
    return z.NEVER;
  });

const base = { place: placeSchema, functionName: functionNameSchema, qualifier: qualifierSchema };

export const addTriggerSchema = z.object({ ...base, kind: z.enum(kinds), values: valuesSchema });

export const updateTriggerSchema = z.object({
  ...base,
  ref: refSchema,
  kind: z.enum(kinds),
  values: valuesSchema,
});

export const setTriggerStateSchema = z.object({ ...base, ref: refSchema, enabled: z.boolean() });

export const deleteTriggerSchema = z.object({
  ...base,
  ref: refSchema,
  /** Also deletes the rule itself, not only its link to the function. */
  alsoSource: z.boolean(),
});
