import { describe, expect, it } from 'vitest';
import { adviceOf } from '@/lib/domain/answer-advice';

const answer = (status: number, body: string, headers: readonly (readonly [string, string])[] = []) => ({
  status,
  headers,
  body,
  isBinary: false,
});

describe('an answer of the gateway itself', () => {
  it('explains Missing Authentication Token', () => {
    expect(adviceOf(answer(403, '{"message":"Missing Authentication Token"}'))).toEqual({
      kind: 'no-such-method',
    });
  });
  it('explains Forbidden', () => {
    expect(adviceOf(answer(403, '{"message":"Forbidden"}'))).toEqual({ kind: 'forbidden' });
  });
  it('finds the reason of a refused token in its header', () => {
    const said = 'Bearer scope="" error="invalid_token" error_description="the token has expired"';
    expect(adviceOf(answer(401, '{"message":"Unauthorized"}', [['WWW-Authenticate', said]]))).toEqual({
      kind: 'token',
      reason: 'the token has expired',
    });
  });
  it.each([
    answer(200, '{"message":"Missing Authentication Token"}'),
    answer(403, 'Missing Authentication Token'),
    answer(403, 'null'),
    answer(403, '{"Message":"User is not authorized to access this resource"}'),
    answer(401, '{"message":"Unauthorized"}', [['www-authenticate', 'Bearer']]),
    { ...answer(403, '{"message":"Forbidden"}'), isBinary: true },
  ])('says nothing of %j', (given) => {
    expect(adviceOf(given)).toBeUndefined();
  });
});
