import { writeFile } from 'node:fs/promises';
import {
  AddLayerVersionPermissionCommand,
  DeleteLayerVersionCommand,
  GetFunctionConfigurationCommand,
  GetLayerVersionCommand,
  GetLayerVersionPolicyCommand,
  ListLayerVersionsCommand,
  PublishLayerVersionCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction, uniqueName, zipOf, type Aws } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const zip = zipOf({ 'nodejs/node_modules/greeter/index.js': "exports.hello = () => 'hello';\n" });

/** A layer with as many versions as asked for, gone when the test ends. */
async function publishLayer(aws: Aws, versions = 1) {
  const name = uniqueName('layer');
  const arns: string[] = [];
  for (let count = 0; count < versions; count += 1) {
    const { LayerVersionArn = '' } = await aws.lambda.send(
      new PublishLayerVersionCommand({
        LayerName: name,
        Content: { ZipFile: zip },
        Description: `Edition ${count + 1}`,
        CompatibleRuntimes: ['nodejs22.x'],
        CompatibleArchitectures: ['x86_64'],
      }),
    );
    arns.push(LayerVersionArn);
  }
  return {
    name,
    arns,
    [Symbol.asyncDispose]: async () => {
      for (let version = 1; version <= versions; version += 1) {
        await aws.lambda.send(new DeleteLayerVersionCommand({ LayerName: name, VersionNumber: version }));
      }
    },
  };
}

test('creates a layer from an archive, looks inside, and deletes its version', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}, testInfo) => {
  const name = uniqueName('greeter');
  const archive = testInfo.outputPath('greeter.zip');
  await writeFile(archive, zip);
  const { edit } = functionPage;
  await page.goto(routes.layers(place));
  await page.getByRole('link', { name: 'Create layer' }).click();
  await edit.fill('Name', 'not a name');
  await page.locator('input[type=file]').setInputFiles(archive);
  await edit.save();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true');
  await edit.fill('Name', name);
  await edit.fill('Description', 'Says hello');
  await edit.fill('License', 'MIT');
  await page.getByRole('checkbox', { name: 'Node.js 22.x' }).check();
  await page.getByRole('checkbox', { name: 'arm64' }).check();
  await expect(edit.review).toContainText('publish-layer-version');
  await edit.save();
  await expect(shell.flash(`New version of ${name} created`)).toBeVisible();
  const { LayerVersions } = await aws.lambda.send(new ListLayerVersionsCommand({ LayerName: name }));
  expect(LayerVersions).toMatchObject([
    {
      Version: 1,
      Description: 'Says hello',
      LicenseInfo: 'MIT',
      CompatibleRuntimes: ['nodejs22.x'],
      CompatibleArchitectures: ['arm64'],
    },
  ]);

  await page.getByRole('link', { name: '1', exact: true }).click();
  await expect(page.getByText('nodejs/node_modules/greeter/index.js')).toBeVisible();
  await expect(functionPage.value('License')).toContainText('MIT');
  await page.getByRole('button', { name: 'Delete version 1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete version 1' }).click();
  await expect(shell.flash(`Version 1 of ${name} deleted`)).toBeVisible();
  const gone = new GetLayerVersionCommand({ LayerName: name, VersionNumber: 1 });
  await expect(aws.lambda.send(gone)).rejects.toThrow();
});

test('shares a version with an account, and does not overwrite another share', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}) => {
  await using layer = await publishLayer(aws);
  const target = { LayerName: layer.name, VersionNumber: 1 };
  const policy = async () => (await aws.lambda.send(new GetLayerVersionPolicyCommand(target))).Policy ?? '';
  const { edit } = functionPage;
  await page.goto(routes.layerVersion(place, layer.name, 1));
  await page.getByRole('link', { name: 'Add permission' }).click();
  await edit.fill('Statement ID', 'partner');
  await edit.fill('Principal', 'nobody');
  await edit.save();
  await expect(page.getByRole('textbox', { name: 'Principal' })).toHaveAttribute('aria-invalid', 'true');
  await edit.fill('Principal', '111122223333');
  await expect(edit.review).toContainText('add-layer-version-permission');
  await edit.save();
  await expect(shell.flash('Permission partner added')).toBeVisible();
  expect(await policy()).toContain('111122223333');

  await page.getByRole('link', { name: 'Add permission' }).click();
  await edit.fill('Statement ID', 'everyone');
  await edit.fill('Principal', '*');
  await expect(edit.review).toContainText('Every AWS account');
  await aws.lambda.send(
    new AddLayerVersionPermissionCommand({
      ...target,
      StatementId: 'theirs',
      Action: 'lambda:GetLayerVersion',
      Principal: '444455556666',
    }),
  );
  await edit.save();
  await expect(page.getByText(/revision|Keep mine/i).first()).toBeVisible();
  expect(await policy()).not.toContain('everyone');

  await page.goto(routes.layerVersion(place, layer.name, 1));
  await page.getByRole('button', { name: 'Remove permission partner' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove permission partner' }).click();
  await expect(shell.flash('Permission partner removed')).toBeVisible();
  expect(await policy()).not.toContain('111122223333');
});

test('adds, reorders and removes the layers of a function', async ({ aws, functionPage, page, place }) => {
  await using first = await publishLayer(aws, 2);
  await using second = await publishLayer(aws);
  await using fn = await createFunction(aws);
  const layers = async () => {
    const found = await aws.lambda.send(new GetFunctionConfigurationCommand({ FunctionName: fn.name }));
    return (found.Layers ?? []).map(({ Arn }) => Arn);
  };
  const { edit } = functionPage;
  await page.goto(routes.editCode(place, fn.name, 'layers'));
  await test.step('from the list', async () => {
    await page.getByRole('combobox', { name: 'Layer' }).click();
    await page.getByRole('option', { name: first.name }).click();
    await page.getByRole('combobox', { name: 'Version' }).click();
    await page.getByRole('option', { name: '1', exact: true }).click();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  });
  await test.step('by ARN', async () => {
    await page.getByRole('radio', { name: 'Specify an ARN' }).check();
    await edit.fill('Version ARN', `${second.arns[0]}9`);
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByRole('textbox', { name: 'Version ARN' })).toHaveAttribute('aria-invalid', 'true');
    await edit.fill('Version ARN', second.arns[0] ?? '');
    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByText(`Version 1 of ${second.name}`)).toBeVisible();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  });
  await page.getByRole('button', { name: `Merge ${second.name}:1 earlier` }).click();
  await expect(edit.review).toContainText('update-function-configuration');
  await edit.save();
  await expect(page.getByRole('link', { name: first.name })).toBeVisible();
  expect(await layers()).toEqual([second.arns[0], first.arns[0]]);

  await test.step('refused: two versions of one layer', async () => {
    await page.goto(routes.editCode(place, fn.name, 'layers'));
    await page.getByRole('radio', { name: 'Specify an ARN' }).check();
    await edit.fill('Version ARN', first.arns[1] ?? '');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await edit.save();
    await expect(page.getByText('Two different versions of the same layer').first()).toBeVisible();
    await page.getByRole('button', { name: `Remove ${first.name}:1` }).click();
    await edit.save();
    await expect(page.getByRole('link', { name: first.name })).toBeVisible();
    expect(await layers()).toEqual([second.arns[0], first.arns[1]]);
  });
  await test.step('changed by somebody else meanwhile', async () => {
    await page.goto(routes.editCode(place, fn.name, 'layers'));
    await page.getByRole('button', { name: `Remove ${second.name}:1` }).click();
    await aws.lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: fn.name, Layers: [] }));
    await edit.save();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByText('The function has no layers.')).toBeVisible();
    expect(await layers()).toEqual([]);
  });
});
