import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

test('logs in JSON with levels and traces actively', async ({ aws, functionPage, page }) => {
  await using fn = await createFunction(aws);
  const read = () => aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: fn.name }));
  await functionPage.gotoSection(fn.name, 'monitoring');
  await expect(functionPage.value('Log format')).toContainText('Text');
  await functionPage.startEdit('Monitoring and operations tools');
  await page.getByRole('radio', { name: 'JSON' }).check();
  await page.getByRole('combobox', { name: 'Application log level' }).click();
  await page.getByRole('option', { name: 'DEBUG' }).click();
  await page.getByRole('checkbox', { name: 'X-Ray active tracing' }).check();
  await functionPage.edit.fill('CloudWatch log group', 'no spaces');
  await functionPage.edit.save();
  await expect(page.getByRole('textbox', { name: 'CloudWatch log group' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await functionPage.edit.fill('CloudWatch log group', '/shop/orders');
  await functionPage.edit.save();
  await expect(functionPage.value('Log format')).toContainText('JSON');
  await expect(functionPage.value('X-Ray active tracing')).toContainText('Active');
  expect(await read()).toMatchObject({
    LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'DEBUG', LogGroup: '/shop/orders' },
    TracingConfig: { Mode: 'Active' },
  });
});
