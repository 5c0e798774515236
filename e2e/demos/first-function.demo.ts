import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { deleteFunction, uniqueName } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const code = `export const handler = async (event) => {
  console.log('greeting', event.name);
  return { greeting: 'Hello, ' + event.name };
};
`;

test('a first function, from an empty list to its log', async ({
  aws,
  createFunctionPage,
  functionPage,
  functionsPage,
  page,
}) => {
  test.slow();
  const name = uniqueName('hello-demo');
  const folder = path.resolve('test-results/demo/first-function');
  await mkdir(folder, { recursive: true });
  let scene = 0;
  const picture = async (title: string) => {
    scene += 1;
    await page.screenshot({ path: path.join(folder, `${String(scene).padStart(2, '0')}-${title}.png`) });
  };

  await functionsPage.goto();
  await picture('functions');
  await createFunctionPage.goto();
  await createFunctionPage.nameField.fill(name);
  await picture('create');
  await createFunctionPage.createButton.click();
  await expect(functionPage.heading(name)).toBeVisible();
  await functionPage.code.openFile('index.mjs');
  await functionPage.code.replaceText(code);
  await picture('edit');
  await functionPage.code.deploy();
  await expect(functionPage.code.deployButton).toBeDisabled();
  await functionPage.openTab('test');
  await functionPage.test.fillEvent('{"name": "Ada"}');
  await functionPage.test.run();
  await expect(functionPage.test.result).toContainText('succeeded');
  await picture('test');
  await functionPage.goto(name, 'monitor');
  await page.getByRole('link', { name: /\[\$LATEST\]/ }).click();
  await expect(page.getByRole('main')).toContainText('greeting Ada');
  await picture('log');
  await deleteFunction(aws, name);
});
