import { describe, expect, it } from 'vitest';
import { addressHost, localHost, readSettings } from './settings.ts';

describe('readSettings', () => {
  it('has defaults for everything', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      endpointHost: '127.0.0.1',
      endpointPort: 4566,
    });
  });

  it.each([
    ['a port that is none', { PORT: 'abc' }, 'PORT'],
    ['an endpoint port out of range', { LAMBDECK_ENDPOINT_PORT: '70000' }, 'LAMBDECK_ENDPOINT_PORT'],
    ['one port for both', { PORT: '4566' }, 'each need a port of their own'],
    ['other machines without a password', { HOST: '0.0.0.0' }, 'LAMBDECK_ADMIN_PASSWORD'],
  ])('refuses %s in one sentence', (_what, environment, words) => {
    expect(() => readSettings(environment)).toThrow(words);
  });

  it('lets other machines in behind a password', () => {
    expect(readSettings({ HOST: '0.0.0.0', LAMBDECK_ADMIN_PASSWORD: 'long enough' }).host).toBe('0.0.0.0');
  });
});

describe('hosts', () => {
  it.each([
    ['127.0.0.1', 'localhost', '127.0.0.1'],
    ['0.0.0.0', 'localhost', '127.0.0.1'],
    ['::', 'localhost', '[::1]'],
    ['192.168.1.5', '192.168.1.5', '192.168.1.5'],
    ['fe80::1', '[fe80::1]', '[fe80::1]'],
  ])('%s is opened as %s and asked as %s', (host, opened, asked) => {
    expect(addressHost(host)).toBe(opened);
    expect(localHost(host)).toBe(asked);
  });
});
