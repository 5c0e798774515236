import { expect, it } from 'vitest';
import { readPermissions } from './read-permissions.ts';

const policy = (...statements: unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });

it('reads what AddPermission wrote', () => {
  const read = readPermissions(
    policy({
      Sid: 's3',
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: 'arn:…',
      Condition: {
        StringEquals: { 'AWS:SourceAccount': '123456789012' },
        ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::in' },
      },
    }),
    'live',
  );
  expect(read.omissions).toEqual([]);
  expect(read.permissions).toEqual([
    expect.objectContaining({
      owner: 'live',
      id: 's3',
      principal: 's3.amazonaws.com',
      sourceArn: 'arn:aws:s3:::in',
      sourceAccount: '123456789012',
      isViaUrl: false,
    }),
  ]);
});

it.each([
  ['a denial', { Effect: 'Deny' }],
  ['two actions', { Action: ['lambda:InvokeFunction', 'lambda:GetFunction'] }],
  ['two principals', { Principal: { AWS: ['1', '2'] } }],
  ['a condition of its own', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }],
])('names a statement with %s instead of weakening it', (_, change) => {
  const statement = { Sid: 'odd', Effect: 'Allow', Principal: '*', Action: 'lambda:InvokeFunction' };
  const read = readPermissions(policy({ ...statement, ...change }), undefined);
  expect(read.permissions).toEqual([]);
  expect(read.omissions).toEqual([expect.stringContaining('odd')]);
});

it('survives a policy that is none', () => {
  expect(readPermissions('{', undefined).permissions).toEqual([]);
  expect(readPermissions('{}', undefined)).toEqual({ permissions: [], omissions: [] });
});
