import {
  CreateDeploymentCommand,
  CreateStageCommand,
  GetRoutesCommand,
  ImportApiCommand,
} from '@aws-sdk/client-apigatewayv2';
import { readFile } from 'node:fs/promises';
import { routes } from '../../lib/routes.ts';
import { uniqueName } from '../fixtures/aws.ts';
import { deleteHttpApi } from '../fixtures/http-api.ts';
import { expect, test } from '../fixtures/test.ts';

const integration = {
  payloadFormatVersion: '1.0',
  type: 'http_proxy',
  httpMethod: 'ANY',
  uri: 'https://example.com',
};
const operation = { responses: {}, 'x-amazon-apigateway-integration': integration };

test('imports a definition over an HTTP API, says what is not deployed, and exports it', async ({
  aws,
  page,
  place,
  shell,
}) => {
  test.slow();
  const definition = {
    openapi: '3.0.1',
    info: { title: uniqueName('shop'), version: '1' },
    paths: { '/orders': { get: operation }, '/old': { get: operation } },
  };
  const { ApiId: id = '' } = await aws.apiGatewayV2.send(
    new ImportApiCommand({ Body: JSON.stringify(definition) }),
  );
  try {
    const { DeploymentId } = await aws.apiGatewayV2.send(new CreateDeploymentCommand({ ApiId: id }));
    await aws.apiGatewayV2.send(new CreateStageCommand({ ApiId: id, StageName: 'prod', DeploymentId }));
    await page.goto(routes.httpApi(place, id, 'routes'));
    await expect(page.getByRole('row', { name: /\/old/ })).toBeVisible();
    await expect(page.getByText('Undeployed changes')).toBeHidden();

    await page.getByRole('link', { name: 'Reimport' }).click();
    const text = page.getByRole('textbox', { name: 'API definition' });
    await text.fill('nonsense');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('Invalid OpenAPI input.')).toBeVisible();
    const next = { ...definition, paths: { '/orders': { get: operation, post: operation } } };
    await text.fill(JSON.stringify(next));
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByText(/GET \/old/)).toBeVisible();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText('Undeployed changes')).toBeVisible();
    const { Items = [] } = await aws.apiGatewayV2.send(new GetRoutesCommand({ ApiId: id }));
    expect(Items.map(({ RouteKey }) => RouteKey).sort()).toEqual(['GET /orders', 'POST /orders']);

    await page.goto(routes.httpApi(place, id, 'export'));
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const download = await downloading;
    const exported = JSON.parse(await readFile(await download.path(), 'utf8')) as typeof next;
    expect(Object.keys(exported.paths)).toEqual(['/orders']);
    expect(exported.info.title).toBe(definition.info.title);
    await expect(shell.main).toBeVisible();
  } finally {
    await deleteHttpApi(aws, id);
  }
});
