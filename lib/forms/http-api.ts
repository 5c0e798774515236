import * as z from 'zod';
import type {
  CreateAuthorizerCommandInput,
  CreateIntegrationCommandInput,
  CreateRouteCommandInput,
} from '@aws-sdk/client-apigatewayv2';
import { lambdaUriOf } from '../domain/rest-api/backend';
import { apiIdSchema, partIdSchema } from './apis';
import { placeSchema } from './place';

/** Where a change of an HTTP API acts. */
export const httpApiTarget = z.object({ place: placeSchema, apiId: apiIdSchema });

const text = (max: number) => z.string().trim().max(max).default('');
/** A ticked box of a form. */
const ticked = z
  .enum(['on', ''])
  .default('')
  .transform((value) => value === 'on');
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
    .pipe(z.array(z.string().max(1_024)).max(max));
/** `name = value`, one a line. */
const pairs = z
  .string()
  .max(40_000)
  .default('')
  .transform((value, context) => {
    const found: Record<string, string> = {};
    for (const line of value.split('\n').filter((one) => one.trim() !== '')) {
      const [, name, given] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined || given === undefined) {
        context.addIssue({ code: 'custom', message: `“${line.trim()}” is not of the form name = value.` });
        return z.NEVER;
      }
      found[name] = given;
    }
    return found;
  });
const wholeNumber = (min: number, max: number, whenEmpty: number | undefined) =>
  z
    .string()
    .trim()
    .default('')
    .transform((value) => (value === '' ? whenEmpty : Number(value)))
    .pipe(z.union([z.undefined(), z.int().min(min).max(max)]));
const functionArn = z
  .string()
  .trim()
  .regex(/^arn:[^:\s]+:lambda:[^:\s]+:\d{12}:function:\S+$/, 'is not the ARN of a function');

const kinds = ['lambda', 'http', 'service', 'private'] as const;

/** The back end of an integration as its form has it; what belongs to another kind is left aside. */
export const integrationFields = z
  .object({
    kind: z.enum(kinds),
    functionArn: text(1_024),
    addPermission: ticked,
    payloadVersion: z.enum(['1.0', '2.0']).default('2.0'),
    method: z
      .string()
      .regex(/^[A-Z]{0,20}$/)
      .default('ANY'),
    url: text(2_048),
    subtype: text(128),
    vpcLink: text(64),
    listener: text(2_048),
    serverName: text(512),
    credentialsArn: text(2_048),
    timeoutMs: wholeNumber(50, 30_000, 30_000),
    description: text(1_024),
    requestParameters: pairs,
  })
  .check((context) => {
    const { kind, functionArn: arn, url } = context.value;
    const refuse = (field: string, message: string) =>
      context.issues.push({ code: 'custom', input: context.value, path: [field], message });
    if (kind === 'lambda' && !functionArn.safeParse(arn).success)
      refuse('functionArn', 'Choose a function, or paste the ARN of one.');
    if (kind === 'http' && !/^https?:\/\/\S+$/.test(url))
      refuse('url', 'An address starts with http:// or https://.');
  });
export type IntegrationFields = z.output<typeof integrationFields>;

/** What `CreateIntegration` and `UpdateIntegration` are sent. */
export function integrationToInput(fields: IntegrationFields): Omit<CreateIntegrationCommandInput, 'ApiId'> {
  const { kind } = fields;
  const common = {
    TimeoutInMillis: fields.timeoutMs,
    Description: fields.description,
    ...(fields.credentialsArn && { CredentialsArn: fields.credentialsArn }),
    ...(Object.keys(fields.requestParameters).length > 0 && {
      RequestParameters: fields.requestParameters,
    }),
  };
  switch (kind) {
    case 'lambda':
      return {
        ...common,
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: fields.functionArn,
        PayloadFormatVersion: fields.payloadVersion,
      };
    case 'http':
      return {
        ...common,
        IntegrationType: 'HTTP_PROXY',
        IntegrationUri: fields.url,
        IntegrationMethod: fields.method || 'ANY',
        PayloadFormatVersion: '1.0',
      };
    case 'service':
      return {
        ...common,
        IntegrationType: 'AWS_PROXY',
        IntegrationSubtype: fields.subtype,
        PayloadFormatVersion: '1.0',
      };
    case 'private':
      return {
        ...common,
        IntegrationType: 'HTTP_PROXY',
        ConnectionType: 'VPC_LINK',
        ConnectionId: fields.vpcLink,
        ...(fields.serverName && { TlsConfig: { ServerNameToVerify: fields.serverName } }),
        IntegrationUri: fields.listener,
        IntegrationMethod: fields.method || 'ANY',
        PayloadFormatVersion: '1.0',
      };
  }
}

export const saveIntegrationSchema = httpApiTarget.extend({
  integrationId: partIdSchema.optional(),
  values: integrationFields,
});

const routeFields = z.object({
  method: z.string().regex(/^(ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/),
  path: z
    .string()
    .trim()
    .max(2_048)
    .regex(/^(\$default|\/\S*)$/, 'A path starts with a slash; $default takes what no other route does.'),
  /** `none`, `new`, or the id of an integration. */
  integration: z.string().max(64),
  /** `NONE`, `AWS_IAM`, or the id of an authorizer. */
  authorization: z.string().max(64),
  authorizerType: z.enum(['JWT', 'CUSTOM', '']).default(''),
  scopes: lines(10),
  operationName: text(64),
});

export const saveRouteSchema = httpApiTarget.extend({
  routeId: partIdSchema.optional(),
  values: routeFields,
  /** Given when the route gets an integration of its own. */
  newIntegration: integrationFields.optional(),
});
export type RouteFields = z.output<typeof routeFields>;

export function routeKeyOf({ method, path }: Pick<RouteFields, 'method' | 'path'>): string {
  return path === '$default' ? path : `${method} ${path}`;
}

/** What `CreateRoute` and `UpdateRoute` are sent. */
export function routeToInput(
  fields: RouteFields,
  integrationId: string | undefined,
): Omit<CreateRouteCommandInput, 'ApiId'> {
  const hasAuthorizer = fields.authorization !== 'NONE' && fields.authorization !== 'AWS_IAM';
  return {
    RouteKey: routeKeyOf(fields),
    Target: integrationId === undefined ? '' : `integrations/${integrationId}`,
    AuthorizationType: hasAuthorizer
      ? fields.authorizerType || 'JWT'
      : (fields.authorization as 'NONE' | 'AWS_IAM'),
    ...(hasAuthorizer && { AuthorizerId: fields.authorization }),
    AuthorizationScopes: fields.authorizerType === 'JWT' ? [...fields.scopes] : [],
    ...(fields.operationName && { OperationName: fields.operationName }),
  };
}

export const saveAuthorizerSchema = httpApiTarget.extend({
  authorizerId: partIdSchema.optional(),
  values: z
    .object({
      type: z.enum(['JWT', 'REQUEST']),
      name: z.string().trim().min(1, 'An authorizer needs a name.').max(128),
      identitySources: lines(10),
      issuer: text(2_048),
      audience: lines(50),
      functionArn: text(1_024),
      addPermission: ticked,
      payloadVersion: z.enum(['1.0', '2.0']).default('2.0'),
      simpleResponses: ticked,
      ttlSeconds: wholeNumber(0, 3_600, 0),
    })
    .check((context) => {
      const { type, functionArn: arn, issuer, audience } = context.value;
      const refuse = (field: string, message: string) =>
        context.issues.push({ code: 'custom', input: context.value, path: [field], message });
      if (
        type === 'JWT' &&
        !/^https:\/\/\S+$/.test(issuer) &&
        !/^http:\/\/(localhost|127\.0\.0\.1)/.test(issuer)
      )
        refuse('issuer', 'The issuer is an address that starts with https://.');
      if (type === 'JWT' && audience.length === 0) refuse('audience', 'Name at least one audience.');
      if (type === 'REQUEST' && !functionArn.safeParse(arn).success)
        refuse('functionArn', 'Choose a function, or paste the ARN of one.');
    }),
});
export type AuthorizerFields = z.output<typeof saveAuthorizerSchema>['values'];

/** What `CreateAuthorizer` and `UpdateAuthorizer` are sent. */
export function authorizerToInput(fields: AuthorizerFields): Omit<CreateAuthorizerCommandInput, 'ApiId'> {
  const common = {
    Name: fields.name,
    AuthorizerType: fields.type,
    IdentitySource: [...fields.identitySources],
  };
  return fields.type === 'JWT'
    ? { ...common, JwtConfiguration: { Issuer: fields.issuer, Audience: [...fields.audience] } }
    : {
        ...common,
        AuthorizerUri: lambdaUriOf(fields.functionArn),
        AuthorizerPayloadFormatVersion: fields.payloadVersion,
        EnableSimpleResponses: fields.payloadVersion === '2.0' && fields.simpleResponses,
        AuthorizerResultTtlInSeconds: fields.ttlSeconds ?? 0,
      };
}

export const deletePartSchema = httpApiTarget.extend({
  /** Names of stages may be `$default`. */
  id: z.string().regex(/^[\w$-]{1,128}$/),
});
