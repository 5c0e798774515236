import 'server-only';
import { GetFunctionCommand, type GetFunctionCommandOutput } from '@aws-sdk/client-lambda';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { TemplateFormat, WrittenTemplate } from '@/lib/domain/template-format';
import { getCliOptions } from '@/lib/queries/cli-options';
import { readAround } from '@/lib/queries/template-around';
import { readTriggers } from '@/lib/queries/template-triggers';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';
import type { FunctionModel, Owner } from '@/lib/templates/model';
import { writeTemplate } from '@/lib/templates/write-template';

type Own = Omit<
  FunctionModel,
  | 'aliases'
  | 'urls'
  | 'asyncConfigs'
  | 'permissions'
  | 'mappings'
  | 'rules'
  | 'schedules'
  | 'topics'
  | 'logFilters'
  | 'buckets'
  | 'omissions'
  | 'signingConfigArn'
  | 'recursiveLoop'
  | 'runtimeUpdate'
>;

function codeOf({ Configuration: found = {}, Code }: GetFunctionCommandOutput): FunctionModel['code'] {
  if (found.PackageType !== 'Image') {
    return { type: 'zip', runtime: found.Runtime ?? '', handler: found.Handler ?? '' };
  }
  const image = found.ImageConfigResponse?.ImageConfig;
  return {
    type: 'image',
    uri: Code?.ImageUri ?? '',
    entryPoint: image?.EntryPoint ?? [],
    command: image?.Command ?? [],
    workingDirectory: image?.WorkingDirectory,
  };
}

function vpcOf(config: NonNullable<GetFunctionCommandOutput['Configuration']>['VpcConfig']): Own['vpc'] {
  if (!config?.SubnetIds?.length) return undefined;
  return {
    subnetIds: config.SubnetIds,
    securityGroupIds: config.SecurityGroupIds ?? [],
    ipv6: config.Ipv6AllowedForDualStack ?? false,
  };
}

/** A log group that everyone gets by default says nothing. */
function loggingOf(
  name: string,
  config: NonNullable<GetFunctionCommandOutput['Configuration']>['LoggingConfig'],
): Own['logging'] {
  const group = config?.LogGroup === `/aws/lambda/${name}` ? undefined : config?.LogGroup;
  if (!config || (config.LogFormat !== 'JSON' && group === undefined)) return undefined;
  return {
    format: config.LogFormat ?? 'Text',
    applicationLevel: config.ApplicationLogLevel,
    systemLevel: config.SystemLogLevel,
    group,
  };
}

function ownOf(output: GetFunctionCommandOutput, place: Place, name: string, withValues: boolean): Own {
  const found = output.Configuration ?? {};
  return {
    name: found.FunctionName ?? name,
    region: place.region,
    description: found.Description ?? '',
    role: found.Role ?? '',
    code: codeOf(output),
    architecture: found.Architectures?.[0] ?? 'x86_64',
    memoryMb: found.MemorySize ?? 128,
    timeoutSeconds: found.Timeout ?? 3,
    ephemeralStorageMb: found.EphemeralStorage?.Size ?? 512,
    layers: found.Layers?.flatMap(({ Arn }) => Arn ?? []) ?? [],
    variables: Object.entries(found.Environment?.Variables ?? {})
      .map(([key, value]) => ({ key, value: withValues ? value : undefined }))
      .sort((a, b) => a.key.localeCompare(b.key)),
    kmsKeyArn: found.KMSKeyArn,
    tracing: found.TracingConfig?.Mode ?? 'PassThrough',
    vpc: vpcOf(found.VpcConfig),
    fileSystems:
      found.FileSystemConfigs?.map(({ Arn = '', LocalMountPath = '' }) => ({
        arn: Arn,
        path: LocalMountPath,
      })) ?? [],
    deadLetterArn: found.DeadLetterConfig?.TargetArn,
    logging: loggingOf(found.FunctionName ?? name, found.LoggingConfig),
    snapStart: found.SnapStart?.ApplyOn ?? 'None',
    tags: output.Tags ?? {},
    reservedConcurrency: output.Concurrency?.ReservedConcurrentExecutions,
  };
}

/**
 * A function with all that belongs to it, written down in one format. Values of environment variables are in it only
 * `withValues`, which a developer must ask for.
 */
export async function getFunctionTemplate(
  place: Place,
  name: string,
  format: TemplateFormat,
  withValues: boolean,
): Promise<Result<WrittenTemplate, ConsoleError>> {
  await requireUser(withValues ? 'developer' : 'viewer');
  try {
    const { lambda } = await awsFor(place);
    const output = await lambda.send(new GetFunctionCommand({ FunctionName: name }));
    const own = ownOf(output, place, name, withValues);
    const [around, triggers, cli] = await Promise.all([
      readAround(place, own.name, own.code.type),
      readTriggers(place, own.name, output.Configuration?.FunctionArn ?? ''),
      getCliOptions(place),
    ]);
    const failure = output.Configuration?.Environment?.Error;
    const isKnown = (owner: Owner) =>
      owner === undefined || around.aliases.some((alias) => alias.name === owner);
    const mappings = triggers.mappings.filter(({ owner }) => isKnown(owner));
    const ofVersions = triggers.mappings.length - mappings.length;
    const omissions = [
      ...(failure ? ['Not included: environment variables; AWS could not decrypt them.'] : []),
      ...around.omissions,
      ...triggers.omissions,
      ...(ofVersions > 0 ? [`Not included: ${ofVersions} event source mappings of published versions.`] : []),
    ];
    const model = { ...own, ...around, ...triggers, mappings, omissions };
    return succeed(writeTemplate(format, model, cli));
  } catch (error) {
    return refuse(toConsoleError(error, { operation: 'lambda:GetFunction' }));
  }
}
