import { cliCommand, shellQuote, type CliOptions, type CliValue } from '../domain/cli-command.ts';
import { destinations } from './cloud-resources.ts';
import { commented, headLines, present, type FunctionModel, type Owner, type Plain } from './model.ts';
import { cliSources } from './cli-sources.ts';

// Parameter names: AWS CLI Command Reference, lambda.

export type Command = (
  service: string,
  operation: string,
  parameters: Readonly<Record<string, CliValue | undefined>>,
) => string;

const orNone = (record: Record<string, Plain>) => (Object.keys(record).length > 0 ? record : undefined);

function codeParameters({ code }: FunctionModel): Readonly<Record<string, CliValue | undefined>> {
  if (code.type === 'zip') {
    return { runtime: code.runtime, handler: code.handler, 'zip-file': 'fileb://function.zip' };
  }
  return {
    'package-type': 'Image',
    code: { ImageUri: code.uri },
    'image-config': orNone(
      present({
        EntryPoint: code.entryPoint,
        Command: code.command,
        WorkingDirectory: code.workingDirectory,
      }),
    ),
  };
}

function createParameters(model: FunctionModel): Readonly<Record<string, CliValue | undefined>> {
  const { vpc, logging } = model;
  const isLeftOut = model.variables.some(({ value }) => value === undefined);
  const variables = Object.fromEntries(model.variables.map(({ key, value }) => [key, value ?? '']));
  return {
    'function-name': model.name,
    description: model.description || undefined,
    role: model.role,
    ...codeParameters(model),
    architectures: [model.architecture],
    'memory-size': model.memoryMb,
    timeout: model.timeoutSeconds,
    'ephemeral-storage': { Size: model.ephemeralStorageMb },
    environment:
      model.variables.length === 0
        ? undefined
        : isLeftOut
          ? 'file://environment.json'
          : { Variables: variables },
    'kms-key-arn': model.kmsKeyArn,
    // Words of their own on the command line: an ARN has nothing that a shell reads.
    layers: model.layers.length > 0 ? model.layers : undefined,
    'vpc-config': vpc && {
      SubnetIds: vpc.subnetIds,
      SecurityGroupIds: vpc.securityGroupIds,
      ...(vpc.ipv6 && { Ipv6AllowedForDualStack: true }),
    },
    'file-system-configs':
      model.fileSystems.length > 0
        ? model.fileSystems.map(({ arn, path }) => ({ Arn: arn, LocalMountPath: path }))
        : undefined,
    'dead-letter-config': model.deadLetterArn ? { TargetArn: model.deadLetterArn } : undefined,
    'tracing-config': { Mode: model.tracing },
    'logging-config':
      logging &&
      present({
        LogFormat: logging.format,
        ApplicationLogLevel: logging.applicationLevel,
        SystemLogLevel: logging.systemLevel,
        LogGroup: logging.group,
      }),
    'snap-start': model.snapStart === 'None' ? undefined : { ApplyOn: model.snapStart },
    'code-signing-config-arn': model.signingConfigArn,
    tags: orNone({ ...model.tags }),
  };
}

function settings(model: FunctionModel, command: Command): string[] {
  const name = { 'function-name': model.name };
  const { reservedConcurrency, recursiveLoop, runtimeUpdate } = model;
  return [
    ...(reservedConcurrency === undefined
      ? []
      : [
          command('lambda', 'put-function-concurrency', {
            ...name,
            'reserved-concurrent-executions': reservedConcurrency,
          }),
        ]),
    ...(recursiveLoop
      ? [
          command('lambda', 'put-function-recursion-config', {
            ...name,
            'recursive-loop': recursiveLoop,
          }),
        ]
      : []),
    ...(runtimeUpdate
      ? [
          command('lambda', 'put-runtime-management-config', {
            ...name,
            'update-runtime-on': runtimeUpdate.on,
            'runtime-version-arn': runtimeUpdate.versionArn,
          }),
        ]
      : []),
  ];
}

function aliases(model: FunctionModel, command: Command): string[] {
  if (model.aliases.length === 0) return [];
  const name = { 'function-name': model.name };
  const publish = command('lambda', 'publish-version', { ...name, query: 'Version', output: 'text' });
  return [
    `version=$(${publish})`,
    ...model.aliases.flatMap(({ name: alias, description, provisioned }) => [
      // The version is the shell's to fill in, so it stands outside of any quotes of ours.
      `${command('lambda', 'create-alias', {
        ...name,
        name: alias,
        description: description || undefined,
      })} \\\n  --function-version "$version"`,
      ...(provisioned === undefined
        ? []
        : [
            command('lambda', 'put-provisioned-concurrency-config', {
              ...name,
              qualifier: alias,
              'provisioned-concurrent-executions': provisioned,
            }),
          ]),
    ]),
  ];
}

function invocation(model: FunctionModel, command: Command): string[] {
  const of = (owner: Owner) => ({ 'function-name': model.name, qualifier: owner });
  return [
    ...model.urls.map(({ owner, authType, invokeMode, cors }) =>
      command('lambda', 'create-function-url-config', {
        ...of(owner),
        'auth-type': authType,
        'invoke-mode': invokeMode,
        cors,
      }),
    ),
    ...model.asyncConfigs.map(({ owner, maxAgeSeconds, retries, onSuccess, onFailure }) =>
      command('lambda', 'put-function-event-invoke-config', {
        ...of(owner),
        'maximum-event-age-in-seconds': maxAgeSeconds,
        'maximum-retry-attempts': retries,
        'destination-config': destinations(onSuccess, onFailure),
      }),
    ),
    ...model.permissions.map((permission) =>
      command('lambda', 'add-permission', {
        ...of(permission.owner),
        'statement-id': permission.id,
        action: permission.action,
        principal: permission.principal,
        'source-arn': permission.sourceArn,
        'source-account': permission.sourceAccount,
        'principal-org-id': permission.organizationId,
        'event-source-token': permission.eventSourceToken,
        'function-url-auth-type': permission.urlAuthType,
        'invoked-via-function-url': permission.isViaUrl ? true : undefined,
      }),
    ),
  ];
}

/** Stops the script before anything is made when the values are missing. */
function valuesNeeded(model: FunctionModel): string[] {
  const keys = model.variables.filter(({ value }) => value === undefined).map(({ key }) => key);
  if (keys.length === 0) return [];
  const message = `environment.json is missing. Write it as {"Variables":{…}} with: ${keys.join(', ')}`;
  return [`test -f environment.json || { echo ${shellQuote(message)} >&2; exit 1; }`];
}

export function writeCli(model: FunctionModel, options: CliOptions): string {
  const command: Command = (service, operation, parameters) =>
    cliCommand(service, operation, parameters, options);
  const { name } = model;
  const head = [
    ...headLines(model, 'AWS CLI'),
    ...(model.code.type === 'zip' ? ['Put the function package beside this file as function.zip.'] : []),
  ];
  const steps = [
    'set -eu',
    ...valuesNeeded(model),
    command('lambda', 'create-function', createParameters(model)),
    command('lambda', 'wait function-active-v2', { 'function-name': name }),
    ...settings(model, command),
    ...aliases(model, command),
    ...invocation(model, command),
    ...cliSources(model, command, options),
  ];
  return `#!/bin/sh\n${commented(head, '#')}\n\n${steps.join('\n\n')}\n`;
}
