import 'server-only';
import { createHash } from 'node:crypto';
import { consoleError, type ConsoleError } from '@/lib/domain/console-error';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** SHA-256 of the body in lower-case hex; an upload without it is refused. */
export const uploadDigestHeader = 'x-content-sha256';

const silenceMs = 30_000;

/** Length and digest as the sender states them, checked before a byte is read; or the refusal and its status. */
function statedOf(
  headers: Headers,
  bytesMax: number,
): Result<{ length: number; sha256: string }, { error: ConsoleError; status: number }> {
  const no = (status: number, message: string) =>
    refuse({ status, error: consoleError(status === 413 ? 'quota' : 'invalid', message) });
  const text = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(text)) return no(411, 'The upload does not state its length.');
  const length = Number(text);
  if (length > bytesMax) {
    return no(
      413,
      `The upload is larger than ${bytesMax / 1024 / 1024} MB. Put a larger package into S3 and deploy it from there.`,
    );
  }
  const sha256 = headers.get(uploadDigestHeader) ?? '';
  if (!/^[0-9a-f]{64}$/.test(sha256))
    return no(400, `The upload does not state its SHA-256 in ${uploadDigestHeader}.`);
  return succeed({ length, sha256 });
}

/** The next piece, or an error when none comes for too long. */
async function nextPiece(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('silence')), silenceMs);
  });
  return Promise.race([reader.read(), silence]).finally(() => clearTimeout(timer));
}

/**
 * Reads the body of an upload and holds it to what was stated: never more than the length, and the digest must be
 * its own, so that a body cut on the way is noticed and not deployed.
 */
export async function readUpload(
  request: Request,
  bytesMax: number,
): Promise<Result<Uint8Array, { error: ConsoleError; status: number }>> {
  const stated = statedOf(request.headers, bytesMax);
  if (!stated.ok) return stated;
  const { length, sha256 } = stated.data;
  const bytes = new Uint8Array(length);
  const hash = createHash('sha256');
  let at = 0;
  const broken = (message: string) => refuse({ status: 400, error: consoleError('invalid', message) });
  const reader = request.body?.getReader();
  try {
    while (reader) {
      const { done, value } = await nextPiece(reader);
      if (done) break;
      if (at + value.length > length) {
        await reader.cancel();
        return broken('The upload is longer than it stated.');
      }
      bytes.set(value, at);
      hash.update(value);
      at += value.length;
    }
  } catch {
    return broken(`The upload stopped after ${at} of ${length} bytes. Deploy again.`);
  }
  if (at < length) return broken(`The upload ended after ${at} of ${length} bytes. Deploy again.`);
  if (hash.digest('hex') !== sha256)
    return broken('The upload does not have the SHA-256 it stated. Deploy again.');
  return succeed(bytes);
}
