import 'server-only';
import {
  GetCodeSigningConfigCommand,
  GetFunctionCodeSigningConfigCommand,
  ListCodeSigningConfigsCommand,
  ListFunctionsByCodeSigningConfigCommand,
  ListTagsCommand,
  type CodeSigningConfig,
} from '@aws-sdk/client-lambda';
import type { SigningTexts } from '@/lib/forms/signing';
import type { Basis } from '@/lib/queries/configuration';
import { collectPages } from '@/lib/queries/collect-pages';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';

export interface SigningRow {
  readonly arn: string;
  readonly id: string;
  readonly description: string;
  /** `Warn`, `Enforce`, or a word that we do not know. */
  readonly policy: string;
  readonly publishers: readonly string[];
  readonly lastModified: string | undefined;
}

function toRow(config: CodeSigningConfig): SigningRow {
  return {
    arn: config.CodeSigningConfigArn ?? '',
    id: config.CodeSigningConfigId ?? '',
    description: config.Description ?? '',
    policy: config.CodeSigningPolicies?.UntrustedArtifactOnDeployment ?? 'Warn',
    publishers: config.AllowedPublishers?.SigningProfileVersionArns ?? [],
    lastModified: config.LastModified,
  };
}

/** The code signing configurations of a Region. */
export function listSigningConfigs(place: Place) {
  return readAsViewer(place, 'lambda:ListCodeSigningConfigs', ({ lambda }) =>
    collectPages(async (Marker) => {
      const output = await lambda.send(new ListCodeSigningConfigsCommand({ MaxItems: 50, Marker }));
      return { items: (output.CodeSigningConfigs ?? []).map(toRow), next: output.NextMarker };
    }),
  );
}

/** One configuration. */
export function getSigningConfig(place: Place, arn: string) {
  return readAsViewer(place, 'lambda:GetCodeSigningConfig', async ({ lambda }) => {
    const command = new GetCodeSigningConfigCommand({ CodeSigningConfigArn: arn });
    const row = toRow((await lambda.send(command)).CodeSigningConfig ?? ({} as CodeSigningConfig));
    const values: SigningTexts = {
      description: row.description,
      publishers: row.publishers.join('\n'),
      policy: row.policy,
      tags: '',
    };
    return { row, values, revisionId: contentRevision(values), readAt: new Date().toISOString() };
  });
}

/** Names of the functions that a configuration is for. */
export function listSigningFunctions(place: Place, arn: string) {
  return readAsViewer(place, 'lambda:ListFunctionsByCodeSigningConfig', ({ lambda }) =>
    collectPages(async (Marker) => {
      const output = await lambda.send(
        new ListFunctionsByCodeSigningConfigCommand({ CodeSigningConfigArn: arn, MaxItems: 50, Marker }),
      );
      const names = (output.FunctionArns ?? []).map(
        (functionArn) => functionArn.split(':')[6] ?? functionArn,
      );
      return { items: names, next: output.NextMarker };
    }),
  );
}

/** Tags of anything that Lambda tags: a mapping, a code signing configuration. */
export function listTags(place: Place, arn: string) {
  return readAsViewer<Readonly<Record<string, string>>>(place, 'lambda:ListTags', async ({ lambda }) => {
    const { Tags } = await lambda.send(new ListTagsCommand({ Resource: arn }));
    return Tags ?? {};
  });
}

/** The configuration that a function has; its ARN is empty where there is none. */
export function getFunctionSigning(place: Place, functionName: string) {
  return readAsViewer<Basis<{ readonly arn: string }>>(
    place,
    'lambda:GetFunctionCodeSigningConfig',
    async ({ lambda }) => {
      const output = await lambda.send(
        new GetFunctionCodeSigningConfigCommand({ FunctionName: functionName }),
      );
      const values = { arn: output.CodeSigningConfigArn ?? '' };
      return { values, revisionId: contentRevision(values), readAt: new Date().toISOString() };
    },
  );
}
