import { Block, Expression, hclBlock, type HclMembers } from './hcl.ts';
import { commented, headLines, nameGiver, snake, type FunctionModel, type Owner } from './model.ts';
import { terraformSources } from './terraform-sources.ts';

// Argument names: Terraform registry, provider hashicorp/aws, aws_lambda_*.

const functionName = new Expression('aws_lambda_function.this.function_name');

/** Names of Terraform resources: one giver for each type, as names are unique within a type. */
export function resourceGiver(): (type: string, name: string, members: HclMembers) => string {
  const givers = new Map<string, (wanted: string) => string>();
  return (type, name, members) => {
    const give = givers.get(type) ?? nameGiver('_');
    givers.set(type, give);
    return hclBlock('resource', [type, give(name)], members);
  };
}

/** The alias as Terraform names it; undefined for the function itself. */
export type AliasOf = (owner: Owner) => string | undefined;

function aliasNames(model: FunctionModel): AliasOf {
  const give = nameGiver('_');
  const names = new Map<Owner, string>(model.aliases.map(({ name }) => [name, give(snake(name))]));
  return (owner) => names.get(owner);
}

function codeOf({ code, architecture }: FunctionModel): HclMembers {
  if (code.type === 'zip') {
    return {
      runtime: code.runtime,
      handler: code.handler,
      filename: 'function.zip',
      source_code_hash: new Expression('filebase64sha256("function.zip")'),
      architectures: [architecture],
    };
  }
  const { entryPoint, command, workingDirectory } = code;
  const overrides = entryPoint.length > 0 || command.length > 0 || workingDirectory !== undefined;
  return {
    package_type: 'Image',
    image_uri: code.uri,
    architectures: [architecture],
    image_config: overrides
      ? new Block({ entry_point: entryPoint, command, working_directory: workingDirectory })
      : undefined,
  };
}

function variablesOf(model: FunctionModel, names: ReadonlyMap<string, string>): Block | undefined {
  if (model.variables.length === 0) return undefined;
  return new Block({
    variables: Object.fromEntries(
      model.variables.map(({ key, value }) => [key, value ?? new Expression(`var.${names.get(key) ?? key}`)]),
    ),
  });
}

function functionMembers(model: FunctionModel, names: ReadonlyMap<string, string>): HclMembers {
  const { vpc, logging } = model;
  return {
    function_name: model.name,
    description: model.description,
    role: model.role,
    ...codeOf(model),
    memory_size: model.memoryMb,
    timeout: model.timeoutSeconds,
    layers: model.layers,
    kms_key_arn: model.kmsKeyArn,
    reserved_concurrent_executions: model.reservedConcurrency,
    code_signing_config_arn: model.signingConfigArn,
    publish: model.aliases.length > 0 ? true : undefined,
    tags: model.tags,
    ephemeral_storage: new Block({ size: model.ephemeralStorageMb }),
    environment: variablesOf(model, names),
    vpc_config:
      vpc &&
      new Block({
        subnet_ids: vpc.subnetIds,
        security_group_ids: vpc.securityGroupIds,
        ipv6_allowed_for_dual_stack: vpc.ipv6 ? true : undefined,
      }),
    file_system_config: model.fileSystems.map(({ arn, path }) => new Block({ arn, local_mount_path: path })),
    dead_letter_config: model.deadLetterArn ? new Block({ target_arn: model.deadLetterArn }) : undefined,
    tracing_config: new Block({ mode: model.tracing }),
    logging_config:
      logging &&
      new Block({
        log_format: logging.format,
        application_log_level: logging.applicationLevel,
        system_log_level: logging.systemLevel,
        log_group: logging.group,
      }),
    snap_start: model.snapStart === 'None' ? undefined : new Block({ apply_on: model.snapStart }),
  };
}

function around(model: FunctionModel, make: ReturnType<typeof resourceGiver>, aliasOf: AliasOf): string[] {
  const qualifier = (owner: Owner) => {
    const alias = aliasOf(owner);
    return alias === undefined ? undefined : new Expression(`aws_lambda_alias.${alias}.name`);
  };
  const { runtimeUpdate, recursiveLoop } = model;
  const to = (arn: string | undefined) => (arn ? new Block({ destination: arn }) : undefined);
  return [
    ...model.aliases.map(({ name, description }) =>
      make('aws_lambda_alias', snake(name), {
        name,
        description,
        function_name: functionName,
        function_version: new Expression('aws_lambda_function.this.version'),
      }),
    ),
    ...model.aliases.flatMap(({ name, provisioned }) =>
      provisioned === undefined
        ? []
        : make('aws_lambda_provisioned_concurrency_config', snake(name), {
            function_name: functionName,
            qualifier: qualifier(name),
            provisioned_concurrent_executions: provisioned,
          }),
    ),
    ...model.urls.map(({ owner, authType, invokeMode, cors }) =>
      make('aws_lambda_function_url', aliasOf(owner) ?? 'this', {
        function_name: functionName,
        qualifier: qualifier(owner),
        authorization_type: authType,
        invoke_mode: invokeMode,
        cors:
          cors &&
          new Block(Object.fromEntries(Object.entries(cors).map(([name, value]) => [snake(name), value]))),
      }),
    ),
    ...model.asyncConfigs.map(({ owner, maxAgeSeconds, retries, onSuccess, onFailure }) =>
      make('aws_lambda_function_event_invoke_config', aliasOf(owner) ?? 'this', {
        function_name: functionName,
        qualifier: qualifier(owner),
        maximum_event_age_in_seconds: maxAgeSeconds,
        maximum_retry_attempts: retries,
        destination_config:
          onSuccess || onFailure
            ? new Block({ on_success: to(onSuccess), on_failure: to(onFailure) })
            : undefined,
      }),
    ),
    ...model.permissions.map((permission) =>
      make('aws_lambda_permission', snake(permission.id), {
        statement_id: permission.id,
        function_name: functionName,
        qualifier: qualifier(permission.owner),
        action: permission.action,
        principal: permission.principal,
        source_arn: permission.sourceArn,
        source_account: permission.sourceAccount,
        principal_org_id: permission.organizationId,
        event_source_token: permission.eventSourceToken,
        function_url_auth_type: permission.urlAuthType,
        invoked_via_function_url: permission.isViaUrl ? true : undefined,
      }),
    ),
    ...(runtimeUpdate
      ? [
          make('aws_lambda_runtime_management_config', 'this', {
            function_name: functionName,
            update_runtime_on: runtimeUpdate.on,
            runtime_version_arn: runtimeUpdate.versionArn,
          }),
        ]
      : []),
    ...(recursiveLoop
      ? [
          make('aws_lambda_function_recursion_config', 'this', {
            function_name: functionName,
            recursive_loop: recursiveLoop,
          }),
        ]
      : []),
  ];
}

export function writeTerraform(model: FunctionModel): string {
  const give = nameGiver('_');
  const left = model.variables.filter(({ value }) => value === undefined);
  const names = new Map(left.map(({ key }) => [key, give(`env_${snake(key)}`)]));
  const make = resourceGiver();
  const aliasOf = aliasNames(model);
  const blocks = [
    hclBlock('terraform', [], {
      required_providers: new Block({ aws: { source: 'hashicorp/aws' } }),
    }),
    hclBlock('provider', ['aws'], { region: model.region }),
    ...left.map(({ key }) =>
      hclBlock('variable', [names.get(key) ?? key], {
        type: new Expression('string'),
        sensitive: true,
        description: `Value of the environment variable ${key}`,
      }),
    ),
    make('aws_lambda_function', 'this', functionMembers(model, names)),
    ...around(model, make, aliasOf),
    ...terraformSources(model, make, aliasOf),
  ];
  const head = [
    ...headLines(model, 'Terraform'),
    ...(model.code.type === 'zip' ? ['Put the function package beside this file as function.zip.'] : []),
  ];
  return `${commented(head, '#')}\n\n${blocks.join('\n\n')}\n`;
}
