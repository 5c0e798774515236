import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DeleteSecurityGroupCommand,
  DescribeSubnetsCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateAccessPointCommand,
  CreateFileSystemCommand,
  CreateMountTargetCommand,
  DeleteAccessPointCommand,
} from '@aws-sdk/client-efs';
import {
  DeleteFunctionCommand,
  GetFunctionConfigurationCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { ListAttachedRolePoliciesCommand } from '@aws-sdk/client-iam';
import { routes } from '../../lib/routes.ts';
import { createFunction, uniqueName, type Aws } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

/** Two subnets, the first of them with a name, and a security group with a rule. */
async function arrangeNetwork({ ec2 }: Aws) {
  const { Subnets = [] } = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] }),
  );
  const zones = Subnets.sort((one, other) =>
    (one.AvailabilityZone ?? '') < (other.AvailabilityZone ?? '') ? -1 : 1,
  );
  const [first, second] = zones.map(({ SubnetId = '' }) => SubnetId);
  if (!first || !second) throw new Error('The default VPC has no two subnets.');
  await ec2.send(new CreateTagsCommand({ Resources: [first], Tags: [{ Key: 'Name', Value: 'inner-one' }] }));
  const name = uniqueName('web');
  const { GroupId = '' } = await ec2.send(
    new CreateSecurityGroupCommand({ GroupName: name, Description: 'for the web' }),
  );
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 2049,
          ToPort: 2049,
          IpRanges: [{ CidrIp: '172.31.0.0/16', Description: 'files from inside' }],
        },
      ],
    }),
  );
  return { vpc: zones[0]?.VpcId ?? '', first, second, group: GroupId, groupName: name };
}

async function settled({ lambda }: Aws, FunctionName: string): Promise<void> {
  await waitUntilFunctionUpdatedV2(
    { client: lambda, maxWaitTime: 20, minDelay: 0.1, maxDelay: 0.5 },
    { FunctionName },
  );
}

test('puts a function into a VPC, shows its rules, and takes it out', async ({ aws, functionPage, page }) => {
  const { vpc, first, second, group, groupName } = await arrangeNetwork(aws);
  await using fn = await createFunction(aws);
  const read = async () =>
    (await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: fn.name }))).VpcConfig;
  await functionPage.gotoSection(fn.name, 'vpc');
  await expect(page.getByText('Not in a VPC.')).toBeVisible();
  const edit = await functionPage.startEdit('VPC');
  await page.getByRole('combobox', { name: 'VPC' }).click();
  await page.getByRole('option', { name: new RegExp(vpc) }).click();
  await page.getByRole('checkbox', { name: first }).check();
  await page.getByRole('checkbox', { name: second }).check();
  await page.getByRole('checkbox', { name: group }).check();
  // Default subnets have no IPv6: refused, and nothing is lost.
  await page.getByRole('checkbox', { name: 'Allow IPv6 traffic for dual-stack subnets' }).check();
  await edit.save();
  await expect(page.getByText(/needs dual-stack subnets/)).toBeVisible();
  expect(await read()).toBeUndefined();
  await page.getByRole('checkbox', { name: 'Allow IPv6 traffic for dual-stack subnets' }).uncheck();
  await edit.save();
  await expect(functionPage.value('VPC')).toContainText('172.31.0.0/16');
  await expect(functionPage.value('Subnets')).toContainText('inner-one');
  await expect(functionPage.value('Subnets')).toContainText('us-east-1b');
  await expect(functionPage.value('Security groups')).toContainText(groupName);
  const inbound = page.getByRole('region', { name: 'Inbound rules' });
  await expect(
    inbound.getByRole('row', { name: /TCP 2049 172\.31\.0\.0\/16 files from inside/ }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Outbound rules' })).toContainText('0.0.0.0/0');
  const config = await read();
  expect(config).toMatchObject({ VpcId: vpc, SecurityGroupIds: [group], Ipv6AllowedForDualStack: false });
  expect([...(config?.SubnetIds ?? [])].sort()).toEqual([first, second].sort());
  await settled(aws, fn.name);

  // Somebody else changes it while the form is open.
  await functionPage.startEdit('VPC');
  await aws.lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName: fn.name,
      VpcConfig: { SubnetIds: [second], SecurityGroupIds: [group] },
    }),
  );
  await settled(aws, fn.name);
  await page.getByRole('checkbox', { name: second }).uncheck();
  await edit.save();
  await expect(edit.review.getByText('Someone else changed this function.').first()).toBeVisible();
  expect((await read())?.SubnetIds).toEqual([second]);

  await functionPage.gotoSection(fn.name, 'vpc');
  await functionPage.startEdit('VPC');
  await page.getByRole('combobox', { name: 'VPC' }).click();
  await page.getByRole('option', { name: 'None' }).click();
  await edit.save();
  await expect(page.getByText('Not in a VPC.')).toBeVisible();
  expect(await read()).toMatchObject({ SubnetIds: [], SecurityGroupIds: [] });
  await settled(aws, fn.name);
  await aws.ec2.send(new DeleteSecurityGroupCommand({ GroupId: group }));
});

test('mounts a file system, and says when its access point is gone', async ({ aws, functionPage, page }) => {
  const { first, group } = await arrangeNetwork(aws);
  const { FileSystemId } = await aws.efs.send(
    new CreateFileSystemCommand({ Tags: [{ Key: 'Name', Value: 'shared-files' }] }),
  );
  await aws.efs.send(
    new CreateMountTargetCommand({ FileSystemId, SubnetId: first, SecurityGroups: [group] }),
  );
  const point = await aws.efs.send(
    new CreateAccessPointCommand({
      FileSystemId,
      PosixUser: { Uid: 1000, Gid: 1000 },
      RootDirectory: {
        Path: '/orders',
        CreationInfo: { OwnerUid: 1000, OwnerGid: 1000, Permissions: '750' },
      },
      Tags: [{ Key: 'Name', Value: 'orders-files' }],
    }),
  );
  await using fn = await createFunction(aws);
  const read = async () =>
    (await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: fn.name }))).FileSystemConfigs;
  await functionPage.gotoSection(fn.name, 'file-systems');
  await expect(page.getByText('No file system.')).toBeVisible();
  const edit = await functionPage.startEdit('File systems');
  await expect(page.getByText('The function is in no VPC')).toBeVisible();
  await page.getByRole('combobox', { name: 'Access point' }).click();
  await page.getByRole('option', { name: /orders-files/ }).click();
  await edit.fill('Local mount path', '/tmp/orders');
  await edit.save();
  await expect(page.getByRole('textbox', { name: 'Local mount path' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await edit.fill('Local mount path', '/mnt/orders');
  await edit.save();
  await expect(page.getByText(/must be configured to execute in a VPC/)).toBeVisible();
  expect(await read()).toBeUndefined();

  await aws.lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName: fn.name,
      VpcConfig: { SubnetIds: [first], SecurityGroupIds: [group] },
    }),
  );
  await settled(aws, fn.name);
  await functionPage.gotoSection(fn.name, 'file-systems');
  await functionPage.startEdit('File systems');
  await expect(page.getByText('The function is in no VPC')).toBeHidden();
  await page.getByRole('combobox', { name: 'Access point' }).click();
  await page.getByRole('option', { name: /orders-files/ }).click();
  await edit.fill('Local mount path', '/mnt/orders');
  await edit.save();
  await expect(functionPage.value('Local mount path')).toHaveText('/mnt/orders');
  await expect(functionPage.value('File system')).toContainText('shared-files');
  await expect(functionPage.value('Root directory')).toContainText('/orders');
  await expect(functionPage.value('POSIX user')).toContainText('1000:1000');
  expect(await read()).toEqual([{ Arn: point.AccessPointArn, LocalMountPath: '/mnt/orders' }]);

  await aws.efs.send(new DeleteAccessPointCommand({ AccessPointId: point.AccessPointId }));
  await page.reload();
  await expect(page.getByText('The access point is gone')).toBeVisible();
});

test('creates a function in a VPC, with a role for it', async ({
  aws,
  createFunctionPage,
  page,
  place,
  shell,
}) => {
  const { vpc, first, group } = await arrangeNetwork(aws);
  const name = uniqueName('inside');
  await createFunctionPage.goto();
  await page.getByRole('checkbox', { name: 'Enable VPC' }).check();
  await createFunctionPage.create(name);
  await expect(page.getByText('Choose a VPC and at least one subnet.')).toBeVisible();
  await page.getByRole('combobox', { name: 'VPC' }).click();
  await page.getByRole('option', { name: new RegExp(vpc) }).click();
  await page.getByRole('checkbox', { name: first }).check();
  await page.getByRole('checkbox', { name: group }).check();
  await createFunctionPage.createButton.click();
  await expect(shell.flash(`Function ${name} created`)).toBeVisible();
  await waitUntilFunctionActiveV2(
    { client: aws.lambda, maxWaitTime: 20, minDelay: 0.1, maxDelay: 0.5 },
    { FunctionName: name },
  );
  const made = await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
  expect(made.VpcConfig).toMatchObject({ VpcId: vpc, SubnetIds: [first], SecurityGroupIds: [group] });
  const { AttachedPolicies = [] } = await aws.iam.send(
    new ListAttachedRolePoliciesCommand({ RoleName: made.Role?.split('/').at(-1) }),
  );
  expect(AttachedPolicies.map(({ PolicyName }) => PolicyName).sort()).toEqual([
    'AWSLambdaBasicExecutionRole',
    'AWSLambdaVPCAccessExecutionRole',
  ]);
  await page.goto(routes.configuration(place, name, 'vpc'));
  await expect(page.getByRole('region', { name: 'Inbound rules' })).toContainText('files from inside');
  await aws.lambda.send(new DeleteFunctionCommand({ FunctionName: name }));
});
