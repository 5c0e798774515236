import * as z from 'zod';
import { placeSchema } from './place';

/** An id that API Gateway gave. Ids chosen by tag may hold more than AWS's ten letters and digits. */
const idSchema = z.string().regex(/^[\w-]{1,64}$/);
export const verbSchema = z.string().regex(/^[A-Z]{3,7}$/);
export const statusCodeSchema = z
  .string()
  .regex(/^[1-5]\d\d$/, 'A status code has three digits: 100 to 599.');

/** Which REST API an action is about. */
export const restApiSchema = z.object({ place: placeSchema, apiId: idSchema });
export const restResourceSchema = restApiSchema.extend({ resourceId: idSchema });
export const restMethodSchema = restResourceSchema.extend({ httpMethod: verbSchema });
/** An entry of a REST API by its id or name. */
export const restItemSchema = restApiSchema.extend({ id: z.string().min(1).max(256) });

const entriesMax = 200;
/** A mapping template has at most 300 KB; AWS says so in its own words. */
const textMax = 400_000;

/** Texts by name, as templates and header mappings are. */
export const textsSchema = z
  .record(z.string().min(1).max(1024), z.string().max(textMax))
  .refine(
    (texts) => Object.keys(texts).length <= entriesMax,
    `At most ${entriesMax} entries are sent at once.`,
  );
export const flagsSchema = z
  .record(z.string().min(1).max(1024), z.boolean())
  .refine(
    (flags) => Object.keys(flags).length <= entriesMax,
    `At most ${entriesMax} entries are sent at once.`,
  );
export const listSchema = z.array(z.string().max(2048)).max(entriesMax);

export const createResourceSchema = restApiSchema.extend({
  parentId: idSchema,
  pathPart: z.string().min(1, 'Enter the name of the resource.').max(512),
  /** Adds an OPTIONS method that answers preflight requests. */
  cors: z.boolean(),
});

const integrationSchema = z.object({
  type: z.string().max(32),
  httpMethod: z.string().max(16),
  uri: z.string().max(4096),
  credentials: z.string().max(2048),
  connectionType: z.string().max(32),
  connectionId: z.string().max(256),
  integrationTarget: z.string().max(2048),
  parameters: textsSchema,
  templates: textsSchema,
  passthroughBehavior: z.string().max(32),
  contentHandling: z.string().max(32),
  timeoutMs: z.number().int().min(0).max(10_000_000),
  cacheNamespace: z.string().max(1024),
  cacheKeys: listSchema,
  skipsVerification: z.boolean(),
  transferMode: z.string().max(32),
});

/** The function that a method calls is to let API Gateway in. */
const permissionSchema = z.boolean();

export const createMethodSchema = restMethodSchema.extend({
  integration: integrationSchema,
  addPermission: permissionSchema,
  /** For types that are no proxies: a response 200 on both sides, as AWS's console makes. */
  addResponse: z.boolean(),
});

const methodRequestSchema = z.object({
  authorizationType: z.string().max(32),
  authorizerId: z.string().max(64),
  scopes: listSchema,
  apiKeyRequired: z.boolean(),
  validatorId: z.string().max(64),
  operationName: z.string().max(256),
  parameters: flagsSchema,
  models: textsSchema,
});

export const updateMethodRequestSchema = restMethodSchema.extend({
  before: methodRequestSchema,
  after: methodRequestSchema,
});

export const updateIntegrationSchema = restMethodSchema.extend({
  before: integrationSchema.nullable(),
  after: integrationSchema,
  addPermission: permissionSchema,
});

const integrationResponseSchema = z.object({
  statusCode: statusCodeSchema,
  selectionPattern: z.string().max(4096),
  contentHandling: z.string().max(32),
  parameters: textsSchema,
  templates: textsSchema,
});

export const saveIntegrationResponseSchema = restMethodSchema.extend({
  /** Null: a new one. */
  before: integrationResponseSchema.nullable(),
  after: integrationResponseSchema,
});

const methodResponseSchema = z.object({
  statusCode: statusCodeSchema,
  headers: listSchema,
  models: textsSchema,
});

export const saveMethodResponseSchema = restMethodSchema.extend({
  before: methodResponseSchema.nullable(),
  after: methodResponseSchema,
});

export const deleteResponseSchema = restMethodSchema.extend({
  statusCode: statusCodeSchema,
  /** Which side: the integration's response or the method's. */
  side: z.enum(['integration', 'method']),
});

export const enableCorsSchema = restResourceSchema.extend({
  values: z.object({
    /** Methods of the resource that send the header along. */
    methods: z.array(verbSchema).max(8),
    allowMethods: z.array(verbSchema).max(8),
    allowHeaders: z.string().max(4096),
    allowOrigin: z.string().max(2048),
    exposeHeaders: z.string().max(4096),
    maxAge: z.string().regex(/^\d{0,6}$/),
    credentials: z.boolean(),
    gatewayResponses: z.array(z.enum(['DEFAULT_4XX', 'DEFAULT_5XX'])).max(2),
  }),
});

/** Which of our fields a sentence of API Gateway is about. */
export const restMemberFields: Readonly<Record<string, string>> = {
  pathPart: 'pathPart',
  statusCode: 'statusCode',
};
