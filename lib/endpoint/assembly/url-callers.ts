import { readCredentialScope, accountOf } from '../wire/credential-scope.ts';
import { checkSignature } from '../wire/sigv4.ts';

interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Who signed a request to a function URL, a deployed API or a database proxy (`service` is `lambda`, `execute-api` or
 * `rds-db`). Without configured
 * keys any well-formed signature for the service counts, as on the control plane; with keys it is verified.
 */
export function createUrlCallers(
  keys: ReadonlyMap<string, string>,
  now: () => number,
  service: 'lambda' | 'execute-api' | 'rds-db' = 'lambda',
  sessionOf: (accessKeyId: string) => { accountId: string; secret: string } | undefined = () => undefined,
) {
  return (request: SignedRequest, body: Uint8Array, { mayBeInQuery = false } = {}) => {
    const scope = readScope(request);
    if (!scope || scope.service !== service) return undefined;
    // A link on a web page can carry a made-up signature in its query, but not one in a header.
    if (keys.size === 0 && scope.placement === 'query' && !mayBeInQuery) return undefined;
    if (keys.size > 0) {
      const whole = {
        ...request,
        body: {
          declaredBytes: body.length,
          read: () => Promise.resolve(body),
          // Unused by the check: the bytes are at hand.
          stream: () => {
            throw new Error('The body of this call was read already.');
          },
        },
      };
      const check = { request: whole, scope, protocol: 'restJson1', body, nowMs: now() } as const;
      if (checkSignature(check, (id) => keys.get(id) ?? sessionOf(id)?.secret)) return undefined;
    }
    const { accessKeyId } = scope;
    return {
      accountId: sessionOf(accessKeyId)?.accountId ?? accountOf(accessKeyId),
      accessKey: accessKeyId,
    };
  };
}

function readScope(request: SignedRequest) {
  try {
    return readCredentialScope(request.headers, request.query);
  } catch {
    // A query that cannot be decoded carries no signature.
    return undefined;
  }
}
