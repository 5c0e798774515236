import { permissionResource, sourceResources } from './cloud-sources.ts';
import {
  Reference,
  resourceOf,
  type Cloud,
  type CloudParts,
  type CloudResource,
  type OwnerIds,
} from './cloud-values.ts';
import { nameGiver, pascal, type FunctionModel, type Owner, type Plain } from './model.ts';

// Property names: AWS CloudFormation Template Reference, AWS::Lambda::*.

/** Names of the function's own resource and of each of its aliases: two aliases may differ by a dash alone. */
function ownerIds(model: FunctionModel): OwnerIds {
  const give = nameGiver();
  const ids = new Map<Owner, string>([[undefined, 'Function']]);
  for (const { name } of model.aliases) ids.set(name, give(`Alias${pascal(name)}`));
  return (owner) => ids.get(owner) ?? 'Function';
}

function parameters(model: FunctionModel): CloudParts['parameters'] {
  const give = nameGiver();
  return model.variables
    .filter(({ value }) => value === undefined)
    .map(({ key }) => ({ id: give(`Env${pascal(key)}`), variable: key }));
}

function environment(model: FunctionModel, placeholders: CloudParts['parameters']): Cloud | undefined {
  if (model.variables.length === 0) return undefined;
  const Variables = Object.fromEntries(
    model.variables.map(({ key, value }): [string, Cloud] => {
      const placeholder = placeholders.find(({ variable }) => variable === key);
      return [key, value ?? new Reference(placeholder?.id ?? key)];
    }),
  );
  return { Variables };
}

function codeOf({ code }: FunctionModel): Readonly<Record<string, Cloud | undefined>> {
  if (code.type === 'zip') {
    return {
      Runtime: code.runtime,
      Handler: code.handler,
      Code: { S3Bucket: new Reference('CodeBucket'), S3Key: new Reference('CodeKey') },
    };
  }
  const { entryPoint, command, workingDirectory } = code;
  return {
    PackageType: 'Image',
    Code: { ImageUri: code.uri },
    ImageConfig: {
      ...(entryPoint.length > 0 && { EntryPoint: entryPoint }),
      ...(command.length > 0 && { Command: command }),
      ...(workingDirectory && { WorkingDirectory: workingDirectory }),
    },
  };
}

function functionResource(model: FunctionModel, placeholders: CloudParts['parameters']): CloudResource {
  const { vpc, logging, runtimeUpdate } = model;
  return resourceOf('Function', 'AWS::Lambda::Function', {
    FunctionName: model.name,
    Description: model.description,
    Role: model.role,
    ...codeOf(model),
    Architectures: [model.architecture],
    MemorySize: model.memoryMb,
    Timeout: model.timeoutSeconds,
    EphemeralStorage: { Size: model.ephemeralStorageMb },
    Environment: environment(model, placeholders),
    KmsKeyArn: model.kmsKeyArn,
    Layers: model.layers,
    VpcConfig: vpc && {
      SubnetIds: vpc.subnetIds,
      SecurityGroupIds: vpc.securityGroupIds,
      ...(vpc.ipv6 && { Ipv6AllowedForDualStack: true }),
    },
    FileSystemConfigs: model.fileSystems.map(({ arn, path }) => ({ Arn: arn, LocalMountPath: path })),
    DeadLetterConfig: model.deadLetterArn ? { TargetArn: model.deadLetterArn } : undefined,
    TracingConfig: { Mode: model.tracing },
    LoggingConfig: logging && {
      LogFormat: logging.format,
      ...(logging.applicationLevel && { ApplicationLogLevel: logging.applicationLevel }),
      ...(logging.systemLevel && { SystemLogLevel: logging.systemLevel }),
      ...(logging.group && { LogGroup: logging.group }),
    },
    SnapStart: model.snapStart === 'None' ? undefined : { ApplyOn: model.snapStart },
    ReservedConcurrentExecutions: model.reservedConcurrency,
    CodeSigningConfigArn: model.signingConfigArn,
    RecursiveLoop: model.recursiveLoop,
    RuntimeManagementConfig: runtimeUpdate && {
      UpdateRuntimeOn: runtimeUpdate.on,
      ...(runtimeUpdate.versionArn && { RuntimeVersionArn: runtimeUpdate.versionArn }),
    },
    Tags: Object.entries(model.tags).map(([Key, Value]) => ({ Key, Value })),
  });
}

function aliasResources(model: FunctionModel, idOf: OwnerIds): CloudResource[] {
  if (model.aliases.length === 0) return [];
  return [
    resourceOf('Version', 'AWS::Lambda::Version', { FunctionName: new Reference('Function') }),
    ...model.aliases.map(({ name, description, provisioned }) =>
      resourceOf(idOf(name), 'AWS::Lambda::Alias', {
        FunctionName: new Reference('Function'),
        FunctionVersion: new Reference('Version', 'Version'),
        Name: name,
        Description: description,
        ProvisionedConcurrencyConfig:
          provisioned === undefined ? undefined : { ProvisionedConcurrentExecutions: provisioned },
      }),
    ),
  ];
}

/** Destinations of asynchronous invocations in CloudFormation's and in the API's words, which are the same. */
export function destinations(
  onSuccess: string | undefined,
  onFailure: string | undefined,
): Plain | undefined {
  if (!onSuccess && !onFailure) return undefined;
  return {
    ...(onSuccess && { OnSuccess: { Destination: onSuccess } }),
    ...(onFailure && { OnFailure: { Destination: onFailure } }),
  };
}

function invocationResources(model: FunctionModel, idOf: OwnerIds): CloudResource[] {
  // They name the alias by its bare name, which says nothing of an order.
  const after = (owner: Owner) => (owner === undefined ? undefined : idOf(owner));
  const urls = model.urls.map(({ owner, authType, invokeMode, cors }) =>
    resourceOf(
      `Url${pascal(owner ?? '')}`,
      'AWS::Lambda::Url',
      {
        TargetFunctionArn: new Reference('Function', 'Arn'),
        Qualifier: owner,
        AuthType: authType,
        InvokeMode: invokeMode,
        Cors: cors,
      },
      after(owner),
    ),
  );
  const asyncs = model.asyncConfigs.map(({ owner, maxAgeSeconds, retries, onSuccess, onFailure }) =>
    resourceOf(
      `AsyncConfig${pascal(owner ?? '')}`,
      'AWS::Lambda::EventInvokeConfig',
      {
        FunctionName: new Reference('Function'),
        Qualifier: owner ?? '$LATEST',
        MaximumEventAgeInSeconds: maxAgeSeconds,
        MaximumRetryAttempts: retries,
        DestinationConfig: destinations(onSuccess, onFailure),
      },
      after(owner),
    ),
  );
  return [...urls, ...asyncs];
}

/** The function and all that belongs to it as CloudFormation resources; names are given once. */
export function cloudParts(model: FunctionModel): CloudParts {
  const placeholders = parameters(model);
  const idOf = ownerIds(model);
  const give = nameGiver();
  const resources = [
    functionResource(model, placeholders),
    ...aliasResources(model, idOf),
    ...invocationResources(model, idOf),
    ...model.permissions.map((permission) => permissionResource(permission, idOf)),
    ...sourceResources(model, idOf),
  ].map((resource) => ({ ...resource, id: give(resource.id) }));
  return { parameters: placeholders, resources };
}
