/** The CORS settings of a URL, as its config keeps them. */
interface CorsSettings {
  readonly AllowCredentials?: boolean;
  readonly AllowHeaders?: readonly string[];
  readonly AllowMethods?: readonly string[];
  readonly AllowOrigins?: readonly string[];
  readonly ExposeHeaders?: readonly string[];
  readonly MaxAge?: number;
}

type Headers = Readonly<Record<string, string>>;

/** A browser's question before a call; other OPTIONS requests are the function's. */
export function isPreflight(method: string, headers: Headers): boolean {
  return (
    method === 'OPTIONS' &&
    headers['origin'] !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}

/** Headers of the answer to a preflight: none for an origin that is not allowed. */
export function preflightHeaders(cors: CorsSettings, headers: Headers): Record<string, string> {
  const shared = originHeaders(cors, headers);
  if (!shared) return {};
  return {
    ...shared,
    ...list('access-control-allow-methods', cors.AllowMethods),
    ...list('access-control-allow-headers', cors.AllowHeaders),
    ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
  };
}

/** The function's headers with its own CORS headers replaced by the URL's. */
export function withCors(
  responseHeaders: Headers,
  cors: CorsSettings | undefined,
  headers: Headers,
): Record<string, string> {
  if (!cors) return { ...responseHeaders };
  const kept = Object.entries(responseHeaders).filter(([name]) => !name.startsWith('access-control-'));
  const shared = originHeaders(cors, headers);
  const own = Object.fromEntries(kept);
  return {
    ...own,
    ...shared,
    ...(own['vary'] !== undefined && { vary: shared?.['vary'] ? `${own['vary']}, Origin` : own['vary'] }),
    ...(shared && list('access-control-expose-headers', cors.ExposeHeaders)),
  };
}

function originHeaders(cors: CorsSettings, headers: Headers): Record<string, string> | undefined {
  const { origin } = headers;
  if (origin === undefined) return undefined;
  const allowed = cors.AllowOrigins ?? [];
  if (!allowed.includes('*') && !allowed.includes(origin)) return undefined;
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
