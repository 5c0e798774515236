import { GetFunctionConfigurationCommand, ListTagsCommand } from '@aws-sdk/client-lambda';
import { deleteFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const code = `export const handler = async (event) => {
  console.log('stage is', process.env.STAGE);
  return { greeting: 'Hello, ' + event.name };
};
`;

test('from an empty console to a running function that outlives a crash', async ({
  aws,
  createFunctionPage,
  endpoint,
  functionPage,
  functionsPage,
  page,
  shell,
}) => {
  test.slow(); // The whole product, front to back.
  const name = uniqueName('story');
  const configuration = () => aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: name }));

  await test.step('create', async () => {
    await functionsPage.goto();
    await functionsPage.createButton.click();
    await createFunctionPage.create(name);
    await expect(functionPage.heading(name)).toBeVisible();
    await expect(shell.flash(`Function ${name} created`)).toBeVisible();
    await expect.poll(async () => (await configuration()).State).toBe('Active');
    expect((await configuration()).Runtime).toMatch(/^nodejs/);
  });

  await test.step('edit and deploy', async () => {
    const before = (await configuration()).CodeSha256;
    await functionPage.code.openFile('index.mjs');
    await functionPage.code.replaceText(code);
    await functionPage.code.deploy();
    await expect.poll(async () => (await configuration()).CodeSha256).not.toBe(before);
    await expect(functionPage.code.deployButton).toBeDisabled();
  });

  await test.step('change memory and timeout', async () => {
    await functionPage.gotoSection(name, 'general');
    const edit = await functionPage.startEdit('General configuration');
    await edit.fill('Memory (MB)', '256');
    await edit.fill('Timeout (sec)', '15');
    await expect(edit.review).toContainText('256');
    await expect(edit.review).toContainText('update-function-configuration');
    await edit.save();
    await expect.poll(async () => (await configuration()).MemorySize).toBe(256);
    expect((await configuration()).Timeout).toBe(15);
    await expect(functionPage.value('Memory')).toContainText('256');
  });

  await test.step('add an environment variable', async () => {
    await functionPage.gotoSection(name, 'environment');
    const edit = await functionPage.startEdit('Environment variables');
    await page.getByRole('button', { name: 'Add environment variable' }).click();
    await page.getByRole('textbox', { name: /^Key/ }).last().fill('STAGE');
    await page
      .getByRole('textbox', { name: /^Value/ })
      .last()
      .fill('test');
    await edit.save();
    await expect.poll(async () => (await configuration()).Environment?.Variables).toEqual({ STAGE: 'test' });
  });

  await test.step('add a tag', async () => {
    await functionPage.gotoSection(name, 'tags');
    const edit = await functionPage.startEdit('Tags');
    await page.getByRole('button', { name: /^Add.*tag$/ }).click();
    await page.getByRole('textbox', { name: /^Key/ }).last().fill('team');
    await page
      .getByRole('textbox', { name: /^Value/ })
      .last()
      .fill('orders');
    await edit.save();
    const arn = (await configuration()).FunctionArn;
    await expect
      .poll(async () => (await aws.lambda.send(new ListTagsCommand({ Resource: arn }))).Tags)
      .toEqual({ team: 'orders' });
  });

  await test.step('invoke and read the log', async () => {
    await functionPage.goto(name, 'test');
    await functionPage.test.fillEvent('{"name": "Ada"}');
    await functionPage.test.run();
    await expect(functionPage.test.result).toContainText('succeeded');
    await expect(page.getByRole('main')).toContainText('Hello, Ada');
    await expect(page.getByRole('main')).toContainText('stage is test');
    await functionPage.openTab('monitor');
    await page
      .getByRole('link', { name: /\[\$LATEST\]/ })
      .first()
      .click();
    await expect(page.getByRole('main')).toContainText('stage is test');
  });

  await test.step('still there after a crash of the endpoint', async () => {
    await endpoint.crashAndRestart();
    await functionPage.gotoSection(name, 'general');
    await expect(functionPage.value('Memory')).toContainText('256');
    await functionPage.goto(name, 'test');
    await functionPage.test.fillEvent('{"name": "Grace"}');
    await functionPage.test.run();
    await expect(page.getByRole('main')).toContainText('Hello, Grace');
  });

  await test.step('delete', async () => {
    await functionPage.delete(name);
    await expect(functionsPage.heading).toBeVisible();
    await expect(functionsPage.row(name)).toHaveCount(0);
    await expect(configuration()).rejects.toThrow(/Function not found/);
  });
  await deleteFunction(aws, name);
});
