import { describe, expect, it } from 'vitest';
import { readCredentialScope } from './credential-scope.ts';

const beginning =
  'AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/lambda/aws4_request, SignedHeaders=host;x-amz-date, ';
const [first, second] = ['a'.repeat(64), 'b'.repeat(64)];

function read(authorization: string, time = '20260101T000000Z') {
  return readCredentialScope({ authorization, 'x-amz-date': time }, '');
}

describe('readCredentialScope', () => {
  it('takes signature and time of each request, whose other parts repeat', () => {
    const scope = read(`${beginning}Signature=${first}`);
    expect(scope).toMatchObject({
      accessKeyId: 'AKIA',
      region: 'eu-west-1',
      service: 'lambda',
      signedHeaders: ['host', 'x-amz-date'],
      signature: first,
      timestamp: '20260101T000000Z',
    });
    expect(read(`${beginning}Signature=${second}`, '20260102T000000Z')).toEqual({
      ...scope,
      signature: second,
      timestamp: '20260102T000000Z',
    });
    expect(read(`${beginning}Signature=${second}`, 'yesterday')?.timestamp).toBeUndefined();
  });

  it.each(['', 'abc', `${first}, `, `${first} x`, `${first},Credential=x`])(
    'reads %j after a known beginning as it would alone',
    (signature) => {
      read(`${beginning}Signature=${first}`);
      const known = read(`${beginning}Signature=${signature}`);
      const alone = read(`${beginning.replace('Credential', ' Credential')}Signature=${signature}`);
      expect(known).toEqual(alone);
    },
  );

  it('takes no field that only ends like the signature for it', () => {
    const authorization = (end: string) => `${beginning}Signature=${first},XSignature=${end}`;
    expect(read(authorization(first))?.signature).toBe(first);
    expect(read(authorization(second))?.signature).toBe(first);
  });
});
