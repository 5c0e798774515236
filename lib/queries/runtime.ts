import 'server-only';
import {
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  GetRuntimeManagementConfigCommand,
} from '@aws-sdk/client-lambda';
import type { ImageTexts, PackageTexts } from '@/lib/forms/package';
import { runtimeFromOutput, type ManagementTexts, type RuntimeTexts } from '@/lib/forms/runtime';
import type { Basis } from '@/lib/queries/configuration';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

const now = () => new Date().toISOString();

export interface RuntimeBasis extends Basis<RuntimeTexts> {
  readonly packageType: string;
}

/** Runtime settings for their edit page. */
export function getRuntimeBasis(place: Place, functionName: string) {
  return readAsViewer<RuntimeBasis>(place, 'lambda:GetFunctionConfiguration', async ({ lambda }) => {
    const output = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: functionName }));
    return {
      values: runtimeFromOutput(output),
      packageType: output.PackageType ?? 'Zip',
      revisionId: output.RevisionId,
      readAt: now(),
    };
  });
}

/** When the runtime's own version changes, of a function, a version or an alias. */
export function getRuntimeManagement(place: Place, functionName: string, qualifier: string | undefined) {
  return readAsViewer<Basis<ManagementTexts>>(
    place,
    'lambda:GetRuntimeManagementConfig',
    async ({ lambda }) => {
      const output = await lambda.send(
        new GetRuntimeManagementConfigCommand({ FunctionName: functionName, Qualifier: qualifier }),
      );
      const values = {
        updateOn: output.UpdateRuntimeOn ?? 'Auto',
        versionArn: output.RuntimeVersionArn ?? '',
      };
      return { values, revisionId: contentRevision(values), readAt: now() };
    },
  );
}

export interface PackageBasis extends Basis<PackageTexts> {
  readonly packageType: string;
}

/** What "Edit code package" is filled from: the deployed package and its key. */
export function getPackageBasis(place: Place, functionName: string) {
  return readAsViewer<PackageBasis>(place, 'lambda:GetFunction', async ({ lambda }) => {
    const { Code, Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: functionName }));
    return {
      values: {
        source: 'deployed',
        bucket: '',
        key: '',
        objectVersion: '',
        mode: 'COPY',
        kms: Code?.SourceKMSKeyArn ?? '',
        publish: '',
        dryRun: '',
      },
      packageType: Configuration?.PackageType ?? 'Zip',
      revisionId: Configuration?.RevisionId,
      readAt: now(),
    };
  });
}

export interface ImageBasis extends Basis<ImageTexts> {
  readonly packageType: string;
}

/** A container image and what overrides it, for the edit page. */
export function getImageBasis(place: Place, functionName: string) {
  return readAsViewer<ImageBasis>(place, 'lambda:GetFunction', async ({ lambda }) => {
    const { Code, Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: functionName }));
    const image = Configuration?.ImageConfigResponse?.ImageConfig;
    return {
      values: {
        uri: Code?.ImageUri ?? '',
        architecture: Configuration?.Architectures?.[0] ?? 'x86_64',
        entryPoint: (image?.EntryPoint ?? []).join('\n'),
        command: (image?.Command ?? []).join('\n'),
        workingDirectory: image?.WorkingDirectory ?? '',
      },
      packageType: Configuration?.PackageType ?? 'Zip',
      revisionId: Configuration?.RevisionId,
      readAt: now(),
    };
  });
}
