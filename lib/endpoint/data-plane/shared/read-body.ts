import type { IncomingMessage } from 'node:http';

const nothing = new Uint8Array();

/** Of what is too long, this many times the limit is still taken in and thrown away. */
const patience = 4;

/**
 * All of a request's body. Many clients read no answer before they have sent everything, so a body is read to its end
 * unless it is much too long. `gone` when the caller hung up before that.
 */
export async function readBody(
  request: IncomingMessage,
  bytesMax: number,
): Promise<Uint8Array | 'too-large' | 'gone'> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (encoding === undefined && (length === undefined || length === '0')) return nothing;
  if (Number(length ?? 0) > bytesMax * patience) return 'too-large';
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes <= bytesMax) pieces.push(piece);
      else pieces.length = 0;
      if (bytes > bytesMax * patience) return 'too-large';
    }
  } catch {
    return 'gone';
  }
  return bytes > bytesMax ? 'too-large' : Buffer.concat(pieces);
}
