/** CORS settings of a function URL or an HTTP API. */
export interface CorsSettings {
  readonly AllowCredentials?: boolean | undefined;
  readonly AllowHeaders?: readonly string[] | undefined;
  readonly AllowMethods?: readonly string[] | undefined;
  readonly AllowOrigins?: readonly string[] | undefined;
  readonly ExposeHeaders?: readonly string[] | undefined;
  readonly MaxAge?: number | undefined;
}

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** What of a request decides. */
export interface CorsQuestion {
  readonly method: string;
  readonly origin: string | undefined;
  readonly requestedMethod: string | undefined;
}

/** A browser's question before a call; other OPTIONS requests are the back end's. */
export function isPreflight({ method, origin, requestedMethod }: CorsQuestion): boolean {
  return method === 'OPTIONS' && origin !== undefined && requestedMethod !== undefined;
}

/** Headers of the answer to a preflight: none for an origin that is not allowed. */
export function preflightHeaders(cors: CorsSettings, origin: string | undefined): Record<string, string> {
  const shared = originHeaders(cors, origin);
  if (!shared) return {};
  return {
    ...shared,
    ...list('access-control-allow-methods', cors.AllowMethods),
    ...list('access-control-allow-headers', cors.AllowHeaders),
    ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
  };
}

/** The back end's headers with its own CORS headers replaced by the configured ones. */
export function withCors(
  headers: Headers,
  cors: CorsSettings | undefined,
  origin: string | undefined,
): Headers {
  if (!cors) return headers;
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'));
  const shared = originHeaders(cors, origin);
  const own: Record<string, string | readonly string[]> = Object.fromEntries(kept);
  const vary = own['vary'];
  return {
    ...own,
    ...shared,
    ...(vary !== undefined && { vary: shared?.['vary'] ? `${String(vary)}, Origin` : vary }),
    ...(shared && list('access-control-expose-headers', cors.ExposeHeaders)),
  };
}

function originHeaders(cors: CorsSettings, origin: string | undefined): Record<string, string> | undefined {
  if (origin === undefined) return undefined;
  const allowed = cors.AllowOrigins ?? [];
  const isAllowed = allowed.some(
    (one) => one === '*' || one === origin || (one.endsWith('://*') && origin.startsWith(one.slice(0, -1))),
  );
  if (!isAllowed) return undefined;
  // Browsers refuse the star together with credentials.
  const isStar = allowed.includes('*') && !cors.AllowCredentials;
  return {
    'access-control-allow-origin': isStar ? '*' : origin,
    ...(!isStar && { vary: 'Origin' }),
    ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
  };
}

function list(name: string, values: readonly string[] | undefined): Record<string, string> {
  return values && values.length > 0 ? { [name]: values.join(',') } : {};
}
