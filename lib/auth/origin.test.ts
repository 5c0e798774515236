import { describe, expect, it } from 'vitest';
import { isHostServed, refusalOf } from '@/lib/auth/origin';

const local = { host: '127.0.0.1', allowedHosts: ['deck.example'] };
const open = { host: '0.0.0.0', allowedHosts: ['deck.example:8443'] };

function ask(method: string, pathname: string, headers: Record<string, string>) {
  return refusalOf({ method, pathname, headers: new Headers({ host: 'localhost:3000', ...headers }) }, local);
}

describe('isHostServed', () => {
  it.each([
    'localhost:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
    'LOCALHOST',
    'deck.example',
    'deck.example:443',
  ])('serves %s', (host) => {
    expect(isHostServed(host, local)).toBe(true);
  });
  it.each([
    null,
    '',
    'evil.example',
    'localhost.evil.example:3000',
    'deck.example.evil.example',
    '10.0.0.5:3000',
  ])('does not serve %s', (host) => {
    expect(isHostServed(host, local)).toBe(false);
  });
  it('serves addresses, which cannot be rebound, when the operator listens on all of them', () => {
    expect(isHostServed('10.0.0.5:3000', open)).toBe(true);
    expect(isHostServed('[fd00::5]:3000', open)).toBe(true);
    expect(isHostServed('deck.example:9000', open)).toBe(true);
    expect(isHostServed('10.0.0.5.evil.example', open)).toBe(false);
  });
});

describe('refusalOf', () => {
  it('refuses a rebound name, whatever is asked', () => {
    expect(ask('GET', '/', { host: 'evil.example:3000' })).toBe('host');
  });
  it('lets people come from links on other sites', () => {
    expect(ask('GET', '/c/local/us-east-1/functions', { 'sec-fetch-site': 'cross-site' })).toBeUndefined();
  });
  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:8080' }],
    ['another port, without the newer header', { origin: 'http://localhost:8080' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a subdomain', { origin: 'http://a.localhost:3000' }],
    ['a name that only begins alike', { origin: 'http://localhost:3000.evil.example' }],
  ])('refuses acts and data for %s', (_from, headers) => {
    expect(ask('POST', '/connections', headers)).toBe('origin');
    expect(ask('GET', '/api/c/local/us-east-1/search', headers)).toBe('origin');
    expect(ask('PUT', '/api/uploads/c/local/us-east-1/functions/f', headers)).toBe('origin');
  });
  it.each([
    ['our own pages', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }],
    ['our own pages behind TLS', { host: 'deck.example', origin: 'https://deck.example' }],
    [
      'our own pages where a proxy writes the port',
      { host: 'deck.example:443', origin: 'https://deck.example' },
    ],
    ['a program', {}],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('accepts acts from %s', (_from, headers) => {
    expect(ask('POST', '/connections', headers)).toBeUndefined();
    expect(ask('GET', '/api/c/local/us-east-1/search', headers)).toBeUndefined();
  });
});
