import 'server-only';
import { ConnectionError } from '@/lib/connections/connection';

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nothing answers at the address of the endpoint: the connection was refused.',
  ECONNRESET: 'The endpoint broke the connection before its answer was complete.',
  EPIPE: 'The endpoint broke the connection before the request was complete.',
  ETIMEDOUT: 'The endpoint did not answer in time.',
  TimeoutError: 'The endpoint did not answer in time.',
  AbortError: 'The call was stopped before the endpoint answered.',
  ENOTFOUND: 'The host name of the endpoint does not resolve to an address.',
  EAI_AGAIN: 'The host name of the endpoint could not be resolved: the name server did not answer.',
  EHOSTUNREACH: 'There is no route to the endpoint.',
  ENETUNREACH: 'There is no network route to the endpoint.',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'The certificate of the endpoint is self-signed. Give its authority in the connection.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'The certificate of the endpoint is signed by an authority that is not known here. Give it in the connection.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The certificate of the endpoint is signed by an authority that is not known here. Give it in the connection.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'The certificate of the endpoint is signed by an authority that is not known here. Give it in the connection.',
  CERT_HAS_EXPIRED: 'The certificate of the endpoint has expired.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate of the endpoint is for another host name.',
  HPE_INVALID_CONSTANT: 'The endpoint does not speak HTTP on this port.',
  EPROTO: 'The endpoint does not speak TLS on this port. Use http:// or another port.',
};

const nestingMax = 5;

/** The code of a failure of the network somewhere in the causes of `error`, or undefined when it is none. */
export function networkErrorCode(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > nestingMax || error instanceof ConnectionError) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined && (code in sentences || /^(ERR_(SSL|TLS)|CERT_|HPE_)/.test(code))) return code;
  if (error.name in sentences) return error.name;
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [error.cause];
  for (const cause of inner) {
    const found = networkErrorCode(cause, depth + 1);
    if (found !== undefined) return found;
  }
  return /^(aborted|socket hang up)$/.test(error.message) ? 'ECONNRESET' : undefined;
}

/** One sentence for a code of `networkErrorCode`. */
export function describeNetworkError(code: string): string {
  return sentences[code] ?? `The secure connection to the endpoint failed (${code}).`;
}
