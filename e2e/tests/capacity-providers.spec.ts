import {
  CreateCapacityProviderCommand,
  DeleteCapacityProviderCommand,
  GetCapacityProviderCommand,
  GetFunctionConfigurationCommand,
  GetFunctionScalingConfigCommand,
  ListTagsCommand,
} from '@aws-sdk/client-lambda';
import { computeRoutes } from '../../lib/compute-routes.ts';
import { deleteFunction, roleArn, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const providerArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:capacity-provider:${name}`;

test('creates, changes and deletes a capacity provider', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}) => {
  test.slow();
  const name = uniqueName('fleet');
  const { edit } = functionPage;
  const read = async () =>
    (await aws.lambda.send(new GetCapacityProviderCommand({ CapacityProviderName: name }))).CapacityProvider;
  const arn = providerArn(name);

  await test.step('create one', async () => {
    await page.goto(computeRoutes.capacityProviders(place, 'create'));
    await edit.fill('Name', 'no name');
    await page.getByRole('group', { name: 'Subnets' }).getByRole('checkbox').first().check();
    // Where there is a role already it is chosen from a list, else typed.
    const paste = page.getByRole('button', { name: 'Paste an ARN instead' });
    const role = page.getByRole('textbox', { name: 'Operator role' });
    await expect(paste.or(role)).toBeVisible();
    if (await paste.isVisible()) await paste.click();
    await role.fill(roleArn);
    await page.getByRole('radio', { name: 'Only these' }).check();
    await edit.fill('List of instance types', 'm7i.large\nc7i.*');
    await edit.save();
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await edit.fill('Name', name);
    await expect(edit.review).toContainText('create-capacity-provider');
    await edit.save();
    await expect(shell.flash(`${name} created`)).toBeVisible();
    await expect(functionPage.value('Instance types')).toContainText('c7i.*');
    expect(await read()).toMatchObject({
      CapacityProviderArn: arn,
      PermissionsConfig: { CapacityProviderOperatorRoleArn: roleArn },
      InstanceRequirements: { Architectures: ['x86_64'], AllowedInstanceTypes: ['m7i.large', 'c7i.*'] },
      CapacityProviderScalingConfig: { MaxVCpuCount: 400, ScalingMode: 'Auto' },
    });
  });

  await test.step('change its scaling and its logging', async () => {
    await page.getByRole('link', { name: 'Edit', exact: true }).click();
    await edit.fill('Maximum vCPUs', '64');
    await page.getByRole('radio', { name: 'Manual' }).check();
    await edit.fill('Target CPU utilization', '55');
    await edit.fill('Log group', '/fleet');
    await edit.save();
    await expect(functionPage.value('Target CPU utilization')).toContainText('55 %');
    expect(await read()).toMatchObject({
      CapacityProviderScalingConfig: {
        MaxVCpuCount: 64,
        ScalingMode: 'Manual',
        ScalingPolicies: [{ TargetValue: 55 }],
      },
      TelemetryConfig: { LoggingConfig: { LogGroup: '/fleet' } },
    });
  });

  await test.step('tag it', async () => {
    await page.getByRole('link', { name: 'Manage tags' }).click();
    await edit.addRow(/^Add/, 'team', 'orders');
    await edit.save();
    await expect(page.getByText('team=orders')).toBeVisible();
    expect((await aws.lambda.send(new ListTagsCommand({ Resource: arn }))).Tags).toEqual({ team: 'orders' });
  });

  await test.step('delete it from the list on', async () => {
    await page.goto(computeRoutes.capacityProviders(place));
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect(shell.flash('Capacity provider deleted')).toBeVisible();
    await expect(read()).rejects.toThrow('Capacity provider not found');
  });
});

test('a function on a capacity provider is created, shown and scaled, and says why it is not run here', async ({
  aws,
  createFunctionPage,
  functionPage,
  page,
  place,
}) => {
  test.slow();
  const CapacityProviderName = uniqueName('fleet');
  await aws.lambda.send(
    new CreateCapacityProviderCommand({
      CapacityProviderName,
      VpcConfig: { SubnetIds: ['subnet-1'], SecurityGroupIds: [] },
      PermissionsConfig: { CapacityProviderOperatorRoleArn: roleArn },
    }),
  );
  await using _ = {
    [Symbol.asyncDispose]: async () => {
      await aws.lambda.send(new DeleteCapacityProviderCommand({ CapacityProviderName }));
    },
  };
  const name = uniqueName('managed');
  await using _function = { [Symbol.asyncDispose]: () => deleteFunction(aws, name) };
  const { edit } = functionPage;

  await test.step('create it, durable too', async () => {
    await createFunctionPage.goto();
    const managed = page.getByRole('radio', { name: 'Lambda Managed Instances' });
    // The page hears it from its hydration on, and shows then what it would send.
    await expect(async () => {
      await page.getByRole('radio', { name: 'Lambda', exact: true }).check();
      await managed.check();
      await expect(page.getByText('capacity-provider-config')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await page.getByRole('combobox', { name: 'Capacity provider' }).click();
    await page.getByRole('option', { name: CapacityProviderName }).click();
    await page.getByRole('checkbox', { name: 'Enable durable execution' }).check();
    await edit.fill('Execution timeout', '600');
    await createFunctionPage.create(name);
    await expect(functionPage.heading(name)).toBeVisible();
    const found = await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));
    expect(found).toMatchObject({
      MemorySize: 2048,
      DurableConfig: { ExecutionTimeout: 600, RetentionPeriodInDays: 14 },
      CapacityProviderConfig: {
        LambdaManagedInstancesCapacityProviderConfig: {
          CapacityProviderArn: providerArn(CapacityProviderName),
          ExecutionEnvironmentMemoryGiBPerVCpu: 2,
        },
      },
    });
  });

  await test.step('bound the environments of its version', async () => {
    await page.goto(computeRoutes.scalingConfig(place, name, '1'));
    await edit.fill('Minimum execution environments', '9');
    await edit.fill('Maximum execution environments', '3');
    await edit.save();
    await expect(page.getByText('must be less than or equal').first()).toBeVisible();
    await edit.fill('Minimum execution environments', '2');
    await edit.save();
    await expect(functionPage.value('Requested')).toContainText('2 to 3');
    const { RequestedFunctionScalingConfig } = await aws.lambda.send(
      new GetFunctionScalingConfigCommand({ FunctionName: name, Qualifier: '1' }),
    );
    expect(RequestedFunctionScalingConfig).toMatchObject({ MaxExecutionEnvironments: 3 });
  });

  await test.step('change its durable execution', async () => {
    await functionPage.gotoSection(name, 'durable-execution');
    await functionPage.startEdit('Durable execution');
    await edit.fill('Retention period', '30');
    await edit.save();
    await expect(functionPage.value('Retention period')).toContainText('30 days');
    await page.getByRole('tab', { name: 'Durable executions' }).click();
    await expect(page.getByText('No durable executions')).toBeVisible();
    await page.goto(computeRoutes.durableExecutions(place, name, { execution: 'arn:none' }));
    await expect(page.getByText('failed to satisfy constraint').first()).toBeVisible();
  });

  await test.step('a test run says why nothing runs', async () => {
    await functionPage.goto(name, 'test');
    await functionPage.test.fillEvent('{}');
    await page.getByRole('textbox', { name: 'Durable execution name' }).fill('order-1');
    await functionPage.test.testButton.click();
    await expect(page.getByText('no published version exists').first()).toBeVisible();
  });
});
