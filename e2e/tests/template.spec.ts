import { readFile } from 'node:fs/promises';
import {
  CreateFunctionUrlConfigCommand,
  GetFunctionUrlConfigCommand,
  PublishVersionCommand,
  CreateAliasCommand,
} from '@aws-sdk/client-lambda';
import { parse } from 'yaml';
import { routes } from '../../lib/routes.ts';
import { createFunction } from '../fixtures/aws.ts';
import { expect, test } from '../fixtures/test.ts';

const customTags = ['!Ref', '!GetAtt'].map((tag) => ({ tag, resolve: (value: string) => value }));

test('writes a function down in five formats, without its secrets until they are asked for', async ({
  aws,
  page,
  place,
}) => {
  await using fn = await createFunction(aws, {
    Environment: { Variables: { API_TOKEN: 'hunter2' } },
    MemorySize: 512,
  });
  await aws.lambda.send(new PublishVersionCommand({ FunctionName: fn.name }));
  await aws.lambda.send(
    new CreateAliasCommand({ FunctionName: fn.name, Name: 'live', FunctionVersion: '1' }),
  );
  await aws.lambda.send(new CreateFunctionUrlConfigCommand({ FunctionName: fn.name, AuthType: 'AWS_IAM' }));
  await page.goto(routes.functionTab(place, fn.name, 'code'));
  const overview = page.getByRole('region', { name: 'Function overview' });
  await overview.getByRole('radio', { name: 'Template' }).check();
  const text = overview.locator('pre');
  await expect(text).toContainText('AWS::Serverless-2016-10-31');
  const template = parse(await text.innerText(), { customTags }) as {
    Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
  };
  expect(template.Resources.Function?.Properties).toMatchObject({ FunctionName: fn.name, MemorySize: 512 });
  const url = await aws.lambda.send(new GetFunctionUrlConfigCommand({ FunctionName: fn.name }));
  expect(template.Resources.Function?.Properties.FunctionUrlConfig).toMatchObject({ AuthType: url.AuthType });
  expect(template.Resources.AliasLive?.Type).toBe('AWS::Lambda::Alias');

  for (const [format, mark] of [
    ['CloudFormation', 'Type: AWS::Lambda::Url'],
    ['Terraform', 'resource "aws_lambda_alias" "live"'],
    ['CDK', 'new lambda.CfnFunction('],
    ['AWS CLI', 'aws lambda create-function'],
  ] as const) {
    await overview.getByRole('radio', { name: format }).check();
    await expect(text).toContainText(mark);
    await expect(text).not.toContainText('hunter2');
  }
  await overview.getByRole('checkbox', { name: 'Include values of environment variables' }).check();
  await expect(text).toContainText('hunter2');

  const download = page.waitForEvent('download');
  await overview.getByRole('button', { name: 'Download create-function.sh' }).click();
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved.trim()).toBe((await text.innerText()).trim());

  await page.goto(routes.audit());
  await expect(page.getByRole('row', { name: new RegExp(fn.name) }).first()).toContainText(
    'Read environment variables',
  );
});

test('hands over the SAM file from the menu', async ({ aws, page, place }) => {
  await using fn = await createFunction(aws);
  await page.goto(routes.functionTab(place, fn.name, 'code'));
  const overview = page.getByRole('region', { name: 'Function overview' });
  await overview.getByRole('button', { name: 'Download', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'AWS SAM file' }).click();
  expect((await download).suggestedFilename()).toBe('template.yaml');
});
