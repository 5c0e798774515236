import * as z from 'zod';
import { connectionKinds, connectionTones } from '@/lib/domain/connection';

const text = z.string().trim().max(2_048);
const optional = text.optional().transform((value) => (value === '' ? undefined : value));

/** What the form sends. Shapes only: which values a kind needs, and how they look, lib/connections knows. */
export const connectionFormSchema = z.object({
  id: text,
  name: text,
  tone: z.enum(connectionTones),
  region: text,
  kind: z.enum(connectionKinds).exclude(['embedded']),
  profile: optional,
  accessKeyId: optional,
  /** Empty on an edit: the stored keys stay. */
  secretAccessKey: optional,
  sessionToken: z.string().trim().max(8_192).optional(),
  sourceConnectionId: optional,
  roleArn: optional,
  externalId: optional,
  endpointUrl: optional,
  certificateAuthority: z
    .string()
    .trim()
    .max(64_000)
    .optional()
    .transform((value) => (value === '' ? undefined : value)),
});
export type ConnectionFormValues = z.input<typeof connectionFormSchema>;

export const connectionIdSchema = z.object({ id: text });
