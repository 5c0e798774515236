import { Buffer } from 'node:buffer';
import type http from 'node:http';

const bodyBytesMax = 256 * 1024;

/** Answers with a JSON document. */
export function reply(
  response: http.ServerResponse,
  status: number,
  document: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(document));
}

/** Answers with an error in the form that all APIs of an environment share. */
export function refuse(
  response: http.ServerResponse,
  errorType: string,
  errorMessage: string,
  status = 403,
): void {
  reply(response, status, { errorMessage, errorType });
}

/** The body as JSON; undefined when it is empty, too long or not JSON. */
export async function readJson(request: http.IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request) {
      bytes += (part as Buffer).length;
      if (bytes > bodyBytesMax) return undefined;
      parts.push(part as Buffer);
    }
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}
