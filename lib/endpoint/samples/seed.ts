import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FoundRuntime } from '../runtimes/launch.ts';
import type { RequestContext, Service } from '../services/service.ts';
import { sampleDefinitions, type SampleDefinition } from './definitions.ts';
import { packFolder } from './pack.ts';

export interface SeedOptions {
  readonly lambda: Service;
  readonly iam: Service;
  readonly found: readonly FoundRuntime[];
  /** Folder with one folder of sources a sample. */
  readonly sourcesFolder: string;
  readonly baseUrl: string;
  readonly dataFolder: string;
  /** Aborted at shutdown: what is not yet created is left out. */
  readonly signal: AbortSignal;
}

/** Where a console without any configuration looks first. */
const accountId = '000000000000';
const region = 'us-east-1';
const roleName = 'sample-function-role';
const trustPolicy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** Stands in a data folder whose samples are not all there yet: a start that was cut short is continued by the next. */
const unfinishedMark = (dataFolder: string) => path.join(dataFolder, 'samples-unfinished');

/** Says of a new data folder that samples are to be made in it. */
export function wantSamples(dataFolder: string): void {
  writeFileSync(unfinishedMark(dataFolder), '', { mode: 0o600 });
}

export function areSamplesWanted(dataFolder: string): boolean {
  return existsSync(unfinishedMark(dataFolder));
}

/**
 * Creates the sample functions through the same operations that a user's client calls; returns their names. Those
 * that an earlier start has created stay as they are.
 */
export async function seedSamples(options: SeedOptions): Promise<string[]> {
  const created: string[] = [];
  const { Roles } = (await call(options, options.iam, 'ListRoles', {})) as { Roles: { RoleName: string }[] };
  if (!Roles.some(({ RoleName }) => RoleName === roleName))
    await call(options, options.iam, 'CreateRole', {
      RoleName: roleName,
      AssumeRolePolicyDocument: JSON.stringify(trustPolicy),
      Description: 'Execution role of the sample functions',
    });
  const { Role: role } = (await call(options, options.iam, 'GetRole', { RoleName: roleName })) as {
    Role: { Arn: string };
  };
  await call(options, options.iam, 'AttachRolePolicy', {
    RoleName: roleName,
    PolicyArn: 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
  });
  const { Functions } = (await call(options, options.lambda, 'ListFunctions', {})) as {
    Functions: { FunctionName: string }[];
  };
  const isThere = new Set(Functions.map(({ FunctionName }) => FunctionName));
  for (const sample of sampleDefinitions) {
    if (options.signal.aborted) return created;
    if (isThere.has(sample.name)) continue;
    await call(options, options.lambda, 'CreateFunction', {
      FunctionName: sample.name,
      Runtime: runtimeFor(sample, options.found),
      Role: role.Arn,
      Handler: sample.handler,
      Code: { ZipFile: await packFolder(path.join(options.sourcesFolder, sample.name)) },
      Description: sample.description,
      MemorySize: sample.memoryMb,
      Timeout: sample.timeoutSeconds,
      Environment: { Variables: sample.variables },
      Tags: sample.tags,
    });
    created.push(sample.name);
  }
  rmSync(unfinishedMark(options.dataFolder), { force: true });
  return created;
}

/** Python is chosen from what the machine has; Node always runs, if need be on the Node that runs the endpoint. */
function runtimeFor(sample: SampleDefinition, found: readonly FoundRuntime[]): string {
  if (sample.language === 'node') return 'nodejs22.x';
  const minors = found
    .flatMap((runtime) => runtime.identifiers)
    .map((identifier) => Number(/^python3\.(\d+)$/.exec(identifier)?.[1]))
    .filter((minor) => minor >= 9 && minor <= 14);
  return `python3.${minors.length > 0 ? Math.max(...minors) : 13}`;
}

async function call(options: SeedOptions, service: Service, name: string, input: object): Promise<unknown> {
  const operation = service.operations[name];
  if (!operation) throw new Error(`${service.name} has no operation ${name}`);
  const context: RequestContext = {
    accountId,
    region,
    requestId: randomUUID(),
    headers: {},
    baseUrl: options.baseUrl,
    signal: options.signal,
  };
  // The one place that calls operations without the wire layer; the inputs above have the SDK's shapes.
  return await operation(input as never, context);
}
