import { expect, test } from 'vitest';
import { familyOfEngine, functionPolicy, proxyAddress } from './database-proxy.ts';
import { proxyCode } from './proxy-code.ts';

test('an endpoint has its own port, or its engine’s', () => {
  expect(proxyAddress('127.0.0.1:50123', 'POSTGRESQL')).toEqual({ host: '127.0.0.1', port: 50_123 });
  const host = 'front.proxy-abc.us-east-1.rds.amazonaws.com';
  expect(proxyAddress(host, 'POSTGRESQL')).toEqual({ host, port: 5432 });
  expect(proxyAddress(host, 'MYSQL')).toEqual({ host, port: 3306 });
});

test('engines belong to families', () => {
  expect(['postgres', 'aurora-mysql', 'mariadb', 'oracle-ee'].map(familyOfEngine)).toEqual([
    'POSTGRESQL',
    'MYSQL',
    'MYSQL',
    undefined,
  ]);
});

test('a role gets the secret, or the right to connect at this proxy alone', () => {
  const facts = {
    region: 'cn-north-1',
    account: '1'.repeat(12),
    proxyId: 'prx-1',
    secretArns: ['arn:secret'],
  };
  expect(functionPolicy('password', facts).Statement).toEqual([
    { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: ['arn:secret'] },
  ]);
  expect(functionPolicy('iam', facts).Statement[0]).toMatchObject({
    Action: 'rds-db:connect',
    Resource: 'arn:aws-cn:rds-db:cn-north-1:111111111111:dbuser:prx-1/*',
  });
});

test('code names the address, the secret and TLS where they count', () => {
  const at = { host: 'db', port: 5432, secretArn: 'arn:secret', isTlsRequired: false } as const;
  const plain = proxyCode({ ...at, engine: 'POSTGRESQL', signIn: 'password' });
  expect(plain.node).toContain("SecretId: 'arn:secret'");
  expect(plain.node).not.toContain('ssl');
  expect(plain.variables).toBe('DB_HOST=db\nDB_PORT=5432');
  const token = proxyCode({ ...at, engine: 'MYSQL', signIn: 'iam', isTlsRequired: true });
  expect(token.node).toContain('getAuthToken');
  expect(token.python).toContain('generate_db_auth_token');
  expect(token.python).toContain('ssl');
});
