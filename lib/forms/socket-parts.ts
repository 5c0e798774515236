import type {
  CreateAuthorizerCommandInput,
  CreateModelCommandInput,
  UpdateApiCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import * as z from 'zod';
import { lambdaUriOf } from '../domain/rest-api/backend';
import { apiKeySelections } from '../domain/socket-api';
import { apiIdSchema, partIdSchema } from './apis';
import { placeSchema } from './place';

const target = z.object({ place: placeSchema, apiId: apiIdSchema });
const ticked = z.enum(['on', '']).transform((value) => value === 'on');

/** Where what identifies a client may be read from. */
const sourcePattern = /^(route\.request\.(header|querystring)\.\S+|context\.[\w.]+|stageVariables\.\w+)$/;

export const saveSocketAuthorizerSchema = target.extend({
  authorizerId: partIdSchema.optional(),
  values: z.object({
    name: z.string().trim().min(1, 'An authorizer needs a name.').max(128),
    functionArn: z
      .string()
      .trim()
      .regex(
        /^arn:[^:\s]+:lambda:[^:\s]+:\d{12}:function:\S+$/,
        'Choose a function, or paste the ARN of one.',
      ),
    addPermission: ticked,
    identitySources: z
      .string()
      .max(20_000)
      .transform((value) =>
        value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.string().max(1_024)).max(10))
      .refine((sources) => sources.every((source) => sourcePattern.test(source)), {
        message:
          'One a line: route.request.header.NAME, route.request.querystring.NAME, stageVariables.NAME or context.NAME.',
      }),
    credentials: z.string().trim().max(2_048),
  }),
});
export type SocketAuthorizerFields = z.output<typeof saveSocketAuthorizerSchema>['values'];

/** What `CreateAuthorizer` and `UpdateAuthorizer` are sent. Results of WebSocket APIs are not kept. */
export function socketAuthorizerInput(
  fields: SocketAuthorizerFields,
): Omit<CreateAuthorizerCommandInput, 'ApiId'> {
  return {
    Name: fields.name,
    AuthorizerType: 'REQUEST',
    AuthorizerUri: lambdaUriOf(fields.functionArn),
    IdentitySource: fields.identitySources,
    ...(fields.credentials && { AuthorizerCredentialsArn: fields.credentials }),
  };
}

export const saveSocketModelSchema = target.extend({
  modelId: partIdSchema.optional(),
  values: z.object({
    name: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{1,128}$/, 'A model name has letters and digits alone.'),
    contentType: z
      .string()
      .trim()
      .regex(/^[\w.+-]+\/[\w.+-]+$/, 'A content type is like application/json.'),
    description: z.string().max(1_024),
    schema: z
      .string()
      .min(1, 'Enter a schema.')
      .max(400 * 1024),
  }),
});

export function socketModelInput(
  fields: z.output<typeof saveSocketModelSchema>['values'],
): Omit<CreateModelCommandInput, 'ApiId'> {
  return {
    Name: fields.name,
    ContentType: fields.contentType,
    Description: fields.description,
    Schema: fields.schema,
  };
}

export const saveSocketSettingsSchema = target.extend({
  values: z.object({
    name: z.string().trim().min(1, 'An API needs a name.').max(128),
    description: z.string().max(1_024),
    version: z.string().max(64),
    routeSelection: z.string().trim().min(1, 'Enter a route selection expression.').max(512),
    apiKeySelection: z.enum(apiKeySelections),
    ipAddressType: z.enum(['ipv4', 'dualstack']),
    addressOff: ticked,
    schemaUnchecked: ticked,
  }),
});

/** What `UpdateApi` is sent. */
export function socketSettingsInput(
  fields: z.output<typeof saveSocketSettingsSchema>['values'],
): Omit<UpdateApiCommandInput, 'ApiId'> {
  return {
    Name: fields.name,
    Description: fields.description,
    Version: fields.version,
    RouteSelectionExpression: fields.routeSelection,
    ApiKeySelectionExpression: fields.apiKeySelection,
    IpAddressType: fields.ipAddressType,
    DisableExecuteApiEndpoint: fields.addressOff,
    DisableSchemaValidation: fields.schemaUnchecked,
  };
}
