import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WireReply } from '../wire/message.ts';

/** A refused upload is read to its end up to this, so that the client gets to read the answer. */
const DRAIN_BYTES_MAX = 128 * 1_048_576;
/** Beyond it copying costs more than a second piece. */
const JOINED_BYTES_MAX = 8192;

/** Throws away the rest of a request body, and resolves when it is gone; hangs up on one that does not end. */
function drain(incoming: IncomingMessage): Promise<void> {
  let drained = 0;
  incoming.on('data', (piece: Buffer) => {
    drained += piece.length;
    if (drained > DRAIN_BYTES_MAX) incoming.destroy();
  });
  incoming.resume();
  return new Promise((resolve) => incoming.once('close', resolve).once('end', resolve));
}

function isStream(body: WireReply['body']): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && Symbol.asyncIterator in body;
}

function writable(outgoing: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      outgoing.off('drain', settle);
      outgoing.off('close', settle);
      resolve();
    };
    outgoing.on('drain', settle);
    outgoing.on('close', settle);
    if (outgoing.destroyed) settle();
  });
}

/** Pulls the next piece only when the socket took the last one; a caller that hung up ends the source. */
async function sendStream(outgoing: ServerResponse, body: AsyncIterable<Uint8Array>): Promise<void> {
  const source = body[Symbol.asyncIterator]();
  // One listener for the whole stream: racing each piece against one promise would pile up reactions on it.
  let hangUp: (() => void) | undefined;
  outgoing.once('close', () => hangUp?.());
  const next = (): Promise<IteratorResult<Uint8Array> | undefined> =>
    new Promise((resolve, reject) => {
      hangUp = () => resolve(undefined);
      if (outgoing.destroyed) hangUp();
      else source.next().then(resolve, reject);
    });
  try {
    for (;;) {
      const piece = await next();
      if (piece === undefined || piece.done) break;
      if (!outgoing.write(piece.value)) await writable(outgoing);
    }
  } finally {
    // Not awaited: a source that waits for something else would keep us here after the caller has gone.
    void Promise.resolve(source.return?.()).catch(() => undefined);
  }
  outgoing.end();
}

/**
 * Writes an answer. A stream that breaks destroys the connection, so that the caller sees an unfinished answer
 * and not a short one; the error is the caller's to log.
 */
export async function sendReply(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  reply: WireReply,
): Promise<void> {
  const { body, headers, status } = reply;
  if (outgoing.destroyed) return;
  const isRead = incoming.complete || incoming.destroyed;
  const drained = isRead ? undefined : drain(incoming);
  if (isStream(body)) {
    outgoing.writeHead(status, headers);
    outgoing.flushHeaders();
    try {
      await sendStream(outgoing, body);
    } catch (error) {
      outgoing.destroy();
      throw error;
    }
    return;
  }
  const bodiless = status === 204 || status === 304;
  if (!bodiless) headers['content-length'] ??= String(body === undefined ? 0 : Buffer.byteLength(body));
  outgoing.writeHead(status, headers);
  // A caller who wants the connection closed is hung up on at the end of the answer, in the middle of its upload.
  if (drained && !outgoing.shouldKeepAlive) {
    if (body !== undefined && !bodiless) outgoing.write(body);
    else outgoing.flushHeaders();
    await drained;
    outgoing.end();
  } else if (bodiless || body === undefined) outgoing.end();
  else if (typeof body === 'string') outgoing.end(body);
  // Head and body of a short answer leave as one text: joining them costs less than writing two pieces.
  else if (body.byteLength <= JOINED_BYTES_MAX) outgoing.end(latin1(body), 'latin1');
  else outgoing.end(body);
}

/** Byte for byte. */
function latin1({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
}
