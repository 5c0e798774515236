import { describe, expect, it } from 'vitest';
import { curlText, draftProblem, pairRow, toDraft, toRequest, type RequestDraft } from './request-draft';

const draft: RequestDraft = {
  stage: 'prod',
  method: 'POST',
  path: '/pets/{id}',
  parameters: { id: 'a b' },
  query: [pairRow('q', "it's"), pairRow('', 'lost')],
  headers: [pairRow(' accept ', 'text/plain'), pairRow()],
  body: '{"a":"it\'s"}',
  auth: 'none',
  apiKeyId: 'k1',
};

describe('toRequest', () => {
  it('fills in parameters and leaves out rows without a name', () => {
    expect(toRequest(draft)).toEqual({
      stage: 'prod',
      method: 'POST',
      path: '/pets/a%20b',
      query: [['q', "it's"]],
      headers: [
        ['accept', 'text/plain'],
        ['content-type', 'application/json'],
      ],
      body: '{"a":"it\'s"}',
      auth: 'none',
    });
  });

  it('sends no body with GET, and the key only where it is asked for', () => {
    expect(toRequest({ ...draft, method: 'GET', auth: 'api-key' })).toMatchObject({
      body: '',
      apiKeyId: 'k1',
    });
  });

  it('leaves the type of a body to a header that says it', () => {
    const typed = { ...draft, headers: [pairRow('Content-Type', 'a/b')] };
    expect(toRequest(typed).headers).toEqual([['Content-Type', 'a/b']]);
    expect(toRequest({ ...draft, headers: [], body: 'a=1' }).headers).toEqual([
      ['content-type', 'text/plain; charset=utf-8'],
    ]);
    expect(toRequest({ ...draft, headers: [], body: '' }).headers).toEqual([]);
  });

  it('comes back as it was', () => {
    const request = toRequest(draft);
    expect(toRequest(toDraft(request))).toEqual(request);
  });
});

it.each([
  [{}, undefined],
  [{ stage: '' }, { kind: 'stage' }],
  [{ parameters: {} }, { kind: 'parameter', name: 'id' }],
  [{ path: '/../x' }, { kind: 'path' }],
  [{ path: '/x?y' }, { kind: 'path' }],
  [{ headers: [pairRow('Host', 'x')] }, { kind: 'header', name: 'Host' }],
  [{ auth: 'api-key', apiKeyId: undefined }, { kind: 'api-key' }],
] as const)('%j: %j', (part, problem) => {
  expect(draftProblem({ ...draft, ...part })).toEqual(problem);
});

describe('curlText', () => {
  it('quotes for a shell', () => {
    expect(curlText(toRequest(draft), 'http://h/prod', 'eu-west-1')).toBe(
      [
        "curl -X POST 'http://h/prod/pets/a%20b?q=it%27s'",
        "-H 'accept: text/plain'",
        "-H 'content-type: application/json'",
        String.raw`--data-raw '{"a":"it'\''s"}'`,
      ].join(' \\\n  '),
    );
  });

  it('names variables in place of keys', () => {
    const signed = curlText(toRequest({ ...draft, auth: 'iam' }), 'http://h/prod', 'eu-west-1');
    expect(signed).toContain("--aws-sigv4 'aws:amz:eu-west-1:execute-api'");
    expect(signed).toContain('"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY"');
    expect(curlText(toRequest({ ...draft, auth: 'api-key' }), 'http://h/prod', 'x')).toContain('$API_KEY');
  });
});
