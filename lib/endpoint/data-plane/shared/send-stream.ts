import type { ServerResponse } from 'node:http';
import { setHead, type Answer } from './answer.ts';

/**
 * Writes an answer whose body comes bit by bit; tells how many bytes went out. A stream that breaks is cut off, so that
 * the caller sees it unfinished.
 */
export async function sendStream(
  response: ServerResponse,
  answer: Answer,
  stream: AsyncIterable<Uint8Array>,
): Promise<number> {
  let sentBytes = 0;
  setHead(response, answer);
  response.flushHeaders();
  try {
    for await (const bytes of stream) {
      if (response.destroyed) return sentBytes;
      sentBytes += bytes.length;
      if (!response.write(bytes)) await writable(response);
    }
    response.end();
  } catch {
    response.destroy();
  }
  return sentBytes;
}

/** Resolves when the socket takes more, or is gone. */
export function writable(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = (): void => {
      response.off('drain', settle);
      response.off('close', settle);
      resolve();
    };
    response.on('drain', settle);
    response.on('close', settle);
    if (response.destroyed) settle();
  });
}
