import * as z from 'zod';
import { functionNameSchema, placeSchema, qualifierSchema } from './place';

/** The proxy's own name, as AWS takes it. */
const proxyName = z
  .string()
  .max(63, 'A proxy identifier has 63 characters at most.')
  .regex(
    /^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$/,
    'Begin with a letter, and use letters, digits and single hyphens, none of them last.',
  );

const base = { place: placeSchema, functionName: functionNameSchema, qualifier: qualifierSchema };

/** "Add database proxy": one that is there, or a new one. */
export const connectProxySchema = z.object({
  ...base,
  values: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('existing'), proxy: proxyName }),
    z.object({
      mode: z.literal('create'),
      identifier: proxyName,
      engineFamily: z.enum(['POSTGRESQL', 'MYSQL']),
      instance: z.string().trim().min(1, 'Choose the DB instance.').max(63),
      secret: z
        .string()
        .regex(/^arn:[\w-]+:secretsmanager:/, 'Give the ARN of a secret.')
        .max(2_048),
      role: z
        .string()
        .regex(/^arn:[\w-]+:iam::\d{12}:role\//, 'Give the ARN of a role.')
        .max(2_048),
      authentication: z.enum(['password', 'iam']),
      requireTls: z.enum(['on', '']),
    }),
  ]),
});

export type NewProxyValues = Extract<
  z.output<typeof connectProxySchema>['values'],
  { readonly mode: 'create' }
>;

export const proxyOfFunctionSchema = z.object({ ...base, proxy: proxyName });

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const proxyMemberFields: Readonly<Record<string, string>> = {
  DBProxyName: 'identifier',
  EngineFamily: 'engineFamily',
  RoleArn: 'role',
  DBInstanceIdentifiers: 'instance',
};
