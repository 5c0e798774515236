import {
  CreateDeploymentCommand,
  GetExportCommand,
  GetModelsCommand,
  GetResourcesCommand,
  ImportRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openRestPlane } from '../data-plane/rest-api/test/harness.ts';

interface Document {
  readonly basePath?: string;
  readonly servers?: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Record<string, object>>>;
  readonly definitions?: object;
  readonly components?: { readonly schemas?: object };
}

const verbs = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];
const mock = {
  type: 'mock',
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  responses: { default: { statusCode: '200', responseTemplates: { 'application/json': '"told"' } } },
};

/** A published document with a back end for each of its methods, which is all that it lacks to be deployed. */
async function readDocument(name: string): Promise<Document> {
  const text = await readFile(new URL(`./openapi-documents/${name}`, import.meta.url), 'utf8');
  const document = JSON.parse(text) as Document;
  for (const item of Object.values(document.paths))
    for (const [verb, operation] of Object.entries(item))
      if (verbs.includes(verb)) Object.assign(operation, { 'x-amazon-apigateway-integration': mock });
  return document;
}

const methodsOf = ({ paths }: Document): string[] =>
  Object.entries(paths)
    .flatMap(([path, item]) =>
      Object.keys(item)
        .filter((verb) => verbs.includes(verb))
        .map((verb) => `${verb.toUpperCase()} ${path}`),
    )
    .sort();

test.each([
  ['petstore-2.0.json', 20],
  ['petstore-3.0.json', 19],
  ['schema-types-3.0.json', 4],
])('%s is imported, deployed, answers, is exported, and the export is the same API', async (name, least) => {
  await using rest = await openRestPlane();
  const { client } = rest;
  const document = await readDocument(name);
  const wanted = methodsOf(document);
  expect(wanted.length).toBeGreaterThanOrEqual(least);
  const importIt = async (body: Uint8Array) =>
    (await client.send(new ImportRestApiCommand({ body }))).id ?? '';
  const treeOf = async (restApiId: string) => {
    const { items = [] } = await client.send(
      new GetResourcesCommand({ restApiId, limit: 500, embed: ['methods'] }),
    );
    return items
      .flatMap(({ path = '', resourceMethods = {} }) =>
        Object.entries(resourceMethods).map(([verb, method]) => ({ key: `${verb} ${path}`, method })),
      )
      .sort((a, b) => a.key.localeCompare(b.key, 'en'));
  };
  const modelsOf = async (restApiId: string) =>
    ((await client.send(new GetModelsCommand({ restApiId, limit: 500 }))).items ?? [])
      .map(({ name: modelName = '' }) => modelName)
      .sort();

  const restApiId = await importIt(Buffer.from(JSON.stringify(document)));
  const tree = await treeOf(restApiId);
  expect(tree.map(({ key }) => key).sort()).toEqual(wanted);
  const schemas = Object.keys(document.definitions ?? document.components?.schemas ?? {});
  expect((await modelsOf(restApiId)).length).toBeGreaterThanOrEqual(schemas.length);
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'dev' }));
  for (const { key, method } of tree) {
    const [verb = '', path = ''] = key.split(' ');
    const answer = await rest.call(restApiId, `/dev${path.replaceAll(/\{[^}]+\}/g, '1')}`, { method: verb });
    const isOpen = method.apiKeyRequired !== true && verb !== 'HEAD';
    if (isOpen) expect([key, answer.status, answer.text]).toEqual([key, 200, '"told"']);
  }
  for (const exportType of ['oas30', 'swagger']) {
    const { body = new Uint8Array() } = await client.send(
      new GetExportCommand({
        restApiId,
        stageName: 'dev',
        exportType,
        parameters: { extensions: 'apigateway' },
      }),
    );
    const again = await importIt(body);
    expect((await treeOf(again)).map(({ key }) => key)).toEqual(tree.map(({ key }) => key));
    expect(await modelsOf(again)).toEqual(await modelsOf(restApiId));
  }
});
