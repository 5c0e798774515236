import { request, type IncomingHttpHeaders } from 'node:http';

export interface RawRequest {
  readonly method?: string;
  /** Sent as it is, without any normalising. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Signing name of an unverified signature; `null` sends none. */
  readonly service?: string | null;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** An `Authorization` header that is well formed and signed by nobody. */
export function fakeAuthorization(service: string, accessKeyId = 'AKIATEST'): string {
  return (
    `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/us-east-1/${service}/aws4_request, ` +
    `SignedHeaders=host, Signature=${'0'.repeat(64)}`
  );
}

/** Sends bytes as given, for what no SDK would send. */
export function sendRaw(port: number, raw: RawRequest): Promise<RawAnswer> {
  const { method = 'POST', path = '/', headers = {}, body, service = 'lambda' } = raw;
  const authorization: Record<string, string> =
    service === null ? {} : { authorization: fakeAuthorization(service) };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers: { ...authorization, ...headers }, agent: false },
      (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(pieces).toString('utf8'),
          }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** A form of the query protocol. */
export function form(fields: Readonly<Record<string, string>>): RawRequest {
  return {
    body: Object.entries(fields)
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join('&'),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}
