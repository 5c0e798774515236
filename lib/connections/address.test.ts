import http from 'node:http';
import dns from 'node:dns';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { assertEndpointUrlAllowed, guardedLookup, isAddressAllowed } from '@/lib/connections/address';

const strict = { allowLoopback: false, allowPrivate: false, allowedRanges: [] };
const local = { ...strict, allowLoopback: true };

afterEach(() => {
  vi.restoreAllMocks();
});

describe('isAddressAllowed', () => {
  it.each([
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '169.254.170.2',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '2002:7f00:1::',
    'not an address',
  ])('refuses %s', (address) => {
    expect(isAddressAllowed(address, strict)).toBe(false);
  });
  it.each(['8.8.8.8', '172.32.0.1', '2600:1f00::1', '64:ff9b::808:808'])('allows %s', (address) => {
    expect(isAddressAllowed(address, strict)).toBe(true);
  });
  it('allows loopback, private networks and ranges one by one', () => {
    expect(isAddressAllowed('127.0.0.1', local)).toBe(true);
    expect(isAddressAllowed('::ffff:127.0.0.1', local)).toBe(true);
    expect(isAddressAllowed('10.0.0.1', local)).toBe(false);
    expect(isAddressAllowed('10.0.0.1', { ...strict, allowPrivate: true })).toBe(true);
    expect(isAddressAllowed('169.254.169.254', { ...strict, allowPrivate: true })).toBe(false);
    expect(isAddressAllowed('172.17.0.2', { ...strict, allowedRanges: ['172.17.0.0/16'] })).toBe(true);
    expect(isAddressAllowed('172.18.0.2', { ...strict, allowedRanges: ['172.17.0.0/16'] })).toBe(false);
  });
});

describe('assertEndpointUrlAllowed', () => {
  it.each([
    'http://127.0.0.1:4566',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]:4566',
    'http://[::ffff:127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://localhost:4566',
    'ftp://8.8.8.8/',
    'file:///etc/passwd',
    'http://user:secret@8.8.8.8/',
    'no url',
  ])('refuses %s', async (url) => {
    await expect(assertEndpointUrlAllowed(url, strict)).rejects.toMatchObject({ reason: 'address-refused' });
  });
  it('allows an address on this machine where the operator does', async () => {
    await expect(assertEndpointUrlAllowed('http://localhost:4566', local)).resolves.toBeUndefined();
  });
  it('says when a name does not resolve', async () => {
    vi.spyOn(dns.promises, 'lookup').mockRejectedValue(new Error('ENOTFOUND'));
    await expect(assertEndpointUrlAllowed('http://nowhere.example', local)).rejects.toMatchObject({
      reason: 'address-unknown',
    });
  });
  it('refuses a name when one of its addresses is refused', async () => {
    const addresses = [
      { address: '8.8.8.8', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    vi.spyOn(dns.promises, 'lookup').mockResolvedValue(addresses as never);
    await expect(assertEndpointUrlAllowed('http://both.example', strict)).rejects.toMatchObject({
      reason: 'address-refused',
    });
  });
});

describe('guardedLookup', () => {
  it('refuses at the moment of connecting, so that a rebound name does not pass', async () => {
    let hits = 0;
    const server = http.createServer((_request, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const call = (policy: typeof strict) =>
      new Promise<string>((resolve) => {
        const agent = new http.Agent({ lookup: guardedLookup(policy) });
        http
          .get({ host: 'localhost', port, agent }, (response) => {
            response.resume();
            resolve('answered');
          })
          .on('error', (error) => {
            resolve(error.name);
          });
      });
    expect(await call(strict)).toBe('ConnectionError');
    expect(hits).toBe(0);
    expect(await call(local)).toBe('answered');
    await new Promise((resolve) => server.close(resolve));
  });
});
