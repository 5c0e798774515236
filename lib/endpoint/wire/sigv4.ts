import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ServiceError } from '../errors.ts';
import type { ProtocolName } from './catalogue.ts';
import type { CredentialScope } from './credential-scope.ts';
import { parseParameters } from './form.ts';
import type { WireRequest } from './message.ts';
import { signatureRefused } from './refusals.ts';

const CLOCK_SKEW_MS = 15 * 60_000;
/** AWS's longest validity of a presigned URL. */
const EXPIRES_SECONDS_MAX = 604_800;
const UNSIGNED = 'UNSIGNED-PAYLOAD';
const HEX_SHA256 = /^[0-9a-f]{64}$/;

function sha256Hex(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: Uint8Array | string, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** S3 signs the path as sent; all others sign it normalised and encoded once more. */
function canonicalPath(path: string, service: string): string {
  if (service === 's3') return path;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  const normalised = `/${segments.join('/')}${segments.length > 0 && path.endsWith('/') ? '/' : ''}`;
  return encode(normalised).replaceAll('%2F', '/');
}

function canonicalQuery(query: string): string {
  return parseParameters(query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function canonicalRequest(request: WireRequest, scope: CredentialScope, payloadHash: string): string {
  const headers = scope.signedHeaders.map(
    (name) => `${name}:${(request.headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`,
  );
  return [
    request.method,
    canonicalPath(request.path, scope.service),
    canonicalQuery(request.query),
    headers.join(''),
    scope.signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

function parseTimestamp(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function timeProblem(scope: CredentialScope, nowMs: number): string | undefined {
  const signedMs = parseTimestamp(scope.timestamp ?? '');
  if (Number.isNaN(signedMs) || scope.timestamp?.slice(0, 8) !== scope.date)
    return 'The request has no X-Amz-Date that fits its credential scope.';
  const skew = nowMs - signedMs;
  if (skew < -CLOCK_SKEW_MS) return `Signature not yet current: ${scope.timestamp} is in the future.`;
  const validMs =
    scope.placement === 'query'
      ? Math.min(scope.expiresSeconds ?? 0, EXPIRES_SECONDS_MAX) * 1000
      : CLOCK_SKEW_MS;
  return skew > validMs ? `Signature expired: ${scope.timestamp} is now earlier than allowed.` : undefined;
}

/** The hash the signature covers; `body` is undefined for operations that stream. */
function payloadHash(request: WireRequest, scope: CredentialScope, body: Uint8Array | undefined): string {
  const declared = request.headers['x-amz-content-sha256'];
  if (declared !== undefined) return declared;
  if (scope.placement === 'query' && scope.service === 's3') return UNSIGNED;
  return sha256Hex(body ?? new Uint8Array());
}

/** Whether a body is the one its signed hash speaks of; streams and unsigned payloads are not looked at. */
function isBodyIntact(hash: string, body: Uint8Array | undefined): boolean {
  return body === undefined || !HEX_SHA256.test(hash) || sha256Hex(body) === hash;
}

/** Headers that must be under the signature, or a proxy on the way could change the meaning of a request. */
function unsignedHeader(request: WireRequest, scope: CredentialScope): string | undefined {
  const mustBeSigned = Object.keys(request.headers).filter(
    (name) => name === 'host' || (name.startsWith('x-amz-') && scope.placement === 'header'),
  );
  return mustBeSigned.find((name) => !scope.signedHeaders.includes(name) && name !== 'x-amz-content-sha256');
}

export interface SignatureCheck {
  readonly request: WireRequest;
  readonly scope: CredentialScope;
  readonly protocol: ProtocolName;
  /** The bytes as sent; undefined when the operation streams. */
  readonly body: Uint8Array | undefined;
  readonly nowMs: number;
}

/**
 * Checks a signature against the configured keys: undefined when it holds, the refusal otherwise. Signatures of
 * single chunks in an aws-chunked body are not checked.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function checkSignature(
  check: SignatureCheck,
  secretOf: (accessKeyId: string) => string | undefined,
): ServiceError | undefined {
  const { request, scope, protocol, body } = check;
  const mismatch = (message: string) => signatureRefused(protocol, 'mismatch', message);
  const secret = secretOf(scope.accessKeyId);
  if (secret === undefined)
    return signatureRefused(
      protocol,
      'unknown-key',
      'The security token included in the request is invalid.',
    );
  if (scope.algorithm !== 'AWS4-HMAC-SHA256' || scope.region === undefined)
    return mismatch('Signature Version 4A is not verified by this endpoint: sign with Signature Version 4.');
  const problem = timeProblem(scope, check.nowMs);
  if (problem !== undefined) return mismatch(problem);
  const unsigned = unsignedHeader(request, scope);
  if (unsigned !== undefined) return mismatch(`The header '${unsigned}' must be signed.`);
  const hash = payloadHash(request, scope, body);
  const scopeText = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  const stringToSign = [
    scope.algorithm,
    scope.timestamp,
    scopeText,
    sha256Hex(canonicalRequest(request, scope, hash)),
  ].join('\n');
  const dateKey = hmac(`AWS4${secret}`, scope.date);
  const signingKey = hmac(hmac(hmac(dateKey, scope.region), scope.service), 'aws4_request');
  const expected = Buffer.from(hmac(signingKey, stringToSign).toString('hex'));
  const given = Buffer.from(scope.signature.toLowerCase());
  if (expected.length !== given.length || !timingSafeEqual(expected, given))
    return mismatch(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret ' +
        'Access Key and signing method.',
    );
  return isBodyIntact(hash, body)
    ? undefined
    : mismatch("The provided 'x-amz-content-sha256' header does not match what was computed.");
}
