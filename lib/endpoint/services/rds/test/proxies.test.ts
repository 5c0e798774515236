import {
  AddTagsToResourceCommand,
  CreateDBInstanceCommand,
  CreateDBProxyCommand,
  DeleteDBInstanceCommand,
  DeleteDBProxyCommand,
  DeregisterDBProxyTargetsCommand,
  DescribeDBInstancesCommand,
  DescribeDBProxiesCommand,
  DescribeDBProxyTargetGroupsCommand,
  DescribeDBProxyTargetsCommand,
  ListTagsForResourceCommand,
  ModifyDBProxyCommand,
  ModifyDBProxyTargetGroupCommand,
  RegisterDBProxyTargetsCommand,
  RemoveTagsFromResourceCommand,
  type CreateDBProxyRequest,
} from '@aws-sdk/client-rds';
import net from 'node:net';
import { expect, test } from 'vitest';
import { account, openRds, roleArn, subnetsOf } from '../../../data-plane/database-proxy/test/harness.ts';
import { refusal } from '../../deliveries/test/harness.ts';

const address = (Value: string) => [{ Key: 'lambdeck:address', Value }];
const instance = { DBInstanceIdentifier: 'Main', DBInstanceClass: 'db.t3.micro', Engine: 'postgres' };
const SecretArn = `arn:aws:secretsmanager:us-east-1:${account}:secret:db-abcdef`;
const proxy: Omit<CreateDBProxyRequest, 'VpcSubnetIds'> = {
  DBProxyName: 'front',
  EngineFamily: 'POSTGRESQL',
  Auth: [{ SecretArn }],
  RoleArn: roleArn,
};

const wanted = async ({ ec2 }: Awaited<ReturnType<typeof openRds>>): Promise<CreateDBProxyRequest> => ({
  ...proxy,
  VpcSubnetIds: await subnetsOf(ec2),
});

test('a database that runs is registered with its address, shown, moved and forgotten', async () => {
  await using own = await openRds();
  const create = (more: object) => own.rds.send(new CreateDBInstanceCommand({ ...instance, ...more }));
  expect(await refusal(create({}))).toContain('Say where with the tag lambdeck:address');
  expect(await refusal(create({ Tags: address('nowhere') }))).toContain('must be host:port');
  expect(await refusal(create({ Tags: address('db:5432'), MultiAZ: true }))).toContain(
    'MultiAZ of CreateDBInstance',
  );
  expect(await refusal(create({ Tags: address('db:1521'), Engine: 'oracle-ee' }))).toContain(
    'NotImplemented 501',
  );
  const { DBInstance } = await create({
    Tags: address('db.internal:5432'),
    DBName: 'shop',
    MasterUsername: 'app',
  });
  expect(DBInstance).toMatchObject({
    DBInstanceIdentifier: 'main',
    DBInstanceStatus: 'available',
    Endpoint: { Address: 'db.internal', Port: 5432 },
    DBName: 'shop',
  });
  expect(await refusal(create({ Tags: address('x:1') }))).toBe(
    'DBInstanceAlreadyExistsFault 400: DB instance already exists',
  );
  const ResourceName = DBInstance?.DBInstanceArn;
  await own.rds.send(new AddTagsToResourceCommand({ ResourceName, Tags: address('[::1]:5433') }));
  const off = new RemoveTagsFromResourceCommand({ ResourceName, TagKeys: ['lambdeck:address'] });
  expect(await refusal(own.rds.send(off))).toContain('lambdeck:address');
  const { DBInstances } = await own.rds.send(new DescribeDBInstancesCommand({}));
  expect(DBInstances?.map(({ Endpoint }) => Endpoint)).toEqual([{ Address: '::1', Port: 5433 }]);
  const remove = (more: object) =>
    own.rds.send(new DeleteDBInstanceCommand({ DBInstanceIdentifier: 'main', ...more }));
  expect(await refusal(remove({}))).toContain('FinalDBSnapshotIdentifier is required');
  await remove({ SkipFinalSnapshot: true });
  expect(await refusal(remove({ SkipFinalSnapshot: true }))).toBe(
    'DBInstanceNotFoundFault 404: DBInstance main not found.',
  );
});

test('a proxy is made, shown, changed, tagged and deleted, and listens meanwhile', async () => {
  await using own = await openRds();
  const { DBProxy } = await own.rds.send(new CreateDBProxyCommand(await wanted(own)));
  expect(DBProxy).toMatchObject({
    DBProxyName: 'front',
    Status: 'available',
    EngineFamily: 'POSTGRESQL',
    Auth: [
      {
        AuthScheme: 'SECRETS',
        SecretArn,
        IAMAuth: 'DISABLED',
        ClientPasswordAuthType: 'POSTGRES_SCRAM_SHA_256',
      },
    ],
    RequireTLS: false,
    IdleClientTimeout: 1800,
    VpcId: expect.stringMatching(/^vpc-/) as string,
    VpcSecurityGroupIds: [expect.stringMatching(/^sg-/) as string],
  });
  const port = Number(DBProxy?.Endpoint?.replace('127.0.0.1:', ''));
  const reach = () =>
    new Promise<string>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve('listens');
      });
      socket.on('error', () => resolve('refused'));
    });
  expect(await reach()).toBe('listens');
  const change = { DBProxyName: 'front', NewDBProxyName: 'Second', RequireTLS: true, IdleClientTimeout: 60 };
  await own.rds.send(new ModifyDBProxyCommand(change));
  const found = await own.rds.send(new DescribeDBProxiesCommand({ DBProxyName: 'second' }));
  expect(found.DBProxies?.[0]).toMatchObject({
    RequireTLS: true,
    IdleClientTimeout: 60,
    Endpoint: `127.0.0.1:${port}`,
  });
  const ResourceName = DBProxy?.DBProxyArn;
  await own.rds.send(new AddTagsToResourceCommand({ ResourceName, Tags: [{ Key: 'a', Value: '1' }] }));
  expect((await own.rds.send(new ListTagsForResourceCommand({ ResourceName }))).TagList).toEqual([
    { Key: 'a', Value: '1' },
  ]);
  const pool = {
    MaxConnectionsPercent: 40,
    ConnectionBorrowTimeout: 5,
    SessionPinningFilters: ['EXCLUDE_VARIABLE_SETS'],
  };
  const group = { DBProxyName: 'second', TargetGroupName: 'default' };
  await own.rds.send(new ModifyDBProxyTargetGroupCommand({ ...group, ConnectionPoolConfig: pool }));
  const groups = await own.rds.send(new DescribeDBProxyTargetGroupsCommand({ DBProxyName: 'second' }));
  expect(groups.TargetGroups).toMatchObject([
    {
      TargetGroupName: 'default',
      IsDefault: true,
      ConnectionPoolConfig: { ...pool, MaxIdleConnectionsPercent: 20 },
    },
  ]);
  const wrong = new ModifyDBProxyTargetGroupCommand({
    ...group,
    ConnectionPoolConfig: { MaxConnectionsPercent: 101 },
  });
  expect(await refusal(own.rds.send(wrong))).toContain('MaxConnectionsPercent must be between 1 and 100');
  await own.rds.send(new DeleteDBProxyCommand({ DBProxyName: 'second' }));
  expect(await reach()).toBe('refused');
  expect((await own.rds.send(new DescribeDBProxiesCommand({}))).DBProxies).toEqual([]);
});

test.each<[string, Partial<CreateDBProxyRequest>]>([
  ['Auth is required', { Auth: [] }],
  ['is not the ARN of a secret', { Auth: [{ SecretArn: 'arn:aws:s3:::bucket-of-secrets' }] }],
  ['is not the ARN of a role', { RoleArn: 'arn:aws:iam::1:user/somebody' }],
  ['InvalidSubnet 400', { VpcSubnetIds: ['subnet-0123456789abcdef0'] }],
  ['InvalidSubnet 400', { VpcSubnetIds: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'] }],
  ['not a valid identifier', { DBProxyName: '1-front' }],
  ['IdleClientTimeout must be', { IdleClientTimeout: 28_801 }],
  ['is not one of the VPC', { VpcSecurityGroupIds: ['sg-0123456789abcdef0'] }],
  ['NotImplemented 501: A database proxy of the engine family SQLSERVER', { EngineFamily: 'SQLSERVER' }],
  ['NotImplemented 501: DefaultAuthScheme of CreateDBProxy', { DefaultAuthScheme: 'IAM_AUTH' }],
  ['NotImplemented 501: RequireTLS of a MySQL proxy', { EngineFamily: 'MYSQL', RequireTLS: true }],
  [
    'is not valid for the engine family',
    { EngineFamily: 'MYSQL', Auth: [{ SecretArn, ClientPasswordAuthType: 'POSTGRES_MD5' }] },
  ],
])('a proxy is refused: %s', async (message, more) => {
  await using own = await openRds();
  expect(
    await refusal(own.rds.send(new CreateDBProxyCommand({ ...(await wanted(own)), ...more }))),
  ).toContain(message);
  expect((await own.rds.send(new DescribeDBProxiesCommand({}))).DBProxies).toEqual([]);
});

test('a proxy has one target, of its own family', async () => {
  await using own = await openRds();
  await own.rds.send(new CreateDBProxyCommand(await wanted(own)));
  expect(await refusal(own.rds.send(new CreateDBProxyCommand(await wanted(own))))).toContain(
    'DBProxyAlreadyExistsFault',
  );
  const register = (name: string) =>
    own.rds.send(new RegisterDBProxyTargetsCommand({ DBProxyName: 'front', DBInstanceIdentifiers: [name] }));
  expect(await refusal(register('main'))).toContain('DBInstanceNotFoundFault');
  const tags = { Tags: address('127.0.0.1:1') };
  await own.rds.send(new CreateDBInstanceCommand({ ...instance, ...tags }));
  const other = { ...instance, DBInstanceIdentifier: 'other', Engine: 'mysql' };
  await own.rds.send(new CreateDBInstanceCommand({ ...other, ...tags }));
  expect(await refusal(register('other'))).toContain("is not of the proxy's family");
  expect((await register('main')).DBProxyTargets?.[0]?.TargetHealth).toEqual({ State: 'REGISTERING' });
  expect(await refusal(register('main'))).toContain('DBProxyTargetAlreadyRegisteredFault');
  const targets = () => own.rds.send(new DescribeDBProxyTargetsCommand({ DBProxyName: 'front' }));
  // The secret of the proxy does not exist.
  expect((await targets()).Targets?.[0]).toMatchObject({
    RdsResourceId: 'main',
    TargetHealth: { State: 'UNAVAILABLE', Reason: 'AUTH_FAILURE' },
  });
  const leave = (name: string) =>
    own.rds.send(
      new DeregisterDBProxyTargetsCommand({ DBProxyName: 'front', DBInstanceIdentifiers: [name] }),
    );
  expect(await refusal(leave('other'))).toContain('DBProxyTargetNotFoundFault 404');
  await leave('main');
  expect((await targets()).Targets).toEqual([]);
});

test('proxies listen at their ports again after a restart', async () => {
  await using own = await openRds();
  const { DBProxy } = await own.rds.send(new CreateDBProxyCommand(await wanted(own)));
  // The first still has the port: the second is given another, and says so.
  await using again = await openRds({ store: own.store });
  const { DBProxies } = await again.rds.send(new DescribeDBProxiesCommand({}));
  expect(DBProxies?.[0]?.Endpoint).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(DBProxies?.[0]?.Endpoint).not.toBe(DBProxy?.Endpoint);
});

test('a MySQL proxy forwards bytes, counts connections and tells the health by the greeting', async () => {
  const greeting = Buffer.from('\x05\0\0\0\x0a8.0\0', 'latin1');
  const database = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write(greeting);
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve));
  const at = database.address();
  await using own = await openRds();
  const port = await own.proxy({ EngineFamily: 'MYSQL', SecretArn });
  await own.register(at && typeof at === 'object' ? at.port : 0, 'mysql');
  const pool = { MaxConnectionsPercent: 1, ConnectionBorrowTimeout: 0 };
  await own.rds.send(
    new ModifyDBProxyTargetGroupCommand({
      DBProxyName: 'front',
      TargetGroupName: 'default',
      ConnectionPoolConfig: pool,
    }),
  );
  const { Targets } = await own.rds.send(new DescribeDBProxyTargetsCommand({ DBProxyName: 'front' }));
  expect(Targets?.[0]?.TargetHealth).toEqual({ State: 'AVAILABLE' });
  const one = net.connect(port, '127.0.0.1');
  const first = await new Promise<Buffer>((resolve) => one.once('data', resolve));
  expect(first).toEqual(greeting);
  one.write('hello');
  expect(String(await new Promise((resolve) => one.once('data', resolve)))).toBe('hello');
  const two = net.connect(port, '127.0.0.1');
  const refused = new Promise<string>((resolve) => two.once('data', (chunk) => resolve(String(chunk))));
  // The wait is over when time moves on: it stands still here.
  const move = setInterval(() => own.clock.advance(1), 5);
  expect(await refused).toContain('Timed-out waiting to acquire database connection');
  clearInterval(move);
  for (const socket of [one, two]) socket.destroy();
  await new Promise((resolve) => database.close(resolve));
});
