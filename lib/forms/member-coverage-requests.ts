import { triggerDefaults, type TriggerValues } from '../domain/trigger-fields';
import { isMappingKind, triggerKinds } from '../domain/trigger-kinds';
import { asyncToInput } from './async-invocation';
import { providerToCreate, providerToUpdate } from './capacity-provider';
import { createFunctionToInput } from './create-function';
import { environmentToInput } from './environment';
import { scalingToInput } from './function-scaling';
import { functionUrlToInput } from './function-url';
import { generalToInput } from './general';
import { publishLayerToInput, shareLayerToInput } from './layer';
import { changedMappingInput, newMappingInput } from './mapping';
import { imageConfigOf, imageToCodeInput, packageToInput } from './package';
import { managementToInput, runtimeToInput, toArchitectures } from './runtime';
import { sectionToInput } from './sections';
import { arnSettingToInput } from './settings';
import { signingToCreate, signingToUpdate } from './signing';
import { aliasToInput } from './versions';

// What each form of the console sends when everything in it is filled in; only the test of coverage reads it.

const mappingKinds = triggerKinds.map(({ id }) => id).filter(isMappingKind);
const place = { connectionId: 'local', region: 'us-east-1' };
const functionName = 'orders';
const revisionId = '1';
const zip = new Uint8Array([1]);
const named = { place, functionName, revisionId };

const filledTrigger = Object.fromEntries(
  Object.entries(triggerDefaults).map(([name, value]) => [name, value || '1']),
) as TriggerValues;
const trigger: TriggerValues = {
  ...filledTrigger,
  enabled: 'on',
  bisect: 'on',
  partialFailures: 'on',
  authType: 'BASIC_AUTH',
  startingPosition: 'AT_TIMESTAMP',
  startingTime: '2026-01-01T00:00:00Z',
};
// Of the two ways to bound the pollers of a queue one excludes the other.
const triggers = [trigger, { ...trigger, maxConcurrency: '' }];
const cors = {
  origins: ['*'],
  methods: ['GET'],
  headers: ['a'],
  exposed: ['b'],
  maxAgeSeconds: 1,
  credentials: true,
};

const alias = { description: 'a', version: '1', second: { version: '2', percent: 10 } };
const signing = { description: 'a', publishers: 'arn:1', policy: 'Warn', tags: 'team=orders' };
const provider = {
  name: 'fleet',
  subnets: 'subnet-1',
  securityGroups: 'sg-1',
  role: 'arn:role',
  architecture: 'arm64',
  instanceRule: 'allowed',
  instanceTypes: 'm7g.large',
  maxVCpus: '8',
  scalingMode: 'Manual',
  targetCpu: '50',
  kmsKey: 'arn:key',
  propagate: 'Explicit',
  propagatedTags: 'team=orders',
  logGroup: '/fleet',
  logLevel: 'INFO',
  tags: 'team=orders',
};
const packageValues = {
  source: 's3' as const,
  bucket: 'b',
  key: 'k',
  objectVersion: 'v',
  mode: 'REFERENCE',
  kms: 'arn:key',
  publish: 'on',
  dryRun: 'on',
};
const image = {
  uri: 'repository:2',
  architecture: 'arm64',
  entryPoint: 'a',
  command: 'b',
  workingDirectory: '/c',
};
const layerDetails = {
  description: 'a',
  runtimes: 'nodejs22.x',
  architectures: 'arm64',
  license: 'MIT',
  bucket: 'b',
  key: 'k',
  objectVersion: 'v',
  mode: 'REFERENCE',
};

/** Requests by operation. What an action adds itself stands beside what its form converts. */
export const filledRequests = {
  CreateFunction: [
    createFunctionToInput(
      {
        place,
        functionName,
        runtime: 'nodejs22.x',
        architecture: 'arm64',
        sampleId: 'hello',
        role: { mode: 'new' },
        description: 'a',
        vpc: { subnets: 'subnet-1', securityGroups: 'sg-1', allowsIpv6: true },
        isTenantIsolated: true,
        managed: { provider: 'arn:provider', memoryMb: 2048, memoryPerVCpu: 2 },
        durable: { executionTimeout: 60, retentionDays: 1 },
      },
      'arn:role',
      'index.handler',
      zip,
    ),
  ],
  UpdateFunctionConfiguration: [
    generalToInput(
      functionName,
      {
        description: 'a',
        memoryMb: 128,
        ephemeralStorageMb: 512,
        snapStart: 'None',
        timeoutSeconds: 3,
        role: 'arn:role',
      },
      revisionId,
    ),
    runtimeToInput({ ...named, changes: { runtime: 'nodejs22.x', handler: 'index.handler' } }),
    environmentToInput(functionName, [{ key: 'A', value: '1' }], {}),
    arnSettingToInput({ ...named, setting: 'dead-letter', values: { arn: 'arn:queue' } }),
    arnSettingToInput({ ...named, setting: 'encryption', values: { arn: 'arn:key' } }),
    sectionToInput({
      ...named,
      section: 'monitoring',
      values: {
        logFormat: 'JSON',
        applicationLevel: 'INFO',
        systemLevel: 'INFO',
        logGroup: '/a',
        tracing: 'on',
      },
    }),
    sectionToInput({
      ...named,
      section: 'vpc',
      values: { vpc: 'vpc-1', subnets: 'subnet-1', securityGroups: 'sg-1', ipv6: 'on' },
    }),
    sectionToInput({
      ...named,
      section: 'file-systems',
      values: { accessPoint: 'arn:point', mountPath: '/mnt/a' },
    }),
    sectionToInput({
      ...named,
      section: 'durable-execution',
      values: { executionTimeout: '60', retentionDays: '1', durableKey: 'arn:key' },
    }),
    sectionToInput({
      ...named,
      section: 'capacity-provider',
      values: { capacityProvider: 'arn:provider', memoryPerVCpu: '2', environmentConcurrency: '8' },
    }),
    { Layers: ['arn:layer'] },
    { ImageConfig: imageConfigOf(image) },
  ],
  UpdateFunctionCode: [
    packageToInput({ ...named, values: packageValues }),
    imageToCodeInput({ ...named, before: { uri: 'repository:1', architecture: 'x86_64' }, values: image }),
    { ZipFile: zip, Architectures: toArchitectures('arm64') },
  ],
  CreateEventSourceMapping: mappingKinds.flatMap((kind) =>
    triggers.map((values) => newMappingInput(kind, functionName, values)),
  ),
  UpdateEventSourceMapping: mappingKinds.flatMap((kind) =>
    triggers.map((values) => changedMappingInput(kind, 'id', values)),
  ),
  PutFunctionEventInvokeConfig: [
    asyncToInput(functionName, 'live', {
      maxAgeSeconds: 60,
      retries: 1,
      onSuccess: 'arn:1',
      onFailure: 'arn:2',
    }),
  ],
  CreateFunctionUrlConfig: [
    {
      FunctionName: functionName,
      Qualifier: 'live',
      ...functionUrlToInput({ authType: 'NONE', invokeMode: 'BUFFERED', cors }),
    },
  ],
  UpdateFunctionUrlConfig: [
    {
      FunctionName: functionName,
      Qualifier: 'live',
      ...functionUrlToInput({ authType: 'NONE', invokeMode: 'BUFFERED', cors }),
    },
  ],
  CreateAlias: [{ FunctionName: functionName, Name: 'live', ...aliasToInput(alias) }],
  UpdateAlias: [{ FunctionName: functionName, Name: 'live', RevisionId: '1', ...aliasToInput(alias) }],
  PublishLayerVersion: [
    publishLayerToInput({ place, layer: 'shared', details: layerDetails }),
    publishLayerToInput({ place, layer: 'shared', details: layerDetails, zip }),
  ],
  AddLayerVersionPermission: [
    shareLayerToInput({
      place,
      layer: 'shared',
      version: 1,
      revisionId,
      values: { statementId: 'a', principal: '*', organizationId: 'o-1' },
    }),
  ],
  PutFunctionConcurrency: [{ FunctionName: functionName, ReservedConcurrentExecutions: 1 }],
  PutProvisionedConcurrencyConfig: [
    { FunctionName: functionName, Qualifier: 'live', ProvisionedConcurrentExecutions: 1 },
  ],
  PutFunctionRecursionConfig: [{ FunctionName: functionName, RecursiveLoop: 'Allow' }],
  PutRuntimeManagementConfig: [
    managementToInput({
      ...named,
      qualifier: '1',
      values: { updateOn: 'Manual', versionArn: 'arn:runtime' },
    }),
  ],
  CreateCodeSigningConfig: [signingToCreate(signing)],
  UpdateCodeSigningConfig: [signingToUpdate({ place, arn: 'arn:csc', values: signing })],
  PutFunctionCodeSigningConfig: [{ FunctionName: functionName, CodeSigningConfigArn: 'arn:csc' }],
  CreateCapacityProvider: [
    providerToCreate(provider),
    providerToCreate({ ...provider, instanceRule: 'excluded' }),
  ],
  UpdateCapacityProvider: [providerToUpdate('fleet', provider)],
  PutFunctionScalingConfig: [
    scalingToInput({ functionName, qualifier: '1', values: { min: '3', max: '9' } }),
  ],
} satisfies Readonly<Record<string, readonly unknown[]>>;
