import { GetCapacityProviderCommand, ListTagsCommand } from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { roleArn, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('creates, changes and deletes a capacity provider', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}) => {
  const name = uniqueName('fleet');
  const { edit } = functionPage;
  const read = async () =>
    (await aws.lambda.send(new GetCapacityProviderCommand({ CapacityProviderName: name }))).CapacityProvider;
  const arn = `arn:aws:lambda:us-east-1:000000000000:capacity-provider:${name}`;

  await test.step('create one', async () => {
    await page.goto(routes.capacityProviders(place, 'create'));
    await edit.fill('Name', 'no name');
    await page.getByRole('group', { name: 'Subnets' }).getByRole('checkbox').first().check();
    await page.getByRole('button', { name: 'Paste an ARN instead' }).click();
    await edit.fill('Operator role', roleArn);
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
    await page.goto(routes.capacityProviders(place));
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
