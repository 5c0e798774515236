import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readUpload, uploadDigestHeader } from './read-upload';

const body = Buffer.from('package bytes '.repeat(1_000));
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function upload(
  options: { body?: Uint8Array; length?: string | null; sha256?: string | null } = {},
): Request {
  const headers = new Headers();
  const sent = options.body ?? body;
  if (options.length !== null) headers.set('content-length', options.length ?? String(sent.length));
  if (options.sha256 !== null) headers.set(uploadDigestHeader, options.sha256 ?? digest(sent));
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < sent.length; at += 1_000) controller.enqueue(sent.slice(at, at + 1_000));
      controller.close();
    },
  });
  return new Request('http://localhost/upload', {
    method: 'PUT',
    body: pieces,
    headers,
    duplex: 'half',
  } as RequestInit);
}

describe('readUpload', () => {
  it('hands over exactly what was sent', async () => {
    const read = await readUpload(upload(), 1_000_000);
    expect(read.ok && Buffer.from(read.data).equals(body)).toBe(true);
  });

  it.each([
    ['no length', { length: null }, 411],
    ['a length that is none', { length: '-1' }, 411],
    ['a length over the limit', { length: '1000001' }, 413],
    ['no digest', { sha256: null }, 400],
    ['a digest of other bytes', { sha256: digest(Buffer.from('other')) }, 400],
    ['fewer bytes than stated', { length: String(body.length + 1), sha256: digest(body) }, 400],
    ['more bytes than stated', { length: String(body.length - 1), sha256: digest(body) }, 400],
  ])('refuses %s', async (_, options, status) => {
    const read = await readUpload(upload(options), 1_000_000);
    expect(read.ok ? 200 : read.error.status).toBe(status);
  });

  it('names how much of a cut upload arrived', async () => {
    const read = await readUpload(upload({ length: String(body.length + 5) }), 1_000_000);
    expect(read.ok ? '' : read.error.error.message).toContain(`${body.length} of ${body.length + 5} bytes`);
  });
});
