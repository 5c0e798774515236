import { expect, it } from 'vitest';
import { ruleRows } from './security-rules';

it('gives each source of a permission a row of its own', () => {
  expect(
    ruleRows([
      {
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        IpRanges: [{ CidrIp: '10.0.0.0/8', Description: 'inside' }],
        Ipv6Ranges: [{ CidrIpv6: '::/0' }],
        UserIdGroupPairs: [{ GroupId: 'sg-1' }],
        PrefixListIds: [{ PrefixListId: 'pl-1' }],
      },
    ]),
  ).toEqual([
    { protocol: 'TCP', ports: '443', peer: '10.0.0.0/8', description: 'inside' },
    { protocol: 'TCP', ports: '443', peer: '::/0', description: '' },
    { protocol: 'TCP', ports: '443', peer: 'sg-1', description: '' },
    { protocol: 'TCP', ports: '443', peer: 'pl-1', description: '' },
  ]);
});

it.each([
  [{}, 'all', 'all'],
  [{ IpProtocol: '-1', FromPort: -1, ToPort: -1 }, 'all', 'all'],
  [{ IpProtocol: 'tcp', FromPort: 0, ToPort: 65_535 }, 'TCP', 'all'],
  [{ IpProtocol: 'udp', FromPort: 0, ToPort: 0 }, 'UDP', '0'],
  [{ IpProtocol: 'tcp', FromPort: 8000, ToPort: 8080 }, 'TCP', '8000–8080'],
  [{ IpProtocol: 'icmp', FromPort: 8, ToPort: -1 }, 'ICMP', ''],
  [{ IpProtocol: '50' }, '50', 'all'],
])('words the protocol and ports of %o', (permission, protocol, ports) => {
  expect(ruleRows([{ ...permission, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }])).toMatchObject([
    { protocol, ports },
  ]);
});

it('has no rows without permissions or sources', () => {
  expect(ruleRows()).toEqual([]);
  expect(ruleRows([{ IpProtocol: 'tcp', IpRanges: [] }])).toEqual([]);
});
