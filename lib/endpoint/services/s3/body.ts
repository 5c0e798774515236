import { createHash } from 'node:crypto';
import { ServiceError } from '../../errors.ts';
import type { RequestContext } from '../service.ts';
import { givenChecksum, readAlgorithm, startChecksum } from './checksums/checksum.ts';
import { invalidRequest, refused } from './errors.ts';
import type { Checksum } from './records.ts';

/** AWS's largest object in one request. */
const putBytesMax = 5 * 1024 ** 3;

/** What a body turned out to be, once all of it was read. */
export interface ReceivedBody {
  readonly bytes: number;
  readonly md5: Buffer;
  readonly checksum: Checksum | undefined;
}

export interface Receiving {
  /** Passes the bytes on, counts and sums them, and throws at the end when they are not the ones announced. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** Throws before the stream has ended. */
  result(): ReceivedBody;
}

interface BodyInput {
  readonly ContentLength?: number | undefined;
  readonly ContentMD5?: string | undefined;
}

/** Prepares to read a body. Throws at once what the head of the request already shows to be wrong. */
export function receive(
  body: unknown,
  input: BodyInput & object,
  { headers }: Pick<RequestContext, 'headers'>,
): Receiving {
  const declared = declaredBytes(headers);
  if (declared > putBytesMax)
    throw refused('EntityTooLarge', { ProposedSize: String(declared), MaxSizeAllowed: String(putBytesMax) });
  const wantedMd5 = input.ContentMD5 === undefined ? undefined : readMd5(input.ContentMD5);
  const given = givenChecksum(input);
  const trailerName = trailerOf(headers);
  const algorithm = given?.algorithm ?? readAlgorithm(trailerName?.slice('x-amz-checksum-'.length));
  const wantedSha256 = /^[0-9a-f]{64}$/.exec(headers['x-amz-content-sha256'] ?? '')?.[0];

  const md5 = createHash('md5');
  const sum = algorithm && startChecksum(algorithm);
  const sha256 = wantedSha256 === undefined ? undefined : createHash('sha256');
  let bytes = 0;
  let result: ReceivedBody | undefined;

  function check(): void {
    if (bytes !== declared) throw refused('IncompleteBody');
    const digest = md5.digest();
    if (wantedMd5 && !wantedMd5.equals(digest)) throw refused('BadDigest');
    if (sha256 && sha256.digest('hex') !== wantedSha256) throw refused('XAmzContentSHA256Mismatch');
    const value = sum?.digest().toString('base64');
    const wanted = given?.value ?? trailersOf(body).get(trailerName ?? '');
    if (algorithm && wanted !== value) throw badChecksum(algorithm, wanted);
    result = {
      bytes,
      md5: digest,
      checksum: algorithm && value !== undefined ? { algorithm, value, type: 'FULL_OBJECT' } : undefined,
    };
  }

  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const piece of piecesOf(body)) {
      bytes += piece.byteLength;
      if (bytes > declared) throw refused('IncompleteBody');
      md5.update(piece);
      sum?.update(piece);
      sha256?.update(piece);
      yield piece;
    }
    check();
  }

  return {
    stream: pass(),
    result() {
      if (!result) throw new Error('The body has not been read yet.');
      return result;
    },
  };
}

function declaredBytes(headers: Readonly<Record<string, string>>): number {
  const text = headers['x-amz-decoded-content-length'] ?? headers['content-length'];
  // Node takes a request without either for one without a body.
  if (text === undefined && headers['transfer-encoding'] !== undefined) throw refused('MissingContentLength');
  const bytes = Number(text ?? 0);
  if (!Number.isSafeInteger(bytes) || bytes < 0) throw invalidRequest('The decoded length is no number.');
  return bytes;
}

function readMd5(text: string): Buffer {
  const md5 = Buffer.from(text, 'base64');
  if (md5.length !== 16) throw refused('InvalidDigest');
  return md5;
}

function trailerOf(headers: Readonly<Record<string, string>>): string | undefined {
  const name = headers['x-amz-trailer']?.trim().toLowerCase();
  return name?.startsWith('x-amz-checksum-') ? name : undefined;
}

function trailersOf(body: unknown): ReadonlyMap<string, string> {
  const trailers = (body as { trailers?: unknown } | undefined)?.trailers;
  return trailers instanceof Map ? (trailers as Map<string, string>) : new Map();
}

function badChecksum(algorithm: string, wanted: string | undefined): ServiceError {
  if (wanted === undefined)
    return new ServiceError(
      'MalformedTrailerError',
      400,
      'The request contained trailing data that was not well-formed or did not conform to our published schema.',
    );
  return new ServiceError(
    'BadDigest',
    400,
    `The ${algorithm} you specified did not match the calculated checksum.`,
  );
}

/** A body that breaks off is the caller's affair, not a failure of ours. */
async function* piecesOf(body: unknown): AsyncGenerator<Uint8Array> {
  if (body === undefined || body === null) return;
  if (body instanceof Uint8Array) {
    yield body;
    return;
  }
  try {
    for await (const piece of body as AsyncIterable<Uint8Array>) yield piece;
  } catch (error) {
    throw error instanceof ServiceError ? error : refused('IncompleteBody');
  }
}
