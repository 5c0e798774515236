import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { createFunction, deleteFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const counting = `let calls = 0;
export const handler = async (event, context) => ({ tenant: context.tenantId, calls: ++calls });
`;

test('a function that keeps tenants apart is created, shown and tested for one of them', async ({
  aws,
  createFunctionPage,
  functionPage,
  page,
}) => {
  await test.step('create it', async () => {
    const name = uniqueName('tenants');
    await using _ = { [Symbol.asyncDispose]: () => deleteFunction(aws, name) };
    await createFunctionPage.goto();
    const box = page.getByRole('checkbox', { name: 'Enable tenant isolation mode' });
    // The page hears it from its hydration on, and shows then what it would send.
    await expect(async () => {
      await box.uncheck();
      await box.check();
      await expect(page.getByText('tenancy-config')).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 20_000 });
    await createFunctionPage.create(name);
    await expect(functionPage.heading(name)).toBeVisible();
    const { TenancyConfig } = await aws.lambda.send(
      new GetFunctionConfigurationCommand({ FunctionName: name }),
    );
    expect(TenancyConfig).toEqual({ TenantIsolationMode: 'PER_TENANT' });
    await functionPage.gotoSection(name, 'general');
    await page.getByRole('link', { name: 'Tenant isolation' }).click();
    await expect(functionPage.value('Tenant isolation mode')).toContainText('Per tenant');
  });

  await test.step('test it for a tenant', async () => {
    await using fn = await createFunction(aws, {
      TenancyConfig: { TenantIsolationMode: 'PER_TENANT' },
      files: { 'index.mjs': counting },
    });
    const bench = functionPage.test;
    const tenant = page.getByRole('textbox', { name: 'Tenant ID' });
    await functionPage.goto(fn.name, 'test');
    await bench.fillEvent('{}');
    await bench.testButton.click();
    await expect(page.getByText('name the one to run it for')).toBeVisible();
    for (const [id, calls] of [
      ['blue', 1],
      ['green', 1],
      ['blue', 2],
    ] as const) {
      await tenant.fill(id);
      await bench.run();
      await expect(bench.result).toContainText(new RegExp(`"tenant":\\s*"${id}",\\s*"calls":\\s*${calls}`));
    }
  });
});
