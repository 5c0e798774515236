import {
  CreateCodeSigningConfigCommand,
  DeleteCodeSigningConfigCommand,
  GetCodeSigningConfigCommand,
  GetFunctionCodeSigningConfigCommand,
  ListCodeSigningConfigsCommand,
  PutFunctionCodeSigningConfigCommand,
  UpdateCodeSigningConfigCommand,
} from '@aws-sdk/client-lambda';
import { routes } from '../../lib/routes.ts';
import { createFunction, uniqueName, type Aws } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const publisher = 'arn:aws:signer:us-east-1:000000000000:/signing-profiles/shop/a1b2c3d4e5';
const other = 'arn:aws:signer:us-east-1:000000000000:/signing-profiles/shop/f6a7b8c9d0';

async function createConfig(aws: Aws, Description: string) {
  const { CodeSigningConfig } = await aws.lambda.send(
    new CreateCodeSigningConfigCommand({
      Description,
      AllowedPublishers: { SigningProfileVersionArns: [publisher] },
    }),
  );
  const arn = CodeSigningConfig?.CodeSigningConfigArn ?? '';
  return {
    arn,
    id: CodeSigningConfig?.CodeSigningConfigId ?? '',
    [Symbol.asyncDispose]: async () => {
      await aws.lambda.send(new DeleteCodeSigningConfigCommand({ CodeSigningConfigArn: arn }));
    },
  };
}

test('creates, changes and deletes a code signing configuration', async ({
  aws,
  functionPage,
  page,
  place,
  shell,
}) => {
  const description = uniqueName('signed');
  const { edit } = functionPage;
  const find = async () => {
    const { CodeSigningConfigs = [] } = await aws.lambda.send(new ListCodeSigningConfigsCommand({}));
    return CodeSigningConfigs.find((config) => config.Description === description);
  };
  await page.goto(routes.createSigningConfig(place));
  await edit.fill('Description', description);
  await edit.fill('Signing profile version ARNs', 'no arn');
  await edit.save();
  await expect(page.getByRole('textbox', { name: 'Signing profile version ARNs' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await edit.fill('Signing profile version ARNs', publisher);
  await edit.fill('Tags', 'team=orders');
  await expect(edit.review).toContainText('create-code-signing-config');
  await edit.save();
  await expect(shell.flash('Code signing configuration created')).toBeVisible();
  const created = await find();
  expect(created).toMatchObject({
    AllowedPublishers: { SigningProfileVersionArns: [publisher] },
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: 'Warn' },
  });
  const arn = created?.CodeSigningConfigArn ?? '';

  await page.getByRole('link', { name: created?.CodeSigningConfigId }).click();
  await expect(functionPage.value('Tags')).toContainText('team=orders');
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('radio', { name: 'Enforce' }).check();
  await edit.save();
  await expect(functionPage.value('Signature validation policy')).toContainText('Enforce');
  await test.step('changed by somebody else meanwhile', async () => {
    await page.goto(routes.editSigningConfig(place, arn));
    await edit.fill('Signing profile version ARNs', `${publisher}\n${other}`);
    await aws.lambda.send(
      new UpdateCodeSigningConfigCommand({ CodeSigningConfigArn: arn, Description: 'theirs' }),
    );
    await edit.save();
    await expect(page.getByRole('button', { name: 'Keep mine on top' })).toBeVisible();
    await page.getByRole('button', { name: 'Keep mine on top' }).click();
    await edit.save();
    await expect(functionPage.value('Signing profile version ARNs')).toContainText('f6a7b8c9d0');
  });
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(shell.flash('Code signing configuration deleted')).toBeVisible();
  await expect(
    aws.lambda.send(new GetCodeSigningConfigCommand({ CodeSigningConfigArn: arn })),
  ).rejects.toThrow();
});

test('gives a function a configuration, and takes it away', async ({ aws, functionPage, page, place }) => {
  await using config = await createConfig(aws, 'Only ours');
  await using theirs = await createConfig(aws, 'Only theirs');
  await using fn = await createFunction(aws);
  const { edit } = functionPage;
  const read = async () =>
    (await aws.lambda.send(new GetFunctionCodeSigningConfigCommand({ FunctionName: fn.name })))
      .CodeSigningConfigArn;
  await functionPage.gotoSection(fn.name, 'code-signing');
  await functionPage.startEdit('Code signing');
  await page.getByRole('button', { name: 'Paste an ARN instead' }).click();
  await edit.fill('Code signing configuration', config.arn.replace('csc-', 'csc-x'));
  await edit.save();
  await expect(edit.review.getByRole('alert').or(page.getByText('failed to satisfy')).first()).toBeVisible();
  await edit.fill('Code signing configuration', config.arn);
  await expect(edit.review).toContainText('put-function-code-signing-config');
  await edit.save();
  await expect(functionPage.value('Code signing configuration')).toContainText(config.id);
  expect(await read()).toBe(config.arn);

  await page.goto(routes.editConfiguration(place, fn.name, 'code-signing'));
  await page.getByRole('button', { name: 'Clear' }).click();
  await aws.lambda.send(
    new PutFunctionCodeSigningConfigCommand({ FunctionName: fn.name, CodeSigningConfigArn: theirs.arn }),
  );
  await edit.save();
  await page.getByRole('button', { name: 'Keep mine on top' }).click();
  await expect(edit.review).toContainText('delete-function-code-signing-config');
  await edit.save();
  await expect(page.getByText('The function takes any code')).toBeVisible();
  expect(await read()).toBeUndefined();
});
