import * as z from 'zod';
import { listSchema, restApiSchema, statusCodeSchema, textsSchema } from './rest-resources';

const authorizerSchema = z.object({
  name: z.string().min(1, 'Enter a name.').max(128),
  type: z.enum(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']),
  uri: z.string().max(4096),
  credentials: z.string().max(2048),
  identitySource: z.string().max(4096),
  validationExpression: z.string().max(4096),
  ttlSeconds: z.number().int().min(0).max(3600, 'At most 3,600 seconds.'),
  providerArns: listSchema,
});

export const saveAuthorizerSchema = restApiSchema.extend({
  /** Null: a new one. */
  id: z.string().min(1).max(64).nullable(),
  before: authorizerSchema.nullable(),
  after: authorizerSchema,
  addPermission: z.boolean(),
});

export const testAuthorizerSchema = restApiSchema.extend({
  id: z.string().min(1).max(64),
  headers: z.record(z.string().min(1).max(1024), z.array(z.string().max(16_384)).max(50)),
  path: z.string().max(8192),
  stageVariables: textsSchema,
});

export const saveModelSchema = restApiSchema.extend({
  isNew: z.boolean(),
  name: z.string().regex(/^[A-Za-z0-9]{1,128}$/, 'A model name has letters and digits alone.'),
  contentType: z.string().min(1).max(256),
  description: z.string().max(1024),
  schema: z.string().max(400_000),
});

export const saveValidatorSchema = restApiSchema.extend({
  id: z.string().min(1).max(64).nullable(),
  name: z.string().min(1, 'Enter a name.').max(128),
  body: z.boolean(),
  parameters: z.boolean(),
});

export const responseTypeSchema = z.string().regex(/^[A-Z0-9_]{1,64}$/);
export const saveGatewayResponseSchema = restApiSchema.extend({
  type: responseTypeSchema,
  /** Empty: the status of the error itself. */
  statusCode: z.union([z.literal(''), statusCodeSchema]),
  parameters: textsSchema,
  templates: textsSchema,
});

const settingsSchema = z.object({
  name: z.string().min(1, 'Enter a name.').max(1024),
  description: z.string().max(1024),
  endpointType: z.enum(['REGIONAL', 'EDGE', 'PRIVATE']),
  ipAddressType: z.string().max(16),
  vpcEndpointIds: listSchema,
  apiKeySource: z.enum(['HEADER', 'AUTHORIZER']),
  isAddressOff: z.boolean(),
  binaryMediaTypes: listSchema,
  /** Bytes; empty: nothing is compressed. */
  compression: z.string().regex(/^\d{0,8}$/, 'A whole number of bytes.'),
});
export const saveSettingsSchema = restApiSchema.extend({ before: settingsSchema, after: settingsSchema });
export const savePolicySchema = restApiSchema.extend({ policy: z.string().max(100_000) });

export const savePartSchema = restApiSchema.extend({
  id: z.string().min(1).max(64).nullable(),
  location: z.object({
    type: z.string().min(1).max(32),
    path: z.string().max(2048),
    method: z.string().max(16),
    statusCode: z.string().max(8),
    name: z.string().max(256),
  }),
  properties: z.string().max(400_000),
});
export const publishDocumentationSchema = restApiSchema.extend({
  version: z.string().min(1, 'Enter a version.').max(256),
  stage: z.string().max(128),
  description: z.string().max(1024),
});

/** Kinds of parts that are deleted by their id or name. */
export const deletePartSchema = restApiSchema.extend({
  kind: z.enum(['authorizer', 'model', 'validator', 'gateway-response', 'documentation-part']),
  id: z.string().min(1).max(256),
});

export const importOverSchema = restApiSchema.extend({
  text: z
    .string()
    .min(1, 'Choose a file or paste a definition.')
    .max(6 * 1024 * 1024),
  mode: z.enum(['merge', 'overwrite']),
  basePath: z.enum(['ignore', 'prepend', 'split']),
  failOnWarnings: z.boolean(),
});

/** Which of our fields a member of AWS's request belongs to. */
export const partMemberFields: Readonly<Record<string, string>> = {
  name: 'name',
  schema: 'schema',
  statusCode: 'statusCode',
  policy: 'policy',
  properties: 'properties',
  body: 'text',
};
