import { describe, expect, it } from 'vitest';
import { corsText, fromUrlDraft, newUrl, tickMethod, toUrlDraft } from './url-draft';

const cors = {
  origins: ['https://a.example', 'https://b.example'],
  methods: ['GET', 'POST'],
  headers: ['x-a'],
  exposed: [],
  maxAgeSeconds: 60,
  credentials: true,
};

describe('the draft of a function URL', () => {
  it('goes there and back without a change', () => {
    const values = { authType: 'NONE', invokeMode: 'RESPONSE_STREAM', cors };
    expect(fromUrlDraft(toUrlDraft(values))).toEqual(values);
    expect(fromUrlDraft(toUrlDraft(newUrl))).toEqual(newUrl);
  });
  it('splits lists at lines and commas', () => {
    const draft = {
      ...toUrlDraft({ ...newUrl, cors }),
      origins: ' https://a.example,\n\nhttps://c.example ',
    };
    expect(fromUrlDraft(draft).cors?.origins).toEqual(['https://a.example', 'https://c.example']);
  });
  it('does not read a maximum age that is no number', () => {
    expect(fromUrlDraft({ ...toUrlDraft({ ...newUrl, cors }), maxAge: '1m' }).cors?.maxAgeSeconds).toBeNaN();
  });
  it('has the wildcard or other methods, never both', () => {
    expect(tickMethod(['GET', 'PUT'], '*', true)).toEqual(['*']);
    expect(tickMethod(['*'], 'GET', true)).toEqual(['GET']);
    expect(tickMethod(['GET', 'PUT'], 'GET', false)).toEqual(['PUT']);
  });
  it('says in one line what CORS allows', () => {
    expect(corsText(cors)).toBe(
      'https://a.example, https://b.example · GET POST · allow x-a · 60 s · credentials',
    );
    expect(corsText({ ...cors, methods: ['POST', 'GET'] })).toBe(corsText(cors));
    expect(corsText(null)).toBe('');
  });
});
