import * as z from 'zod';
import { apiIdSchema } from './apis';
import { stageNameSchema } from './http-api-settings';
import { placeSchema } from './place';

const name = z.string().trim().min(1, 'An API needs a name.').max(128);
const description = z.string().max(1_024).default('');
const ticked = z
  .enum(['on', ''])
  .default('')
  .transform((value) => value === 'on');
const functionArn = z
  .string()
  .regex(/^arn:[^:\s]+:lambda:[^:\s]+:\d{12}:function:\S+$/, 'Choose a function.');
const endpointType = z.enum(['REGIONAL', 'EDGE', 'PRIVATE']);
const ipAddressType = z.enum(['ipv4', 'dualstack']);

/** The largest definition that API Gateway takes, in characters of JSON or YAML. */
export const definitionMax = 6 * 1024 * 1024;

export const createHttpApiSchema = z.object({
  place: placeSchema,
  values: z
    .object({
      name,
      description,
      backend: z.enum(['lambda', 'http', 'none']),
      functionArn: z.string().trim().max(1_024).default(''),
      addPermission: ticked,
      url: z.string().trim().max(2_048).default(''),
      method: z
        .string()
        .regex(/^[A-Z]{3,7}$/)
        .default('ANY'),
      path: z
        .string()
        .trim()
        .max(2_048)
        .regex(/^(\$default|\/\S*)?$/, 'A path starts with a slash.')
        .default(''),
      cors: ticked,
      stage: stageNameSchema,
      autoDeploy: ticked,
    })
    .check((context) => {
      const { backend, path, url, functionArn: arn } = context.value;
      const refuse = (field: string, message: string) =>
        context.issues.push({ code: 'custom', input: context.value, path: [field], message });
      if (backend === 'lambda' && !functionArn.safeParse(arn).success)
        refuse('functionArn', 'Choose a function, or paste the ARN of one.');
      if (backend === 'http' && !/^https?:\/\/\S+$/.test(url))
        refuse('url', 'An address starts with http:// or https://.');
      if (backend !== 'none' && path === '') refuse('path', 'A route needs a path.');
    }),
});

export const createRestApiSchema = z.object({
  place: placeSchema,
  values: z
    .object({
      mode: z.enum(['new', 'clone', 'example']),
      name,
      description,
      endpointType,
      /** One a line; of private APIs alone. */
      vpcEndpointIds: z
        .string()
        .max(4_096)
        .default('')
        .transform((text) => text.split(/\s+/).filter(Boolean))
        .pipe(z.array(z.string().regex(/^vpce-[a-z0-9]+$/, 'Enter ids such as vpce-0a1b2c3d.')).max(50)),
      ipAddressType,
      source: z.union([apiIdSchema, z.literal('')]).default(''),
    })
    .check((context) => {
      if (context.value.mode === 'clone' && context.value.source === '')
        context.issues.push({
          code: 'custom',
          input: context.value,
          path: ['source'],
          message: 'Choose the API to clone.',
        });
    }),
});

export const createWebSocketApiSchema = z.object({
  place: placeSchema,
  values: z
    .object({
      name,
      description,
      selection: z
        .string()
        .trim()
        .regex(
          /^\$request\.body\.[\w.$\{\}]+$|^\$\{request\.body\.[\w.]+\}$/,
          'Such as $request.body.action.',
        ),
      predefined: z.string().max(200).default(''),
      custom: z.string().max(10_000).default(''),
      backend: z.enum(['mock', 'lambda']),
      functionArn: z.string().trim().max(1_024).default(''),
      addPermission: ticked,
      stage: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9_-]{1,128}$/, 'A stage name has letters, digits, - and _.'),
    })
    .transform((values) => {
      const lines = (text: string) =>
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
      return {
        ...values,
        routeKeys: [...new Set([...lines(values.predefined), ...lines(values.custom)])].slice(0, 100),
      };
    })
    .check((context) => {
      const { backend, functionArn: arn } = context.value;
      if (backend === 'lambda' && !functionArn.safeParse(arn).success)
        context.issues.push({
          code: 'custom',
          input: context.value,
          path: ['functionArn'],
          message: 'Choose a function, or paste the ARN of one.',
        });
    }),
});

export const importApiSchema = z.object({
  place: placeSchema,
  kind: z.enum(['REST', 'HTTP']),
  text: z.string().trim().min(1, 'Paste a definition, or choose a file.').max(definitionMax),
  endpointType,
  basePath: z.enum(['ignore', 'prepend', 'split']),
  failOnWarnings: z.boolean(),
});

export const previewImportSchema = importApiSchema.pick({ place: true, kind: true, text: true });
