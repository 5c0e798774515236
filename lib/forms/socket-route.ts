import type { CreateIntegrationCommandInput } from '@aws-sdk/client-apigatewayv2';
import * as z from 'zod';
import { apiIdSchema, partIdSchema } from './apis';
import { placeSchema } from './place';

export const socketIntegrationTypes = ['AWS_PROXY', 'HTTP_PROXY', 'HTTP', 'MOCK', 'AWS'] as const;
export const socketAuthorizations = ['NONE', 'AWS_IAM', 'CUSTOM'] as const;
export const passthroughs = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const;

/** The fields of a route's form, its integration included; a ticked box is `on`. */
export type SocketRouteField =
  | 'key'
  | 'authorization'
  | 'authorizerId'
  | 'keyRequired'
  | 'twoWay'
  | 'modelSelection'
  | 'model'
  | 'type'
  | 'functionArn'
  | 'uri'
  | 'method'
  | 'credentials'
  | 'timeout'
  | 'passthrough'
  | 'templateSelection'
  | 'template'
  | 'addPermission';
export type SocketRouteTexts = Readonly<Record<SocketRouteField, string>>;

const text = z.string().max(2_048);
const values = z
  .object({
    key: z.string().trim().min(1, 'Enter a route key.').max(128),
    authorization: z.enum(socketAuthorizations),
    authorizerId: text,
    keyRequired: z.enum(['on', '']),
    twoWay: z.enum(['on', '']),
    modelSelection: text,
    model: text,
    type: z.enum(socketIntegrationTypes),
    functionArn: text,
    uri: text,
    method: text,
    credentials: text,
    timeout: z.string().max(10),
    passthrough: z.enum(passthroughs),
    templateSelection: text,
    template: z.string().max(64 * 1024),
    addPermission: z.enum(['on', '']),
  })
  .refine(
    ({ type, functionArn }) => type !== 'AWS_PROXY' || /^arn:[^\s]+:function:[^\s]+$/.test(functionArn),
    {
      path: ['functionArn'],
      message: 'Choose a function, or enter its ARN.',
    },
  )
  .refine(({ type, uri }) => !['HTTP', 'HTTP_PROXY', 'AWS'].includes(type) || uri.trim() !== '', {
    path: ['uri'],
    message: 'Enter the address that the route calls.',
  })
  .refine(
    ({ timeout }) => /^\d{2,5}$/.test(timeout.trim()) && Number(timeout) >= 50 && Number(timeout) <= 29_000,
    { path: ['timeout'], message: 'Enter 50 to 29,000 milliseconds.' },
  )
  .refine(({ authorization, authorizerId }) => authorization !== 'CUSTOM' || authorizerId !== '', {
    path: ['authorizerId'],
    message: 'Choose an authorizer.',
  });

export const saveSocketRouteSchema = z.object({
  place: placeSchema,
  apiId: apiIdSchema,
  /** Absent for a new route. */
  routeId: partIdSchema.optional(),
  revisionId: z.string().max(64).optional(),
  values,
});
export const oneSocketRouteSchema = z.object({
  place: placeSchema,
  apiId: apiIdSchema,
  routeId: partIdSchema,
  /** Deleted with the route. */
  integrationId: partIdSchema.optional(),
});
export const deploySocketSchema = z.object({
  place: placeSchema,
  apiId: apiIdSchema,
  values: z.object({
    stage: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9_-]{1,128}$/, 'A stage has 1 to 128 letters, digits, - and _.'),
    description: z.string().max(1_024),
  }),
});
export const oneSocketStageSchema = z.object({
  place: placeSchema,
  apiId: apiIdSchema,
  stage: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
});

export const socketRouteFields: Readonly<Record<string, string>> = {
  routeKey: 'key',
  authorizationType: 'authorization',
  authorizerId: 'authorizerId',
  integrationUri: 'uri',
  integrationMethod: 'method',
  credentialsArn: 'credentials',
  timeoutInMillis: 'timeout',
  templateSelectionExpression: 'templateSelection',
  requestTemplates: 'template',
  modelSelectionExpression: 'modelSelection',
};

/** What a new route begins with. */
export const newSocketRoute: SocketRouteTexts = {
  key: '',
  authorization: 'NONE',
  authorizerId: '',
  keyRequired: '',
  twoWay: '',
  modelSelection: '',
  model: '',
  type: 'AWS_PROXY',
  functionArn: '',
  uri: '',
  method: 'POST',
  credentials: '',
  timeout: '29000',
  passthrough: 'WHEN_NO_MATCH',
  templateSelection: '',
  template: '',
  addPermission: 'on',
};

/** The integration of a route as API Gateway takes it. `region` and partition of the function are its own. */
export function socketIntegrationInput(
  texts: SocketRouteTexts,
  region: string,
): Omit<CreateIntegrationCommandInput, 'ApiId'> {
  const type = socketIntegrationTypes.find((known) => known === texts.type) ?? 'MOCK';
  const isProxy = type === 'AWS_PROXY' || type === 'HTTP_PROXY';
  const partition = texts.functionArn.split(':')[1] ?? 'aws';
  const uri =
    type === 'AWS_PROXY'
      ? `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${texts.functionArn}/invocations`
      : type === 'MOCK'
        ? undefined
        : texts.uri.trim();
  return {
    IntegrationType: type,
    ...(uri !== undefined && { IntegrationUri: uri }),
    ...(type !== 'MOCK' && { IntegrationMethod: type === 'AWS_PROXY' ? 'POST' : texts.method }),
    TimeoutInMillis: Number(texts.timeout),
    ...(texts.credentials.trim() && { CredentialsArn: texts.credentials.trim() }),
    ...(!isProxy && {
      PassthroughBehavior: passthroughs.find((known) => known === texts.passthrough) ?? 'WHEN_NO_MATCH',
      TemplateSelectionExpression: texts.templateSelection.trim() || String.raw`\$default`,
      ...(texts.template.trim() && { RequestTemplates: { [templateKey(texts)]: texts.template } }),
    }),
  };
}

/** The key that a static selection expression names; a mapping template is kept under it. */
function templateKey({ templateSelection }: SocketRouteTexts): string {
  const expression = templateSelection.trim();
  return expression === '' || expression.startsWith('$') ? '$default' : expression.replace(/^\\\$/, '$');
}
