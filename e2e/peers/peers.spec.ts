import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  GetFunctionConfigurationCommand,
  LambdaClient,
  ListTagsCommand,
} from '@aws-sdk/client-lambda';
import { expect, test as base } from '@playwright/test';
import { routes } from '../../lib/routes.ts';
import { region, uniqueName, zipOf } from '../fixtures/aws.ts';
import { getStage } from '../fixtures/stage.ts';
import { CreateFunctionPage } from '../pages/create-function-page.ts';
import { FunctionPage } from '../pages/function-page.ts';
import { FunctionsPage } from '../pages/functions-page.ts';
import { Shell } from '../pages/shell.ts';

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

const test = base.extend({ baseURL: async ({}, use) => use(getStage().consoleUrl) });

for (const { connectionId, endpointUrl, accessKeyId } of getStage().workers) {
  const place = { connectionId, region };
  const settings = { endpoint: endpointUrl, region, credentials: { accessKeyId, secretAccessKey: 'test' } };
  const lambda = new LambdaClient(settings);
  const iam = new IAMClient(settings);
  const logs = new CloudWatchLogsClient(settings);
  const configuration = (name: string) =>
    lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
  const arrange = async () => {
    const name = uniqueName('peer');
    // Whose account it is only the peer knows, and moto wants the role to exist in it.
    const { Role: role } = await iam.send(
      new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: JSON.stringify(trust) }),
    );
    const ZipFile = zipOf({ 'index.mjs': 'export const handler = async () => ({ ok: true });\n' });
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: name,
        Runtime: 'nodejs22.x',
        Handler: 'index.handler',
        Role: role?.Arn,
        Description: 'Made by the SDK',
        Code: { ZipFile },
      }),
    );
    await expect.poll(async () => (await configuration(name)).State, { timeout: 30_000 }).toBe('Active');
    return name;
  };

  test.describe(connectionId, () => {
    test('lists and reads a function', async ({ page }) => {
      const name = await arrange();
      const list = new FunctionsPage(page, routes.functions(place));
      await list.goto();
      await list.refresh();
      await expect(list.row(name)).toContainText('Made by the SDK');
      await list.openFunction(name);
      const fn = new FunctionPage(page, place);
      await expect(fn.heading(name)).toBeVisible();
      await fn.gotoSection(name, 'general');
      await expect(fn.value('Memory')).toContainText('128');
    });

    test('creates a function with a new role', async ({ page }) => {
      const name = uniqueName('peer');
      const create = new CreateFunctionPage(page, routes.createFunction(place));
      await create.goto();
      await create.create(name);
      await expect(new FunctionPage(page, place).heading(name)).toBeVisible();
      const created = await configuration(name);
      expect(created.Runtime).toMatch(/^nodejs/);
      expect(created.Role).toContain(`role/service-role/${name}-role-`);
    });

    test('configures memory, timeout, variables and tags', async ({ page }) => {
      const name = await arrange();
      const fn = new FunctionPage(page, place);
      const shell = new Shell(page);

      await fn.gotoSection(name, 'general');
      let edit = await fn.startEdit('General configuration');
      await edit.fill('Memory (MB)', '256');
      await edit.save();
      await expect.poll(async () => (await configuration(name)).MemorySize).toBe(256);
      await expect(fn.value('Memory')).toContainText('256');

      await fn.gotoSection(name, 'environment');
      edit = await fn.startEdit('Environment variables');
      await edit.addRow(/^Add environment variable/, 'STAGE', 'test');
      await edit.save();
      await expect
        .poll(async () => (await configuration(name)).Environment?.Variables)
        .toEqual({ STAGE: 'test' });

      await fn.gotoSection(name, 'tags');
      edit = await fn.startEdit('Tags');
      await edit.addRow(/^Add.*tag$/, 'team', 'orders');
      await edit.save();
      const arn = (await configuration(name)).FunctionArn;
      await expect
        .poll(async () => (await lambda.send(new ListTagsCommand({ Resource: arn }))).Tags)
        .toEqual({ team: 'orders' });
      await expect(shell.main).toContainText('orders');
    });

    test('follows a log', async ({ page }) => {
      const name = await arrange();
      const where = { logGroupName: `/aws/lambda/${name}`, logStreamName: 'written-here' };
      await logs
        .send(new CreateLogGroupCommand({ logGroupName: where.logGroupName }))
        .catch((error: Error) => {
          if (error.name !== 'ResourceAlreadyExistsException') throw error; // A peer may make it with the function.
        });
      await logs.send(new CreateLogStreamCommand(where));
      await new FunctionPage(page, place).goto(name, 'monitor');
      const tail = page.getByRole('region', { name: 'Live Tail' });
      await tail.getByRole('button', { name: 'Start' }).click();
      // moto opens a session and ends it at once, so its lines are asked for.
      const mode = connectionId === 'moto' ? 'Asking every 2 seconds' : 'Live';
      await expect(tail.getByText(mode, { exact: true })).toBeVisible();
      for (const message of ['first line', 'second line']) {
        await logs.send(
          new PutLogEventsCommand({ ...where, logEvents: [{ timestamp: Date.now(), message }] }),
        );
        await expect(tail.getByText(message)).toHaveCount(1);
      }
      await expect(tail.getByText('first line')).toHaveCount(1);
      await tail.getByRole('button', { name: 'Stop' }).click();
      await expect(tail).toContainText('Stopped');
    });
  });
}
