import { describe, expect, test } from 'vitest';
import { toAnswerV1, toAnswerV2 } from './lambda-answer.ts';

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

describe('format 1.0', () => {
  const answer = (value: unknown) => toAnswerV1(bytes(value), 'application/json');
  const json = { 'content-type': 'application/json' };

  test.each<[unknown, object]>([
    [{}, { status: 200, headers: json, body: '' }],
    [
      { statusCode: '201', body: 'x' },
      { status: 201, body: 'x' },
    ],
    [
      { headers: null, body: null },
      { status: 200, headers: json, body: '' },
    ],
    [{ headers: { a: true } }, { headers: { a: ['true'] } }],
    [
      { headers: { A: 'solo' }, multiValueHeaders: { a: ['one', 'two'] } },
      { headers: { a: ['one', 'two', 'solo'] } },
    ],
    [{ headers: { constructor: 'c' } }, { headers: { constructor: ['c'] } }],
    [
      { headers: { 'Content-Type': 'text/html', 'Content-Length': '999' } },
      { headers: { 'content-type': ['text/html'] } },
    ],
    [{ body: 'eA==', isBase64Encoded: true }, { body: Buffer.from('x') }],
  ])('%j is an answer', (value, expected) => {
    expect(answer(value)).toMatchObject(expected);
  });

  test.each([
    'null',
    '7',
    '"text"',
    '[]',
    'no JSON',
    '',
    { extra: 1 },
    { statusCode: 'x' },
    { statusCode: 1000 },
    { body: {} },
    { multiValueHeaders: { a: 'b' } },
    { headers: [] },
    { headers: { a: 'b\r\nc: d' } },
    { errorMessage: 'failed', errorType: 'Error' },
  ])('%j is none', (value) => {
    expect(answer(value)).toBeUndefined();
  });
});

describe('format 2.0', () => {
  test('is inferred without a status', () => {
    expect(toAnswerV2(bytes({ body: 1 }), 'text/plain')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"body":1}',
    });
  });

  test('takes the default type only where none is named', () => {
    const named = { statusCode: 200, headers: { 'CONTENT-TYPE': 'a/b' } };
    expect(toAnswerV2(bytes(named), 'text/plain')?.headers).toEqual({ 'content-type': 'a/b' });
    expect(toAnswerV2(bytes({ statusCode: 200 }), 'text/plain')?.headers).toEqual({
      'content-type': 'text/plain',
    });
  });
});
