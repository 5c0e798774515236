import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createUrlCallers } from './url-callers.ts';

const now = Date.parse('2026-02-03T04:05:06Z');
const hash = (data: string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

/** Signs as clients do: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function sign(secret: string, body: string, service = 'lambda') {
  const host = 'x.lambda-url.us-east-1.localhost';
  const scope = `20260203/us-east-1/${service}/aws4_request`;
  const canonical = `POST\n/p\n\nhost:${host}\nx-amz-date:20260203T040506Z\n\nhost;x-amz-date\n${hash(body)}`;
  const toSign = `AWS4-HMAC-SHA256\n20260203T040506Z\n${scope}\n${hash(canonical)}`;
  const key = scope.split('/').reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`);
  const signature = hmac(key, toSign).toString('hex');
  return {
    method: 'POST',
    path: '/p',
    query: '',
    headers: {
      host,
      'x-amz-date': '20260203T040506Z',
      authorization: `AWS4-HMAC-SHA256 Credential=AKID/${scope}, SignedHeaders=host;x-amz-date, Signature=${signature}`,
    },
  };
}

describe('who signed a call to a function URL', () => {
  const caller = { accountId: '000000000000', accessKey: 'AKID' };

  it('is verified where keys are configured', () => {
    const callerOf = createUrlCallers(new Map([['AKID', 'secret']]), () => now);
    expect(callerOf(sign('secret', 'body'), Buffer.from('body'))).toEqual(caller);
    expect(callerOf(sign('secret', 'body'), Buffer.from('changed'))).toBeUndefined();
    expect(callerOf(sign('guess', 'body'), Buffer.from('body'))).toBeUndefined();
    expect(callerOf(sign('secret', 'body', 's3'), Buffer.from('body'))).toBeUndefined();
    const late = createUrlCallers(new Map([['AKID', 'secret']]), () => now + 16 * 60_000);
    expect(late(sign('secret', 'body'), Buffer.from('body'))).toBeUndefined();
  });

  it('is believed where none are, but only in a header', () => {
    const callerOf = createUrlCallers(new Map(), () => now);
    const signed = sign('anything', 'body');
    expect(callerOf(signed, Buffer.from('body'))).toEqual(caller);
    expect(callerOf({ ...signed, headers: {} }, Buffer.from('body'))).toBeUndefined();
    const query =
      'X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKID%2F20260203%2Fus-east-1%2Flambda%2Faws4_request' +
      `&X-Amz-Date=20260203T040506Z&X-Amz-Expires=60&X-Amz-SignedHeaders=host&X-Amz-Signature=${'0'.repeat(64)}`;
    expect(callerOf({ ...signed, headers: {}, query }, Buffer.from(''))).toBeUndefined();
    expect(
      callerOf({ ...signed, headers: {}, query: 'X-Amz-Credential=%' }, Buffer.from('')),
    ).toBeUndefined();
  });
});
