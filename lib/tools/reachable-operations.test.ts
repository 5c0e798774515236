import * as lambda from '@aws-sdk/client-lambda';
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { listFiles } from './files.ts';
import { inProject } from './project.ts';

// What a connection can do and the console cannot: every gap is listed here with its reason, and leaves the list when
// it is filled. Names in the code of actions, forms and queries stand for what their tests show to work.

const isDurable = 'the console does not show durable executions';
const isCapacityProvider = 'the console does not show capacity providers';

/** Operations that no page of the console sends, and why. */
const operationsLeftOut: Readonly<Record<string, string>> = {
  InvokeAsync: 'deprecated by AWS: Invoke with the type Event has taken its place',
  UpdateFunctionEventInvokeConfig: 'PutFunctionEventInvokeConfig writes the whole section',
  CheckpointDurableExecution: 'sent by a running function',
  GetDurableExecutionState: 'sent by a running function',
  GetDurableExecution: isDurable,
  GetDurableExecutionHistory: isDurable,
  ListDurableExecutionsByFunction: isDurable,
  StopDurableExecution: isDurable,
  SendDurableExecutionCallbackFailure: isDurable,
  SendDurableExecutionCallbackHeartbeat: isDurable,
  SendDurableExecutionCallbackSuccess: isDurable,
  CreateCapacityProvider: isCapacityProvider,
  DeleteCapacityProvider: isCapacityProvider,
  GetCapacityProvider: isCapacityProvider,
  GetFunctionScalingConfig: isCapacityProvider,
  ListCapacityProviders: isCapacityProvider,
  ListFunctionVersionsByCapacityProvider: isCapacityProvider,
  PutFunctionScalingConfig: isCapacityProvider,
  UpdateCapacityProvider: isCapacityProvider,
};

const isSchemaRegistry = 'forms of Kafka sources have no schema registry yet';

/** Members of inputs that no form fills, and why. */
const membersLeftOut: Readonly<Record<string, string>> = {
  DirectS3Read: 'the file system form has EFS access points alone',
  EventSourceToken: 'for Alexa skills alone, which have no trigger form',
  LambdaManagedInstancesCapacityProviderConfig: isCapacityProvider,
  CapacityProviderArn: isCapacityProvider,
  PerExecutionEnvironmentMaxConcurrency: isCapacityProvider,
  ExecutionEnvironmentMemoryGiBPerVCpu: isCapacityProvider,
  RetentionPeriodInDays: isDurable,
  ExecutionTimeout: isDurable,
  SchemaRegistryURI: isSchemaRegistry,
  EventRecordFormat: isSchemaRegistry,
  AccessConfigs: isSchemaRegistry,
  SchemaValidationConfigs: isSchemaRegistry,
};

/** Operations with a form: what they take is what a form must reach. */
const formOperations = [
  'CreateFunction',
  'UpdateFunctionConfiguration',
  'UpdateFunctionCode',
  'CreateEventSourceMapping',
  'UpdateEventSourceMapping',
  'PutFunctionEventInvokeConfig',
  'CreateFunctionUrlConfig',
  'UpdateFunctionUrlConfig',
  'CreateAlias',
  'UpdateAlias',
  'PublishVersion',
  'PublishLayerVersion',
  'AddLayerVersionPermission',
  'AddPermission',
  'PutFunctionConcurrency',
  'PutProvisionedConcurrencyConfig',
  'PutFunctionRecursionConfig',
  'PutRuntimeManagementConfig',
  'CreateCodeSigningConfig',
  'UpdateCodeSigningConfig',
];

let code: ReadonlySet<string>;

beforeAll(async () => {
  const folders = ['lib/actions', 'lib/forms', 'lib/domain', 'lib/queries', 'lib/aws', 'components', 'app'];
  const files = (await Promise.all(folders.map((folder) => listFiles(inProject(), folder))))
    .flat()
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(inProject(file), 'utf8')));
  code = new Set(texts.flatMap((text) => text.match(/\w+/g) ?? []));
});

it('every operation of Lambda is sent by some page, or its gap is listed', () => {
  const operations = Object.keys(lambda).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
  expect(operations.length).toBeGreaterThanOrEqual(88);
  const missing = operations.filter((name) => !code.has(`${name}Command`));
  expect(missing.sort()).toEqual(Object.keys(operationsLeftOut).sort());
});

it('every member of what forms send can be filled in, or its gap is listed', () => {
  const members = new Set<string>();
  for (const operation of formOperations) {
    const schema = schemas[`${operation}$`];
    expect(schema, operation).toBeDefined();
    collectMembers((schema as OperationSchema)[4], members, new Set());
  }
  expect(members.size).toBeGreaterThan(140);
  const missing = [...members].filter((name) => !code.has(name));
  expect(missing.sort()).toEqual(Object.keys(membersLeftOut).sort());
});

/** The SDK exports them beside its commands, under names with a dollar. */
const schemas: Readonly<Record<string, unknown>> = lambda;
type OperationSchema = readonly [kind: 9, namespace: string, name: string, traits: unknown, input: unknown];
const kinds = { list: 1, map: 2, structure: 3, union: 4 } as const;

/** Names of all members below a schema of the SDK; `lib/endpoint/wire/aws-schema.ts` tells how those are made. */
function collectMembers(given: unknown, into: Set<string>, above: ReadonlySet<unknown>): void {
  const schema: unknown = typeof given === 'function' ? (given as () => unknown)() : given;
  if (!Array.isArray(schema) || above.has(schema)) return;
  const [kind, namespace, , , first, second] = schema as readonly unknown[];
  // A pair of a schema and the traits of the member that has it.
  if (typeof namespace !== 'string') return collectMembers(kind, into, above);
  const below = new Set(above).add(schema);
  if (kind === kinds.list) collectMembers(first, into, below);
  else if (kind === kinds.map) collectMembers(second, into, below);
  else if (kind === kinds.structure || kind === kinds.union) {
    (first as readonly string[]).forEach((name, index) => {
      into.add(name);
      collectMembers((second as readonly unknown[])[index], into, below);
    });
  }
}
