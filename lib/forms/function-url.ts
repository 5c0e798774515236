import type { Cors, FunctionUrlAuthType, InvokeMode } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { functionNameSchema, placeSchema, qualifierSchema } from './place';

/** Which websites may call a function URL from a browser, and how. */
export interface CorsValues {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
  readonly maxAgeSeconds: number;
  readonly credentials: boolean;
}

export interface FunctionUrlValues {
  /** `AWS_IAM` or `NONE`. */
  readonly authType: string;
  /** `BUFFERED` or `RESPONSE_STREAM`. */
  readonly invokeMode: string;
  /** Null: browsers of other websites are not let in by Lambda. */
  readonly cors: CorsValues | null;
}

const lines = z.array(z.string().max(4096)).max(1_000);

export const functionUrlSchema = z.object({
  place: placeSchema,
  functionName: functionNameSchema,
  qualifier: qualifierSchema,
  isNew: z.boolean(),
  values: z.object({
    authType: z.string().max(64),
    invokeMode: z.string().max(64),
    cors: z
      .object({
        origins: lines,
        methods: lines,
        headers: lines,
        exposed: lines,
        maxAgeSeconds: z.number().int().min(0).max(10_000_000),
        credentials: z.boolean(),
      })
      .nullable(),
  }),
});

export const deleteFunctionUrlSchema = functionUrlSchema.pick({
  place: true,
  functionName: true,
  qualifier: true,
});

/** Which of our fields a member of AWS's request belongs to, for refusals. */
export const functionUrlMemberFields: Readonly<Record<string, string>> = {
  authType: 'authType',
  invokeMode: 'invokeMode',
  'cors.allowOrigins': 'origins',
  'cors.allowMethods': 'methods',
  'cors.allowHeaders': 'headers',
  'cors.exposeHeaders': 'exposed',
  'cors.maxAge': 'maxAgeSeconds',
  cors: 'origins',
};

export function corsFromOutput(cors: Cors | undefined): CorsValues | null {
  if (!cors || Object.keys(cors).length === 0) return null;
  return {
    origins: cors.AllowOrigins ?? [],
    methods: cors.AllowMethods ?? [],
    headers: cors.AllowHeaders ?? [],
    exposed: cors.ExposeHeaders ?? [],
    maxAgeSeconds: cors.MaxAge ?? 0,
    credentials: cors.AllowCredentials ?? false,
  };
}

/** An empty object takes CORS away; a member that is left out would stay. */
export function functionUrlToInput({ authType, invokeMode, cors }: FunctionUrlValues): {
  AuthType: FunctionUrlAuthType;
  InvokeMode: InvokeMode;
  Cors: Cors;
} {
  return {
    AuthType: authType as FunctionUrlAuthType,
    InvokeMode: invokeMode as InvokeMode,
    Cors: cors
      ? {
          AllowOrigins: [...cors.origins],
          AllowMethods: [...cors.methods],
          AllowHeaders: [...cors.headers],
          ExposeHeaders: [...cors.exposed],
          MaxAge: cors.maxAgeSeconds,
          AllowCredentials: cors.credentials,
        }
      : {},
  };
}

/** The two statements that let everyone call a URL without authentication, as AWS's console adds them. */
export const publicUrlStatements = [
  {
    StatementId: 'FunctionURLAllowPublicAccess',
    Action: 'lambda:InvokeFunctionUrl',
    Principal: '*',
    FunctionUrlAuthType: 'NONE',
  },
  {
    StatementId: 'FunctionURLInvokeAllowPublicAccess',
    Action: 'lambda:InvokeFunction',
    Principal: '*',
    InvokedViaFunctionUrl: true,
  },
] as const;
