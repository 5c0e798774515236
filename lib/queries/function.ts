import 'server-only';
import {
  GetFunctionCommand,
  type FunctionConfiguration,
  type GetFunctionCommandOutput,
} from '@aws-sdk/client-lambda';
import { cache } from 'react';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { toConsoleError } from '@/lib/aws/errors';
import type { ConsoleError } from '@/lib/domain/console-error';
import { variablesBytes } from '@/lib/domain/variables';
import type { Place } from '@/lib/routes';
import { refuse, succeed, type Result } from '@/lib/shared/result';

/** What every page of a function knows about it. Names of environment variables, never their values. */
export interface FunctionPage {
  readonly name: string;
  readonly arn: string;
  readonly description: string;
  readonly packageType: 'Zip' | 'Image';
  readonly runtime: string | undefined;
  readonly handler: string | undefined;
  readonly architecture: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly ephemeralStorageMb: number;
  /** `None` or `PublishedVersions`. */
  readonly snapStart: string;
  /** Every call names a tenant, and tenants share no environment. */
  readonly isTenantIsolated: boolean;
  readonly isDurable: boolean;
  /** ARN of the capacity provider whose instances it runs on; undefined for an ordinary function. */
  readonly capacityProvider: string | undefined;
  /** AWS's words, shown as they are when we do not know them. */
  readonly state: string | undefined;
  readonly stateReason: string | undefined;
  readonly stateReasonCode: string | undefined;
  readonly lastUpdateStatus: string | undefined;
  readonly lastUpdateStatusReason: string | undefined;
  readonly lastModified: string | undefined;
  readonly codeBytes: number;
  readonly codeSha256: string | undefined;
  readonly revisionId: string | undefined;
  readonly imageUri: string | undefined;
  /** The digest that the image's tag stood for when it was deployed. */
  readonly resolvedImageUri: string | undefined;
  /** What overrides the image; undefined for a .zip. */
  readonly imageConfig:
    | {
        readonly entryPoint: readonly string[];
        readonly command: readonly string[];
        readonly workingDirectory: string | undefined;
      }
    | undefined;
  readonly runtimeVersionArn: string | undefined;
  /** Key of the package; undefined: a key that AWS owns. */
  readonly packageKeyArn: string | undefined;
  /** Key of the environment variables. */
  readonly kmsKeyArn: string | undefined;
  /** `s3://bucket/key` of a package that Lambda keeps no copy of. */
  readonly storedIn: string | undefined;
  readonly signingProfileVersionArn: string | undefined;
  readonly signingJobArn: string | undefined;
  readonly role: string | undefined;
  readonly layerArns: readonly string[];
  readonly variableNames: readonly string[];
  /** Names and values of all environment variables together, in bytes of UTF-8. */
  readonly variablesBytes: number;
  /** Why AWS could not read the environment variables: their key is gone or refused. */
  readonly variablesError: string | undefined;
  readonly deadLetterArn: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly reservedConcurrency: number | undefined;
}

function storedIn(code: GetFunctionCommandOutput['Code']): string | undefined {
  const object = code?.ResolvedS3Object;
  return object && `s3://${object.S3Bucket}/${object.S3Key}`;
}

function imageConfigOf(configuration: FunctionConfiguration): FunctionPage['imageConfig'] {
  if (configuration.PackageType !== 'Image') return undefined;
  const image = configuration.ImageConfigResponse?.ImageConfig;
  return {
    entryPoint: image?.EntryPoint ?? [],
    command: image?.Command ?? [],
    workingDirectory: image?.WorkingDirectory,
  };
}

function fromOutput(name: string, output: GetFunctionCommandOutput): FunctionPage {
  const configuration = output.Configuration ?? {};
  const variables = configuration.Environment?.Variables ?? {};
  return {
    name: configuration.FunctionName ?? name,
    arn: configuration.FunctionArn ?? '',
    description: configuration.Description ?? '',
    packageType: configuration.PackageType === 'Image' ? 'Image' : 'Zip',
    runtime: configuration.Runtime,
    handler: configuration.Handler,
    architecture: configuration.Architectures?.[0] ?? 'x86_64',
    memoryMb: configuration.MemorySize ?? 128,
    timeoutSeconds: configuration.Timeout ?? 3,
    ephemeralStorageMb: configuration.EphemeralStorage?.Size ?? 512,
    snapStart: configuration.SnapStart?.ApplyOn ?? 'None',
    isTenantIsolated: configuration.TenancyConfig?.TenantIsolationMode === 'PER_TENANT',
    isDurable: configuration.DurableConfig !== undefined,
    capacityProvider:
      configuration.CapacityProviderConfig?.LambdaManagedInstancesCapacityProviderConfig?.CapacityProviderArn,
    state: configuration.State,
    stateReason: configuration.StateReason,
    stateReasonCode: configuration.StateReasonCode,
    lastUpdateStatus: configuration.LastUpdateStatus,
    lastUpdateStatusReason: configuration.LastUpdateStatusReason,
    lastModified: configuration.LastModified,
    codeBytes: configuration.CodeSize ?? 0,
    codeSha256: configuration.CodeSha256,
    revisionId: configuration.RevisionId,
    imageUri: output.Code?.ImageUri,
    resolvedImageUri: output.Code?.ResolvedImageUri,
    imageConfig: imageConfigOf(configuration),
    runtimeVersionArn: configuration.RuntimeVersionConfig?.RuntimeVersionArn,
    packageKeyArn: output.Code?.SourceKMSKeyArn,
    kmsKeyArn: configuration.KMSKeyArn,
    storedIn: storedIn(output.Code),
    signingProfileVersionArn: configuration.SigningProfileVersionArn,
    signingJobArn: configuration.SigningJobArn,
    role: configuration.Role,
    layerArns: configuration.Layers?.flatMap((layer) => layer.Arn ?? []) ?? [],
    variableNames: Object.keys(variables).sort(),
    variablesBytes: variablesBytes(Object.entries(variables)),
    variablesError: configuration.Environment?.Error?.Message,
    deadLetterArn: configuration.DeadLetterConfig?.TargetArn,
    tags: output.Tags ?? {},
    reservedConcurrency: output.Concurrency?.ReservedConcurrentExecutions,
  };
}

// Keyed by plain strings: a layout and its page ask once between them.
const read = cache(
  async (
    connectionId: string,
    region: string,
    name: string,
    qualifier: string | undefined,
  ): Promise<Result<FunctionPage, ConsoleError>> => {
    await requireUser('viewer');
    try {
      const { lambda } = await awsFor({ connectionId, region });
      const command = new GetFunctionCommand({ FunctionName: name, Qualifier: qualifier });
      return succeed(fromOutput(name, await lambda.send(command)));
    } catch (error) {
      return refuse(toConsoleError(error, { operation: 'lambda:GetFunction' }));
    }
  },
);

/**
 * A function as its page shows it, or one of its versions or aliases; one call to AWS a request, however many ask.
 * `not-found` is a refusal like others.
 */
export function getFunction(
  place: Place,
  name: string,
  qualifier?: string,
): Promise<Result<FunctionPage, ConsoleError>> {
  return read(place.connectionId, place.region, name, qualifier);
}
