import type { IncomingMessage } from 'node:http';
import { ServiceError } from '../errors.ts';
import type { WireBody } from '../wire/message.ts';

function incomplete(): ServiceError {
  return new ServiceError(
    'IncompleteBody',
    400,
    'The connection closed before the whole request body arrived.',
  );
}

/** Collects a body; undefined once it is longer than the limit, and what follows is thrown away as it comes. */
function readAll(incoming: IncomingMessage, limitBytes: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let total = 0;
    incoming.on('data', (piece: Buffer) => {
      total += piece.length;
      if (total > limitBytes) {
        pieces.length = 0;
        resolve(undefined);
      } else pieces.push(piece);
    });
    incoming.on('end', () => {
      const [only] = pieces;
      resolve(only && pieces.length === 1 ? only : Buffer.concat(pieces));
    });
    incoming.on('error', () => reject(incomplete()));
    incoming.on('aborted', () => reject(incomplete()));
  });
}

const NOTHING = new Uint8Array();

/** The body of a node:http request for the wire layer. It can be read once. */
export function nodeBody(incoming: IncomingMessage): WireBody {
  const { headers } = incoming;
  const length = headers['content-length'];
  const declaredBytes = length === undefined ? undefined : Number(length);
  const isEmpty = declaredBytes === 0 || (length === undefined && headers['transfer-encoding'] === undefined);
  return {
    declaredBytes: isEmpty ? 0 : declaredBytes,
    read: (limitBytes) => (isEmpty ? Promise.resolve(NOTHING) : readAll(incoming, limitBytes)),
    // A reader that gives up leaves the rest to be thrown away; destroyed, it would block the connection's next request.
    stream: () => ({ [Symbol.asyncIterator]: () => incoming.iterator({ destroyOnReturn: false }) }),
  };
}
