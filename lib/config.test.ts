import { describe, expect, it } from 'vitest';
import { assertStartable, isLoopbackHost, parseConfig } from '@/lib/config';

describe('parseConfig', () => {
  it('works with nothing set', () => {
    expect(parseConfig({}, '/srv')).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      isLoopback: true,
      endpointUrl: 'http://127.0.0.1:4566',
      dataFolder: '/srv/.lambdeck',
      databasePath: '/srv/.lambdeck/console/console.db',
      addressPolicy: { allowLoopback: true, allowPrivate: false, allowedRanges: [] },
    });
  });
  it('counts an empty value as unset and follows the port of the endpoint', () => {
    expect(parseConfig({ PORT: '', LAMBDECK_ENDPOINT_PORT: '5000' })).toMatchObject({
      port: 3000,
      endpointUrl: 'http://127.0.0.1:5000',
    });
  });
  it('reads lists and flags', () => {
    const config = parseConfig({
      HOST: '0.0.0.0',
      LAMBDECK_ALLOWED_HOSTS: 'Deck.example, other.example',
      LAMBDECK_ALLOWED_RANGES: '10.0.0.0/8',
      LAMBDECK_BLOCK_PRIVATE: 'false',
    });
    expect(config.allowedHosts).toEqual(['deck.example', 'other.example']);
    expect(config.addressPolicy).toEqual({
      allowLoopback: false,
      allowPrivate: true,
      allowedRanges: ['10.0.0.0/8'],
    });
  });
  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ LAMBDECK_ENDPOINT_URL: 'file:///etc/passwd' }, 'LAMBDECK_ENDPOINT_URL'],
    [{ LAMBDECK_ADMIN_PASSWORD: 'short' }, 'LAMBDECK_ADMIN_PASSWORD'],
    [{ LAMBDECK_BLOCK_PRIVATE: 'maybe' }, 'LAMBDECK_BLOCK_PRIVATE'],
    [{ LAMBDECK_ALLOWED_RANGES: '10.0.0.0/40' }, 'LAMBDECK_ALLOWED_RANGES'],
  ])('names the setting it cannot use in %o', (source, name) => {
    expect(() => parseConfig(source)).toThrow(name);
  });
});

describe('assertStartable', () => {
  it('refuses to be reachable without a password', () => {
    expect(() => {
      assertStartable(parseConfig({ HOST: '0.0.0.0' }));
    }).toThrow('LAMBDECK_ADMIN_PASSWORD');
  });
  it.each([
    {},
    { HOST: 'localhost' },
    { HOST: '::1' },
    { HOST: '0.0.0.0', LAMBDECK_ADMIN_PASSWORD: 'long enough' },
  ])('starts with %o', (source) => {
    expect(() => {
      assertStartable(parseConfig(source));
    }).not.toThrow();
  });
});

it.each([
  ['127.0.0.1', true],
  ['127.8.8.8', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['127.0.0.1.evil.example', false],
  ['10.0.0.1', false],
])('isLoopbackHost(%s) is %s', (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});
