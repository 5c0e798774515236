import * as z from 'zod';
import type { Cors, UpdateApiCommandInput, UpdateStageCommandInput } from '@aws-sdk/client-apigatewayv2';
import { httpApiTarget } from './http-api';

const lines = (max: number) =>
  z
    .string()
    .max(20_000)
    .default('')
    .transform((value) =>
      value
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(2_048)).max(max));
const ticked = z
  .enum(['on', ''])
  .default('')
  .transform((value) => value === 'on');
const optionalNumber = (min: number, max: number) =>
  z
    .string()
    .trim()
    .default('')
    .transform((value) => (value === '' ? undefined : Number(value)))
    .pipe(z.union([z.undefined(), z.number().min(min).max(max)]));

export const saveCorsSchema = httpApiTarget.extend({
  values: z
    .object({
      origins: lines(100),
      methods: lines(20),
      headers: lines(100),
      exposed: lines(100),
      maxAge: optionalNumber(-1, 86_400),
      credentials: ticked,
    })
    .check((context) => {
      const { origins, credentials } = context.value;
      if (credentials && origins.includes('*'))
        context.issues.push({
          code: 'custom',
          input: context.value,
          path: ['credentials'],
          message: 'With credentials the origins must be named: browsers refuse * together with them.',
        });
    }),
});

export function corsToInput(fields: z.output<typeof saveCorsSchema>['values']): Cors {
  return {
    AllowOrigins: fields.origins,
    AllowMethods: fields.methods,
    AllowHeaders: fields.headers,
    ExposeHeaders: fields.exposed,
    ...(fields.maxAge !== undefined && { MaxAge: fields.maxAge }),
    AllowCredentials: fields.credentials,
  };
}

/** `$default`, or letters, digits, `-` and `_`. */
export const stageNameSchema = z
  .string()
  .trim()
  .regex(
    /^(\$default|[A-Za-z0-9_-]{1,128})$/,
    'A stage name has letters, digits, - and _; or it is $default.',
  );

const variables = z
  .array(
    z.tuple([
      z.string().regex(/^\w{1,64}$/, 'Names of variables have letters, digits and _.'),
      z
        .string()
        .max(512)
        .regex(/^[A-Za-z0-9\-._~:/?#&=,]*$/, 'A value has letters, digits and -._~:/?#&=, alone.'),
    ]),
  )
  .max(100)
  .transform((rows) => Object.fromEntries(rows));

const routeLimits = z
  .string()
  .max(20_000)
  .default('')
  .transform((value, context) => {
    const found: Record<string, { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }> = {};
    for (const line of value.split('\n').filter((one) => one.trim() !== '')) {
      const [, key, rate, burst] =
        /^\s*((?:[A-Z]+ \/\S*)|\$default)\s*=\s*([\d.]+)\s*,\s*(\d+)\s*$/.exec(line) ?? [];
      if (key === undefined) {
        context.addIssue({
          code: 'custom',
          message: `“${line.trim()}” is not of the form GET /path = rate, burst.`,
        });
        return z.NEVER;
      }
      found[key] = { ThrottlingRateLimit: Number(rate), ThrottlingBurstLimit: Number(burst) };
    }
    return found;
  });

export const saveStageSchema = httpApiTarget.extend({
  isNew: z.boolean(),
  stageName: stageNameSchema,
  values: z.object({
    description: z.string().max(1_024).default(''),
    autoDeploy: ticked,
    variables,
    rate: optionalNumber(0, 1_000_000),
    burst: optionalNumber(0, 1_000_000),
    routeLimits,
    detailedMetrics: ticked,
    logDestination: z.string().trim().max(2_048).default(''),
    logFormat: z.string().trim().max(3_072).default(''),
  }),
});
export type StageFields = z.output<typeof saveStageSchema>['values'];

/** What `CreateStage` and `UpdateStage` are sent; unticked and emptied fields are sent as what switches them off. */
export function stageToInput(fields: StageFields): Omit<UpdateStageCommandInput, 'ApiId' | 'StageName'> {
  return {
    Description: fields.description,
    AutoDeploy: fields.autoDeploy,
    StageVariables: fields.variables,
    DefaultRouteSettings: {
      DetailedMetricsEnabled: fields.detailedMetrics,
      ...(fields.rate !== undefined && { ThrottlingRateLimit: fields.rate }),
      ...(fields.burst !== undefined && { ThrottlingBurstLimit: fields.burst }),
    },
    RouteSettings: fields.routeLimits,
    ...(fields.logDestination !== '' && {
      AccessLogSettings: { DestinationArn: fields.logDestination, Format: fields.logFormat },
    }),
  };
}

export const saveSettingsSchema = httpApiTarget.extend({
  values: z.object({
    name: z.string().trim().min(1, 'An API needs a name.').max(128),
    description: z.string().max(1_024).default(''),
    version: z.string().max(64).default(''),
    ipAddressType: z.enum(['ipv4', 'dualstack']).default('ipv4'),
    addressOff: ticked,
  }),
});

export function settingsToInput(
  fields: z.output<typeof saveSettingsSchema>['values'],
): Omit<UpdateApiCommandInput, 'ApiId'> {
  return {
    Name: fields.name,
    Description: fields.description,
    Version: fields.version,
    IpAddressType: fields.ipAddressType,
    DisableExecuteApiEndpoint: fields.addressOff,
  };
}

export const reimportSchema = httpApiTarget.extend({
  text: z
    .string()
    .min(1, 'Choose a file or paste a definition.')
    .max(6 * 1024 * 1024),
  basePath: z.enum(['ignore', 'prepend', 'split']),
  failOnWarnings: z.boolean(),
});

export const deploySchema = httpApiTarget.extend({
  description: z.string().max(1_024).default(''),
  /** Which stage answers by it from now on; absent: none yet. */
  stageName: stageNameSchema.optional(),
});

export const moveStageSchema = httpApiTarget.extend({
  stageName: stageNameSchema,
  deploymentId: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
});
