import {
  CreateRegistryCommand,
  CreateSchemaCommand,
  DeleteRegistryCommand,
  DeleteSchemaCommand,
  DeleteSchemaVersionCommand,
  DescribeRegistryCommand,
  DescribeSchemaCommand,
  ExportSchemaCommand,
  GetDiscoveredSchemaCommand,
  ListRegistriesCommand,
  ListSchemasCommand,
  ListSchemaVersionsCommand,
  ListTagsForResourceCommand,
  paginateListSchemas,
  paginateSearchSchemas,
  SchemasClient,
  SearchSchemasCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateRegistryCommand,
  UpdateSchemaCommand,
} from '@aws-sdk/client-schemas';
import { expect, test } from 'vitest';
import { startListener } from '../../../http/listener.ts';
import { openTemporaryStore } from '../../../store/temporary-store.ts';
import { createWire } from '../../../wire/wire.ts';
import { refusal } from '../../deliveries/test/harness.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createSchemasService } from '../index.ts';

const RegistryName = 'lambda-testevent-schemas';
const SchemaName = '_hello-schema';
const named = { RegistryName, SchemaName };

const contentOf = (examples: object) =>
  JSON.stringify({
    openapi: '3.0.0',
    info: { version: '1.0.0', title: 'Event' },
    paths: {},
    components: { schemas: { Event: { type: 'object' } }, examples },
  });
const Content = contentOf({ first: { value: { id: 1 } } });

async function openSchemas() {
  const clock = createManualClock(Date.parse('2026-05-01T00:00:00Z'));
  const store = await openTemporaryStore({ now: clock.now });
  const failures: object[] = [];
  const log = { error: (fields: object) => void failures.push(fields) };
  const wire = createWire([createSchemasService({ database: store.database, clock })], { log });
  const listener = await startListener({ port: 0, host: '127.0.0.1', wire, health: () => ({}), log });
  const clientOf = (accessKeyId: string) =>
    new SchemasClient({
      endpoint: `http://127.0.0.1:${listener.port}`,
      region: 'us-east-1',
      credentials: { accessKeyId, secretAccessKey: 'test' },
      maxAttempts: 1,
    });
  const schemas = clientOf('test');
  return {
    schemas,
    clock,
    clientOf,
    /** A registry with one schema in it. */
    async arrange() {
      await schemas.send(new CreateRegistryCommand({ RegistryName }));
      return schemas.send(new CreateSchemaCommand({ ...named, Type: 'OpenApi3', Content }));
    },
    async [Symbol.asyncDispose]() {
      expect(failures).toEqual([]);
      schemas.destroy();
      await listener.close();
      await store[Symbol.asyncDispose]();
    },
  };
}

test('a registry is created once, shown, described anew, listed by prefix and deleted when it is empty', async () => {
  await using own = await openSchemas();
  const { schemas } = own;
  const RegistryArn = `arn:aws:schemas:us-east-1:000000000000:registry/${RegistryName}`;
  const made = await schemas.send(
    new CreateRegistryCommand({ RegistryName, Description: 'events', Tags: { team: 'a' } }),
  );
  expect(made).toMatchObject({ RegistryArn, RegistryName, Description: 'events', Tags: { team: 'a' } });
  expect(await refusal(schemas.send(new CreateRegistryCommand({ RegistryName })))).toMatch(
    /^ConflictException 409: .* already exists\.$/,
  );
  await schemas.send(new UpdateRegistryCommand({ RegistryName, Description: 'test events' }));
  expect(await schemas.send(new DescribeRegistryCommand({ RegistryName }))).toMatchObject({
    Description: 'test events',
    Tags: { team: 'a' },
  });
  const list = (input: object) => schemas.send(new ListRegistriesCommand(input));
  expect((await list({ RegistryNamePrefix: 'lambda-' })).Registries).toMatchObject([{ RegistryArn }]);
  expect((await list({ RegistryNamePrefix: 'other' })).Registries).toEqual([]);
  expect((await list({ Scope: 'AWS' })).Registries).toEqual([]);

  await schemas.send(new CreateSchemaCommand({ ...named, Type: 'OpenApi3', Content }));
  expect(await refusal(schemas.send(new DeleteRegistryCommand({ RegistryName })))).toMatch(
    /^BadRequestException 400: .* has schemas/,
  );
  await schemas.send(new DeleteSchemaCommand(named));
  await schemas.send(new DeleteRegistryCommand({ RegistryName }));
  expect(await refusal(schemas.send(new DescribeRegistryCommand({ RegistryName })))).toMatch(
    /^NotFoundException 404/,
  );
});

test('an account has ten registries in a Region, and does not see those of another', async () => {
  await using own = await openSchemas();
  const names = Array.from({ length: 10 }, (_, index) => `r${index}`);
  for (const name of names) await own.schemas.send(new CreateRegistryCommand({ RegistryName: name }));
  expect(await refusal(own.schemas.send(new CreateRegistryCommand({ RegistryName: 'r10' })))).toMatch(
    /^BadRequestException 400: .* up to 10 registries/,
  );
  const other = own.clientOf('111111111111');
  expect((await other.send(new ListRegistriesCommand({}))).Registries).toEqual([]);
  other.destroy();
});

test('each update with content makes a version; a token of the same request makes none', async () => {
  await using own = await openSchemas();
  const { schemas, clock } = own;
  const made = await own.arrange();
  expect(made).toMatchObject({
    SchemaArn: `arn:aws:schemas:us-east-1:000000000000:schema/${RegistryName}/${SchemaName}`,
    SchemaVersion: '1',
    Type: 'OpenApi3',
    LastModified: new Date('2026-05-01T00:00:00Z'),
  });
  clock.advance(60_000);
  const second = contentOf({ second: { value: 2 } });
  const update = (input: object) => schemas.send(new UpdateSchemaCommand({ ...named, ...input }));
  expect(await update({ Content: second, ClientTokenId: 't' })).toMatchObject({ SchemaVersion: '2' });
  expect(await update({ Content: second, ClientTokenId: 't' })).toMatchObject({ SchemaVersion: '2' });
  expect(await update({ Description: 'd' })).toMatchObject({ SchemaVersion: '2', Description: 'd' });
  expect(await schemas.send(new DescribeSchemaCommand(named))).toMatchObject({
    Content: second,
    SchemaVersion: '2',
    Description: 'd',
    VersionCreatedDate: new Date('2026-05-01T00:01:00Z'),
  });
  expect(await schemas.send(new DescribeSchemaCommand({ ...named, SchemaVersion: '1' }))).toMatchObject({
    Content,
    SchemaVersion: '1',
  });
  expect((await schemas.send(new ListSchemasCommand({ RegistryName }))).Schemas).toMatchObject([
    { SchemaName, VersionCount: 2 },
  ]);

  const remove = (SchemaVersion: string) =>
    schemas.send(new DeleteSchemaVersionCommand({ ...named, SchemaVersion }));
  await remove('2');
  expect(await refusal(remove('2'))).toMatch(/^NotFoundException 404/);
  expect(await refusal(remove('1'))).toMatch(/^BadRequestException 400: .* the only one/);
  // The number of a deleted version is not given again.
  expect(await update({ Content: second })).toMatchObject({ SchemaVersion: '3' });
  const { SchemaVersions } = await schemas.send(new ListSchemaVersionsCommand(named));
  expect(SchemaVersions?.map(({ SchemaVersion }) => SchemaVersion)).toEqual(['1', '3']);
});

test('a schema has up to a hundred versions, listed in pages from the oldest', async () => {
  await using own = await openSchemas();
  const { schemas } = own;
  await own.arrange();
  const update = () => schemas.send(new UpdateSchemaCommand({ ...named, Content }));
  for (let count = 1; count < 100; count += 1) await update();
  expect(await refusal(update())).toMatch(/^BadRequestException 400: .* up to 100 versions/);
  const first = await schemas.send(new ListSchemaVersionsCommand({ ...named, Limit: 60 }));
  const second = await schemas.send(
    new ListSchemaVersionsCommand({ ...named, Limit: 60, NextToken: first.NextToken }),
  );
  expect(first.SchemaVersions).toHaveLength(60);
  expect(second.SchemaVersions?.map(({ SchemaVersion }) => SchemaVersion)).toEqual(
    Array.from({ length: 40 }, (_, index) => `${index + 61}`),
  );
  expect(second.NextToken).toBeUndefined();
});

test('what is not a document of its format is refused', async () => {
  await using own = await openSchemas();
  const { schemas } = own;
  await schemas.send(new CreateRegistryCommand({ RegistryName }));
  const create = (input: object) =>
    refusal(schemas.send(new CreateSchemaCommand({ ...named, Type: 'OpenApi3', Content, ...input })));
  expect(await create({ Content: '{' })).toMatch(/^BadRequestException 400: .* not a JSON object/);
  expect(await create({ Content: '{}' })).toMatch(/not a valid OpenApi3 document/);
  expect(await create({ Type: 'JSONSchemaDraft4' })).toMatch(/not a valid JSONSchemaDraft4 document/);
  expect(await create({ Type: 'Avro' })).toMatch(/^BadRequestException 400/);
  expect(await create({ Content: contentOf({ big: 'x'.repeat(100_000) }) })).toMatch(/100000 characters/);
  expect(await create({ SchemaName: 'a b' })).toMatch(/^BadRequestException 400: Schema name/);
  expect(await create({ RegistryName: 'other' })).toMatch(/^NotFoundException 404/);
  await schemas.send(new CreateSchemaCommand({ ...named, Type: 'OpenApi3', Content }));
  expect(await create({})).toMatch(/^ConflictException 409/);
  expect(await refusal(schemas.send(new ExportSchemaCommand({ ...named, Type: 'OpenApi3' })))).toMatch(
    /^NotImplemented 501/,
  );
});

test('schemas are listed by prefix and found by words, page after page', async () => {
  await using own = await openSchemas();
  const { schemas } = own;
  await schemas.send(new CreateRegistryCommand({ RegistryName }));
  for (const [name, examples] of [
    ['_a-schema', { order: { value: 'Blue' } }],
    ['_b-schema', { order: { value: 'red' } }],
    ['_c-schema', { order: { value: 'blue' } }],
    ['other', { invoice: { value: 'blue' } }],
  ] as const) {
    await schemas.send(
      new CreateSchemaCommand({
        RegistryName,
        SchemaName: name,
        Type: 'OpenApi3',
        Content: contentOf(examples),
      }),
    );
  }
  const names: (string | undefined)[] = [];
  const paging = { client: schemas, pageSize: 2 };
  for await (const page of paginateListSchemas(paging, { RegistryName, SchemaNamePrefix: '_', Limit: 2 }))
    names.push(...(page.Schemas ?? []).map((schema) => schema.SchemaName));
  expect(names).toEqual(['_a-schema', '_b-schema', '_c-schema']);

  const found: object[] = [];
  for await (const page of paginateSearchSchemas(
    { client: schemas, pageSize: 1 },
    { RegistryName, Keywords: 'order BLUE' },
  ))
    found.push(...(page.Schemas ?? []));
  expect(found).toMatchObject([
    { SchemaName: '_a-schema', RegistryName, SchemaVersions: [{ SchemaVersion: '1', Type: 'OpenApi3' }] },
    { SchemaName: '_c-schema' },
  ]);
  expect(await refusal(schemas.send(new SearchSchemasCommand({ RegistryName, Keywords: ' ' })))).toMatch(
    /^BadRequestException 400/,
  );
});

test('a schema is made out of events: what all of them have is required', async () => {
  await using own = await openSchemas();
  const discover = async (Type: 'OpenApi3' | 'JSONSchemaDraft4', ...Events: string[]) => {
    const { Content: found = '' } = await own.schemas.send(new GetDiscoveredSchemaCommand({ Type, Events }));
    return JSON.parse(found) as unknown;
  };
  expect(await discover('OpenApi3', '{"id":1,"lines":[{"sku":"a"},{"sku":"b","gift":true}]}')).toEqual({
    openapi: '3.0.0',
    info: { version: '1.0.0', title: 'Event' },
    paths: {},
    components: {
      schemas: {
        Event: {
          type: 'object',
          required: ['id', 'lines'],
          properties: {
            id: { type: 'number' },
            lines: {
              type: 'array',
              items: {
                type: 'object',
                required: ['sku'],
                properties: { sku: { type: 'string' }, gift: { type: 'boolean' } },
              },
            },
          },
        },
      },
    },
  });
  expect(await discover('JSONSchemaDraft4', '{"a":null}', '{"a":1,"b":2}')).toEqual({
    $schema: 'http://json-schema.org/draft-04/schema#',
    title: 'Event',
    type: 'object',
    required: ['a'],
    properties: { a: {}, b: { type: 'number' } },
  });
  expect(await refusal(discover('OpenApi3', 'no JSON'))).toMatch(/^BadRequestException 400/);
});

test('registries and schemas have tags', async () => {
  await using own = await openSchemas();
  const { schemas } = own;
  const { SchemaArn: ResourceArn = '' } = await own.arrange();
  await schemas.send(new TagResourceCommand({ ResourceArn, Tags: { a: '1', b: '2' } }));
  await schemas.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['a'] }));
  expect(await schemas.send(new ListTagsForResourceCommand({ ResourceArn }))).toMatchObject({
    Tags: { b: '2' },
  });
  const registry = `arn:aws:schemas:us-east-1:000000000000:registry/${RegistryName}`;
  await schemas.send(new TagResourceCommand({ ResourceArn: registry, Tags: { c: '3' } }));
  expect(await schemas.send(new DescribeRegistryCommand({ RegistryName }))).toMatchObject({
    Tags: { c: '3' },
  });
  for (const arn of ['arn:aws:schemas:us-east-1:000000000000:registry/a/b', 'x'])
    expect(await refusal(schemas.send(new ListTagsForResourceCommand({ ResourceArn: arn })))).toMatch(
      /^BadRequestException 400/,
    );
});
