/** What "Enable CORS" sets on a resource. */
export interface CorsValues {
  readonly methods: readonly string[];
  readonly allowMethods: readonly string[];
  readonly allowHeaders: string;
  readonly allowOrigin: string;
  readonly exposeHeaders: string;
  /** Seconds, or empty. */
  readonly maxAge: string;
  readonly credentials: boolean;
  readonly gatewayResponses: readonly ('DEFAULT_4XX' | 'DEFAULT_5XX')[];
}

/** AWS's start values. */
export const corsDefaults: CorsValues = {
  methods: [],
  allowMethods: ['OPTIONS'],
  allowHeaders: 'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token',
  allowOrigin: '*',
  exposeHeaders: '',
  maxAge: '',
  credentials: false,
  gatewayResponses: [],
};

/** A text as a mapping writes it. */
export function staticValue(text: string): string {
  return `'${text}'`;
}

/** ANY is API Gateway's word: browsers know verbs alone. */
function methodsText(methods: readonly string[]): string {
  const isAny = methods.includes('ANY');
  return (isAny ? ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] : methods).join(',');
}

/** The headers of the answer to a preflight request, with their values. */
export function preflightHeaders(values: CorsValues): Readonly<Record<string, string>> {
  return {
    'Access-Control-Allow-Headers': values.allowHeaders,
    'Access-Control-Allow-Methods': methodsText(values.allowMethods),
    'Access-Control-Allow-Origin': values.allowOrigin,
    ...(values.maxAge !== '' && { 'Access-Control-Max-Age': values.maxAge }),
    ...(values.credentials && { 'Access-Control-Allow-Credentials': 'true' }),
  };
}

/** The headers that the answers of the other methods carry. */
export function answerHeaders(values: CorsValues): Readonly<Record<string, string>> {
  return {
    'Access-Control-Allow-Origin': values.allowOrigin,
    ...(values.exposeHeaders !== '' && { 'Access-Control-Expose-Headers': values.exposeHeaders }),
    ...(values.credentials && { 'Access-Control-Allow-Credentials': 'true' }),
  };
}
