import { describe, expect, test } from 'vitest';
import { isAllowedAddress } from './address-rules.ts';

describe.each([false, true])('with loopback allowed: %s', (isLoopbackAllowed) => {
  const isAllowed = (address: string) => isAllowedAddress(address, { isLoopbackAllowed });

  test.each(['127.0.0.1', '127.255.0.9', '::1', '[::1]', '::ffff:127.0.0.1', '::ffff:7f00:1'])(
    '%s',
    (address) => {
      expect(isAllowed(address)).toBe(isLoopbackAllowed);
    },
  );

  test.each([
    '0.0.0.0',
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'ff02::1',
    'fd00:ec2::254',
    'example.com',
    '',
  ])('never %s', (address) => {
    expect(isAllowed(address)).toBe(false);
  });

  test.each(['10.0.0.1', '192.168.1.1', '93.184.216.34', '2606:2800:220:1::1'])('always %s', (address) => {
    expect(isAllowed(address)).toBe(true);
  });
});
