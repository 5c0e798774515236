import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  waitUntilFunctionActiveV2,
} from '@aws-sdk/client-lambda';
import { DescribeSubnetsCommand, DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateAccessPointCommand,
  CreateFileSystemCommand,
  CreateMountTargetCommand,
  EFSClient,
} from '@aws-sdk/client-efs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { clientsFor, createNodeFunction, invoke, roleArn, zipOf, type Clients } from './clients.ts';
import { findBoto3, runClient } from './other-clients.ts';
import { startProgram, temporaryFolder, type Program } from './program.ts';

const writer = `
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
export const handler = async ({ write, read }) => {
  if (write) writeFileSync('/mnt/shared/' + write, 'from ' + process.env.AWS_LAMBDA_FUNCTION_NAME);
  if (read) return readFileSync('/mnt/shared/' + read, 'utf8');
  return readdirSync('/mnt/shared').sort();
};`;

const reader = `
import os
def handler(event, context):
    with open('/mnt/same/' + event['read']) as file:
        text = file.read()
    with open('/mnt/same/answer', 'w') as file:
        file.write(text.upper())
    return text
`;

/** A network, and an access point that a function in it can mount. */
async function arrange(program: Program, more: object = {}) {
  const settings = {
    endpoint: program.ready.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  };
  const [ec2, efs] = [new EC2Client(settings), new EFSClient(settings)];
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
  const SubnetId = Subnets[0]?.SubnetId ?? '';
  const { FileSystemId } = await efs.send(new CreateFileSystemCommand({}));
  await efs.send(new CreateMountTargetCommand({ FileSystemId, SubnetId }));
  const { AccessPointArn: Arn = '' } = await efs.send(
    new CreateAccessPointCommand({ FileSystemId, ...more }),
  );
  ec2.destroy();
  efs.destroy();
  return { Arn, VpcConfig: { SubnetIds: [SubnetId], SecurityGroupIds: [SecurityGroups[0]?.GroupId ?? ''] } };
}

function skipWithoutSandbox(program: Program, context: { skip: (note?: string) => void }): boolean {
  if (program.ready.isolation === 'sandbox') return false;
  console.warn('Not run: mounted file systems, because bwrap does not work on this machine.');
  context.skip('no sandbox');
  return true;
}

async function createPythonFunction({ lambda }: Clients, name: string, runtime: string, more: object) {
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: runtime as 'python3.12',
      Role: roleArn,
      Handler: 'index.handler',
      Code: { ZipFile: await zipOf({ 'index.py': reader }) },
      ...more,
    }),
  );
  await waitUntilFunctionActiveV2(
    { client: lambda, maxWaitTime: 10, minDelay: 0.05, maxDelay: 0.2 },
    { FunctionName: name },
  );
}

it('lets functions share files under /mnt, and keeps them', { timeout: 90_000 }, async (context) => {
  const parent = await temporaryFolder();
  const folder = path.join(parent, 'data');
  try {
    {
      await using program = await startProgram({ folder });
      if (skipWithoutSandbox(program, context)) return;
      using clients = clientsFor(program.ready.url);
      const creation = { OwnerUid: 1000, OwnerGid: 1000, Permissions: '0755' };
      const { Arn, VpcConfig } = await arrange(program, {
        RootDirectory: { Path: '/exports/lambda', CreationInfo: creation },
      });
      const at = (LocalMountPath: string) => ({ VpcConfig, FileSystemConfigs: [{ Arn, LocalMountPath }] });
      await createNodeFunction(clients, 'writer', writer, at('/mnt/shared'));
      await createNodeFunction(clients, 'other', writer, at('/mnt/shared'));
      await createNodeFunction(clients, 'outside', writer);
      expect((await invoke(clients, 'writer', { write: 'note' })).payload).toEqual(['note']);
      expect((await invoke(clients, 'other', { read: 'note' })).payload).toBe('from writer');
      // A function without the file system has no such folder.
      expect(await invoke(clients, 'outside')).toMatchObject({
        functionError: 'Unhandled',
        payload: { errorMessage: expect.stringContaining('ENOENT') },
      });
      const python = program.ready.runtimes
        .flatMap(({ identifiers }) => identifiers)
        .find((name) => /^python3\.1[1-9]$/.test(name));
      if (python) {
        await createPythonFunction(clients, 'reader', python, at('/mnt/same'));
        expect((await invoke(clients, 'reader', { read: 'note' })).payload).toBe('from writer');
        expect((await invoke(clients, 'writer', { read: 'answer' })).payload).toBe('FROM WRITER');
      }
      await clients.lambda.send(new DeleteFunctionCommand({ FunctionName: 'other' }));
    }
    await using again = await startProgram({ folder });
    using clients = clientsFor(again.ready.url);
    expect((await invoke(clients, 'writer', { read: 'note' })).payload).toBe('from writer');
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
});

it('refuses calls where nothing can be mounted', { timeout: 60_000 }, async () => {
  await using program = await startProgram({ environment: { LAMBDECK_ISOLATION: 'portable' } });
  using clients = clientsFor(program.ready.url);
  const { Arn, VpcConfig } = await arrange(program);
  const FileSystemConfigs = [{ Arn, LocalMountPath: '/mnt/shared' }];
  await createNodeFunction(clients, 'writer', writer, { VpcConfig, FileSystemConfigs });
  await expect(invoke(clients, 'writer')).rejects.toMatchObject({
    name: 'EFSMountFailureException',
    $metadata: { httpStatusCode: 403 },
    message: expect.stringContaining('install bubblewrap'),
  });
});

const script = `
import boto3, json, sys
url, archive, role = sys.argv[1:4]
ec2, efs, client = [boto3.client(name, endpoint_url=url) for name in ('ec2', 'efs', 'lambda')]
vpc = ec2.describe_vpcs(Filters=[{'Name': 'isDefault', 'Values': ['true']}])['Vpcs'][0]['VpcId']
only = [{'Name': 'vpc-id', 'Values': [vpc]}]
subnets = sorted(s['SubnetId'] for page in ec2.get_paginator('describe_subnets').paginate(Filters=only) for s in page['Subnets'])
group = ec2.create_security_group(GroupName='efs', Description='NFS', VpcId=vpc)['GroupId']
ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[{'IpProtocol': 'tcp', 'FromPort': 2049, 'ToPort': 2049, 'UserIdGroupPairs': [{'GroupId': group}]}])
system = efs.create_file_system(CreationToken='boto3')['FileSystemId']
target = efs.create_mount_target(FileSystemId=system, SubnetId=subnets[0], SecurityGroups=[group])
point = efs.create_access_point(FileSystemId=system, PosixUser={'Uid': 1000, 'Gid': 1000}, RootDirectory={'Path': '/data', 'CreationInfo': {'OwnerUid': 1000, 'OwnerGid': 1000, 'Permissions': '750'}})
made = client.create_function(FunctionName='mounted', Runtime='nodejs22.x', Handler='index.handler', Role=role, Code={'ZipFile': open(archive, 'rb').read()}, VpcConfig={'SubnetIds': subnets[:1], 'SecurityGroupIds': [group]}, FileSystemConfigs=[{'Arn': point['AccessPointArn'], 'LocalMountPath': '/mnt/shared'}])
client.get_waiter('function_active_v2').wait(FunctionName='mounted', WaiterConfig={'Delay': 1})
answer = json.load(client.invoke(FunctionName='mounted', Payload=b'{"write": "boto3"}')['Payload']) if sys.argv[4] == 'sandbox' else ['boto3']
try:
    ec2.delete_security_group(GroupId=group)
    error = None
except ec2.exceptions.ClientError as caught:
    error = caught.response['Error']['Code']
types = sorted(i['InterfaceType'] for i in ec2.describe_network_interfaces(Filters=[{'Name': 'group-id', 'Values': [group]}])['NetworkInterfaces'])
print(json.dumps({'vpc': made['VpcConfig']['VpcId'] == vpc, 'answer': answer, 'error': error, 'types': types, 'zone': target['AvailabilityZoneId'][:4]}))
`;

it('works from boto3', { timeout: 300_000 }, async (context) => {
  const found = await findBoto3();
  if ('problem' in found) {
    console.warn(`Not run: boto3, because ${found.problem}.`);
    return context.skip(found.problem);
  }
  await using program = await startProgram();
  const folder = await temporaryFolder();
  try {
    const archive = path.join(folder, 'code.zip');
    await writeFile(archive, await zipOf({ 'index.mjs': writer }));
    const { url, isolation } = program.ready;
    const outcome = await runClient(found.python, ['-c', script, url, archive, roleArn, isolation]);
    expect(outcome.errors).toBe('');
    expect(JSON.parse(outcome.output)).toEqual({
      vpc: true,
      answer: ['boto3'],
      error: 'DependencyViolation',
      types: ['interface', 'lambda'],
      zone: 'use1',
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
