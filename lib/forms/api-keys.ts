import type { ApiKey, CreateApiKeyCommandInput, PatchOperation } from '@aws-sdk/client-api-gateway';
import * as z from 'zod';
import { placeSchema } from './place';

export const gatewayIdSchema = z.string().regex(/^[A-Za-z0-9]{1,128}$/);

/** The fields of an API key's form. `value` is for a new key alone: AWS never changes one. */
export type ApiKeyField = 'name' | 'description' | 'enabled' | 'customerId' | 'value';
export type ApiKeyTexts = Readonly<Record<ApiKeyField, string>>;

const texts = z.object({
  name: z.string().trim().min(1, 'Enter a name.').max(1_024),
  description: z.string().max(1_024),
  enabled: z.enum(['on', '']),
  customerId: z.string().max(256),
  value: z.union([
    z.literal(''),
    z
      .string()
      .regex(/^[\x21-\x7e]{20,128}$/, 'A value has 20 to 128 letters, digits and signs, without spaces.'),
  ]),
});

export const createApiKeySchema = z.object({ place: placeSchema, values: texts });
export const updateApiKeySchema = createApiKeySchema.extend({
  id: gatewayIdSchema,
  revisionId: z.string().max(64).optional(),
});
export const oneApiKeySchema = z.object({ place: placeSchema, id: gatewayIdSchema });
export const importApiKeysSchema = z.object({
  place: placeSchema,
  /** Columns Name, Key, Description, Enabled, UsagePlanIds. */
  csv: z
    .string()
    .min(1, 'Enter the lines of the file.')
    .max(512 * 1024),
});

export const apiKeyMemberFields: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  value: 'value',
  customerId: 'customerId',
};

/** A key as its form is filled; without its value. */
export function apiKeyFromOutput(key: ApiKey): ApiKeyTexts {
  return {
    name: key.name ?? '',
    description: key.description ?? '',
    enabled: key.enabled ? 'on' : '',
    customerId: key.customerId ?? '',
    value: '',
  };
}

export function apiKeyToInput(values: ApiKeyTexts): CreateApiKeyCommandInput {
  return {
    name: values.name.trim(),
    enabled: values.enabled === 'on',
    ...(values.description && { description: values.description }),
    ...(values.customerId && { customerId: values.customerId }),
    ...(values.value && { value: values.value }),
  };
}

/** What turns a key into what was typed. */
export function apiKeyPatch(before: ApiKeyTexts, after: ApiKeyTexts): PatchOperation[] {
  const operations: PatchOperation[] = (['name', 'description', 'customerId'] as const)
    .filter((name) => before[name] !== after[name].trim())
    .map((name) => ({ op: 'replace', path: `/${name}`, value: after[name].trim() }));
  return before.enabled === after.enabled
    ? operations
    : [...operations, { op: 'replace', path: '/enabled', value: String(after.enabled === 'on') }];
}
