import * as z from 'zod';
import { restApiSchema, restItemSchema, textsSchema } from './rest-resources';

const stageNameSchema = z
  .string()
  .regex(/^[a-zA-Z0-9_-]{1,128}$/, 'A stage name has letters, digits, hyphens and underscores, 128 at most.');
const settingsSchema = z.object({
  metrics: z.boolean(),
  loggingLevel: z.string().max(16),
  dataTrace: z.boolean(),
  burst: z.number().int().min(-1).max(2_147_483_647),
  rate: z.number().min(-1).max(1_000_000_000),
  caching: z.boolean(),
  ttlSeconds: z.number().int().min(0).max(1_000_000),
  encrypted: z.boolean(),
  requireAuthorization: z.boolean(),
  strategy: z.string().max(64),
});
const valuesSchema = z.object({
  description: z.string().max(1024),
  cacheEnabled: z.boolean(),
  cacheSize: z.string().max(8),
  tracing: z.boolean(),
  clientCertificateId: z.string().max(128),
  accessLogArn: z.string().max(2048),
  accessLogFormat: z.string().max(4096),
  settings: settingsSchema,
});
const canarySchema = z.object({
  percent: z.number().min(0).max(100),
  deploymentId: z.string().max(64),
  overrides: textsSchema,
  useStageCache: z.boolean(),
});

export const restStageSchema = restApiSchema.extend({ stage: stageNameSchema });

export const deployRestApiSchema = restStageSchema.extend({
  /** The stage is made with the deployment. */
  isNew: z.boolean(),
  description: z.string().max(1024),
  /** Percent of calls that go to the new deployment; null: all of them. */
  canaryPercent: z.number().min(0).max(100).nullable(),
});

export const createStageSchema = restStageSchema.extend({
  deploymentId: z.string().min(1, 'Choose a deployment.').max(64),
  description: z.string().max(1024),
});

/** One act on a stage, each with what it changes. */
export const updateStageSchema = restStageSchema.extend({
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('values'), before: valuesSchema, after: valuesSchema }),
    z.object({ kind: z.literal('variables'), before: textsSchema, after: textsSchema }),
    z.object({
      kind: z.literal('override'),
      key: z.string().min(3).max(2048),
      /** Null: the method follows the stage again, or followed it until now. */
      before: settingsSchema.nullable(),
      after: settingsSchema.nullable(),
    }),
    z.object({ kind: z.literal('deployment'), deploymentId: z.string().min(1).max(64) }),
    z.object({ kind: z.literal('canary'), before: canarySchema, after: canarySchema }),
    z.object({ kind: z.literal('promote') }),
    z.object({ kind: z.literal('removeCanary') }),
    z.object({ kind: z.literal('documentation'), version: z.string().max(256) }),
  ]),
});

export const flushStageSchema = restStageSchema.extend({ what: z.enum(['responses', 'authorizers']) });
export const deleteDeploymentSchema = restItemSchema;
