import { CreateRoleCommand, GetRolePolicyCommand, ListRolePoliciesCommand } from '@aws-sdk/client-iam';
import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { DescribeDBProxiesCommand, DescribeDBProxyTargetsCommand } from '@aws-sdk/client-rds';
import net from 'node:net';
import { routes } from '../../lib/routes.ts';
import { createFunction, uniqueName, type Aws } from '../fixtures/aws.ts';
import { makeDatabase, networkOf } from '../fixtures/database.ts';
import { expect, test } from '../fixtures/test.ts';

async function makeRole(aws: Aws, service: string): Promise<string> {
  const name = uniqueName('role');
  const trust = {
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', ...trust });
  const { Role } = await aws.iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument }));
  return Role?.Arn ?? '';
}

const nameOf = (arn: string) => arn.split('/').at(-1) ?? '';

async function functionInVpc(aws: Aws, Role: string) {
  const fn = await createFunction(aws, { Role });
  const VpcConfig = await networkOf(aws);
  await aws.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: fn.name, VpcConfig }));
  return fn;
}

test('makes a proxy for a function, takes its rights away and deletes it', async ({
  aws,
  functionPage,
  page,
  shell,
}) => {
  const [role, proxyRole] = [
    await makeRole(aws, 'lambda.amazonaws.com'),
    await makeRole(aws, 'rds.amazonaws.com'),
  ];
  await using database = await makeDatabase(aws);
  await using fn = await functionInVpc(aws, role);
  const proxy = uniqueName('front');
  await functionPage.gotoSection(fn.name, 'rds');
  await page.getByRole('link', { name: 'Add database proxy' }).click();
  await page.getByRole('radio', { name: 'Create a new database proxy' }).check();
  await functionPage.edit.fill('Proxy identifier', proxy);
  await page.getByRole('combobox', { name: 'RDS DB instance' }).click();
  await page.getByRole('option', { name: database.instance }).click();
  for (const [field, arn] of [
    ['Secret', database.secretArn],
    ['IAM role', proxyRole],
  ] as const) {
    const typed = page.getByRole('textbox', { name: field, exact: true });
    const paste = page.getByRole('button', { name: 'Paste an ARN instead' }).first();
    if (!(await typed.isVisible())) await paste.click();
    await typed.fill(arn);
  }
  await expect(functionPage.edit.review).toContainText(`lambdeck-rds-proxy-${proxy}`);
  await functionPage.edit.save();
  await expect(shell.flash(`${fn.name} is connected to ${proxy}`)).toBeVisible();

  const row = page.getByRole('row', { name: new RegExp(proxy) });
  await expect(row).toContainText('Connected');
  await expect(row).toContainText('AVAILABLE');
  const { DBProxies } = await aws.rds.send(new DescribeDBProxiesCommand({ DBProxyName: proxy }));
  expect(DBProxies?.[0]).toMatchObject({ RoleArn: proxyRole, RequireTLS: false, EngineFamily: 'POSTGRESQL' });
  const endpoint = DBProxies?.[0]?.Endpoint ?? '';
  await expect(row).toContainText(endpoint);
  const policy = { RoleName: nameOf(role), PolicyName: `lambdeck-rds-proxy-${proxy}` };
  const { PolicyDocument } = await aws.iam.send(new GetRolePolicyCommand(policy));
  expect(decodeURIComponent(PolicyDocument ?? '')).toContain(database.secretArn);
  await page.getByText(`Use ${proxy} from code`).click();
  await expect(page.getByText(`DB_PORT=${endpoint.split(':')[1]}`)).toBeVisible();

  await row.getByRole('button', { name: 'Disconnect' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Disconnect from ${proxy}` })
    .click();
  await expect(shell.flash(`Disconnected from ${proxy}`)).toBeVisible();
  await expect(row).toContainText('Not connected');
  const left = await aws.iam.send(new ListRolePoliciesCommand({ RoleName: nameOf(role) }));
  expect(left.PolicyNames).toEqual([]);

  // It is still there to be chosen.
  await page.getByRole('link', { name: 'Add database proxy' }).click();
  await page.getByRole('combobox', { name: 'RDS Proxy' }).click();
  await page.getByRole('option', { name: proxy }).click();
  await functionPage.edit.save();
  // The message of the first connection may still be there; the row tells of the second.
  await expect(row).toContainText('Connected');

  await row.getByRole('button', { name: 'Deregister' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Deregister the database/ })
    .click();
  await expect(row).toContainText('None registered');
  const targets = await aws.rds.send(new DescribeDBProxyTargetsCommand({ DBProxyName: proxy }));
  expect(targets.Targets).toEqual([]);

  await row.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(proxy);
  await dialog.getByRole('button', { name: `Delete proxy ${proxy}` }).click();
  // While the dialog is open the table behind it is hidden from roles: what is said comes after.
  await expect(shell.flash(`Proxy ${proxy} deleted`)).toBeVisible();
  await expect(row).toHaveCount(0);
  const reached = await new Promise((resolve) => {
    const socket = net.connect(Number(endpoint.split(':')[1]), '127.0.0.1', () => resolve('listens'));
    socket.on('error', () => resolve('refused'));
  });
  expect(reached).toBe('refused');
});

test('tells what is wrong with a proxy before and after it is sent', async ({
  aws,
  functionPage,
  page,
  place,
}) => {
  await using database = await makeDatabase(aws);
  await using fn = await functionInVpc(aws, await makeRole(aws, 'lambda.amazonaws.com'));
  await page.goto(routes.editConfiguration(place, fn.name, 'rds'));
  const create = page.getByRole('radio', { name: 'Create a new database proxy' });
  await create.check();
  await functionPage.edit.fill('Proxy identifier', '1-front-');
  await expect(functionPage.edit.saveButton).toBeDisabled();
  await page.getByRole('combobox', { name: 'RDS DB instance' }).click();
  await page.getByRole('option', { name: database.instance }).click();
  for (const [field, arn] of [
    ['Secret', database.secretArn],
    ['IAM role', 'arn:aws:iam::000000000000:role/no-such-role'],
  ] as const) {
    const typed = page.getByRole('textbox', { name: field, exact: true });
    if (!(await typed.isVisible()))
      await page.getByRole('button', { name: 'Paste an ARN instead' }).first().click();
    await typed.fill(arn);
  }
  await functionPage.edit.save();
  await expect(
    page.getByText('Begin with a letter, and use letters, digits and single hyphens'),
  ).toBeVisible();
  const proxy = uniqueName('front');
  await functionPage.edit.fill('Proxy identifier', proxy);
  await functionPage.edit.save();
  await expect(page.getByText('The role with name no-such-role cannot be found.')).toBeVisible();
  // What was made on the way is gone again.
  const { DBProxies = [] } = await aws.rds.send(new DescribeDBProxiesCommand({}));
  expect(DBProxies.map(({ DBProxyName }) => DBProxyName)).not.toContain(proxy);
});

test('sends a function outside of VPCs to its network first', async ({ aws, functionPage, page, place }) => {
  await using fn = await createFunction(aws);
  await functionPage.gotoSection(fn.name, 'rds');
  await expect(page.getByText('Put the function into the VPC of the database first')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add database proxy' })).toHaveCount(0);
  await page.goto(routes.editConfiguration(place, fn.name, 'rds'));
  await expect(page.getByText('Put the function into the VPC of the database first')).toBeVisible();
  await expect(functionPage.edit.saveButton).toHaveCount(0);
});
