import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { parseParameters } from './form.ts';

/** The signature part of a request, whether in `Authorization` or in a presigned URL. */
export interface CredentialScope {
  readonly placement: 'header' | 'query';
  readonly algorithm: 'AWS4-HMAC-SHA256' | 'AWS4-ECDSA-P256-SHA256';
  readonly accessKeyId: string;
  /** `YYYYMMDD`. */
  readonly date: string;
  /** Undefined in SigV4a, whose scope has none. */
  readonly region: string | undefined;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `YYYYMMDDTHHMMSSZ`, when the request says so. */
  readonly timestamp: string | undefined;
  readonly expiresSeconds: number | undefined;
}

const ALGORITHM = /^AWS4-(HMAC|ECDSA-P256)-SHA256$/;
const ACCESS_KEY = /^[\w-]{3,128}$/;
const SCOPE_DATE = /^\d{8}$/;
const SCOPE_NAME = /^[a-z0-9-]{1,64}$/;
const SIGNATURE = /^[0-9a-f]{64,512}$/i;
const TIMESTAMP = /^\d{8}T\d{6}Z$/;

interface Parts {
  readonly placement: CredentialScope['placement'];
  readonly algorithm: string;
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  readonly timestamp: string | undefined;
  readonly expires: string | undefined;
}

function build(parts: Parts): CredentialScope | undefined {
  const isV4a = parts.algorithm.includes('ECDSA');
  const segments = parts.credential.split('/');
  const [accessKeyId = '', date = ''] = segments;
  const [service = '', terminator = ''] = segments.slice(-2);
  const region = isV4a ? undefined : segments[2];
  const isWellFormed =
    ALGORITHM.test(parts.algorithm) &&
    segments.length === (isV4a ? 4 : 5) &&
    terminator === 'aws4_request' &&
    ACCESS_KEY.test(accessKeyId) &&
    SCOPE_DATE.test(date) &&
    SCOPE_NAME.test(service) &&
    (region === undefined || SCOPE_NAME.test(region)) &&
    SIGNATURE.test(parts.signature);
  if (!isWellFormed) return undefined;
  const expiresSeconds = parts.expires === undefined ? undefined : Number(parts.expires);
  if (
    parts.placement === 'query' &&
    !(Number.isInteger(expiresSeconds) && TIMESTAMP.test(parts.timestamp ?? ''))
  )
    return undefined;
  return {
    placement: parts.placement,
    algorithm: isV4a ? 'AWS4-ECDSA-P256-SHA256' : 'AWS4-HMAC-SHA256',
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: parts.signedHeaders.split(';'),
    signature: parts.signature,
    timestamp: TIMESTAMP.test(parts.timestamp ?? '') ? parts.timestamp : undefined,
    expiresSeconds,
  };
}

/** Everything of a header but its signature and the time of the request: a client repeats it for a day. */
type RepeatedScope = Omit<CredentialScope, 'signature' | 'timestamp'>;

const repeated = new Map<string, RepeatedScope>();
const repeatedMax = 1000;
/** Where clients put the signature: at the end. */
const SIGNATURE_FIELD = 'Signature=';

function fromHeader(
  authorization: string,
  headers: Readonly<Record<string, string>>,
): CredentialScope | undefined {
  const at = authorization.lastIndexOf(SIGNATURE_FIELD) + SIGNATURE_FIELD.length;
  const beginning = authorization.slice(0, at);
  const signature = authorization.slice(at);
  const known = SIGNATURE.test(signature) ? repeated.get(beginning) : undefined;
  const sent = headers['x-amz-date'];
  if (known) return { ...known, signature, timestamp: TIMESTAMP.test(sent ?? '') ? sent : undefined };
  const scope = parseHeader(authorization, sent);
  const isField = /[\s,]Signature=$/.test(beginning);
  if (!isField || scope?.signature !== signature) return scope;
  if (repeated.size >= repeatedMax) repeated.clear();
  repeated.set(beginning, scope);
  return scope;
}

function parseHeader(authorization: string, timestamp: string | undefined): CredentialScope | undefined {
  const [, algorithm = '', rest = ''] = /^(\S+)\s+(.+)$/s.exec(authorization) ?? [];
  const fields = new Map(
    rest.split(',').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
    }),
  );
  return build({
    placement: 'header',
    algorithm,
    credential: fields.get('Credential') ?? '',
    signedHeaders: fields.get('SignedHeaders') ?? '',
    signature: fields.get('Signature') ?? '',
    timestamp,
    expires: undefined,
  });
}

function fromQuery(query: string): CredentialScope | undefined {
  const fields = new Map(parseParameters(query));
  return build({
    placement: 'query',
    algorithm: fields.get('X-Amz-Algorithm') ?? '',
    credential: fields.get('X-Amz-Credential') ?? '',
    signedHeaders: fields.get('X-Amz-SignedHeaders') ?? '',
    signature: fields.get('X-Amz-Signature') ?? '',
    timestamp: fields.get('X-Amz-Date'),
    expires: fields.get('X-Amz-Expires'),
  });
}

/**
 * Who signed a request, and for what. Undefined when there is no signature or it is not well formed. This reads
 * only what the request claims; `sigv4.ts` checks it.
 */
export function readCredentialScope(
  headers: Readonly<Record<string, string>>,
  query: string,
): CredentialScope | undefined {
  const authorization = headers.authorization;
  if (authorization !== undefined) return fromHeader(authorization, headers);
  return query.includes('X-Amz-Credential=') ? fromQuery(query) : undefined;
}

const DEFAULT_ACCOUNT = '000000000000';

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An access key that is a 12-digit number is the account itself; the endpoint's temporary keys have it in them. */
export function accountOf(accessKeyId: string): string {
  if (/^\d{12}$/.test(accessKeyId)) return accessKeyId;
  return (/^ASIA[A-Z2-7]{16}$/.test(accessKeyId) && accountIn(accessKeyId.slice(4))) || DEFAULT_ACCOUNT;
}

/** See STS's `temporaryKeyId`: also of sessions that have been forgotten, as in a presigned URL. */
function accountIn(letters: string): string | undefined {
  let bits = 0n;
  for (const letter of letters) bits = bits * 32n + BigInt(base32.indexOf(letter));
  const bytes = Buffer.from(bits.toString(16).padStart(20, '0'), 'hex');
  const digest = createHash('sha256').update(bytes.subarray(0, 8)).digest();
  if (!digest.subarray(0, 2).equals(bytes.subarray(8))) return undefined;
  return String(Math.floor(bytes.readUIntBE(0, 6) / 128)).padStart(12, '0');
}
