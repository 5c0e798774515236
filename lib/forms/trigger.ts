import * as z from 'zod';
import {
  triggerDefaults,
  triggerFieldNames,
  type TriggerField,
  type TriggerValues,
} from '@/lib/domain/trigger-fields';
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

const numberFields = [
  'batchSize',
  'batchWindow',
  'maxConcurrency',
  'minPollers',
  'maxPollers',
  'retries',
  'maxAge',
  'parallelization',
  'tumbling',
  'flexibleMinutes',
] as const;

/** Refuses figures and times that cannot be read: a request would leave them out without a word. */
function checkReadable({ values }: { values: TriggerValues }, context: z.RefinementCtx): void {
  const refuse = (field: TriggerField, message: string) =>
    context.addIssue({ code: 'custom', message, path: [field] });
  for (const field of numberFields) {
    const text = values[field].trim();
    if (text !== '' && !/^-?\d{1,9}$/.test(text)) refuse(field, `"${text}" is not a whole number. Type one.`);
  }
  const time = values.startingTime.trim();
  if (values.startingPosition === 'AT_TIMESTAMP' && Number.isNaN(Date.parse(time))) {
    refuse('startingTime', `"${time}" is not a time. Type one such as 2026-01-31T12:00:00Z.`);
  }
}

const base = { place: placeSchema, functionName: functionNameSchema, qualifier: qualifierSchema };

export const addTriggerSchema = z
  .object({ ...base, kind: z.enum(kinds), values: valuesSchema })
  .superRefine(checkReadable);

export const updateTriggerSchema = z
  .object({ ...base, ref: refSchema, kind: z.enum(kinds), values: valuesSchema })
  .superRefine(checkReadable);

export const setTriggerStateSchema = z.object({ ...base, ref: refSchema, enabled: z.boolean() });

export const deleteTriggerSchema = z.object({
  ...base,
  ref: refSchema,
  /** Also deletes the rule itself, not only its link to the function. */
  alsoSource: z.boolean(),
});
