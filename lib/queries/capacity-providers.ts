import 'server-only';
import {
  GetCapacityProviderCommand,
  ListCapacityProvidersCommand,
  ListFunctionVersionsByCapacityProviderCommand,
  type CapacityProvider,
} from '@aws-sdk/client-lambda';
import { newProvider, providerChangeTexts, type ProviderChangeTexts } from '@/lib/forms/capacity-provider';
import { collectPages } from '@/lib/queries/collect-pages';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import type { Place } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

export interface ProviderRow {
  readonly arn: string;
  readonly name: string;
  /** `Pending`, `Active`, `Failed`, `Deleting`, or a word that we do not know. */
  readonly state: string;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly role: string;
  readonly architecture: string;
  readonly allowedTypes: readonly string[];
  readonly excludedTypes: readonly string[];
  readonly kmsKey: string | undefined;
  readonly lastModified: string | undefined;
  /** What can be changed, as the form holds it. */
  readonly values: ProviderChangeTexts;
}

export interface ProviderVersion {
  readonly arn: string;
  readonly functionName: string;
  readonly version: string;
  readonly state: string;
}

function toRow(provider: Partial<CapacityProvider>): ProviderRow {
  const arn = provider.CapacityProviderArn ?? '';
  const instances = provider.InstanceRequirements;
  return {
    arn,
    name: arn.split(':').at(-1) ?? arn,
    state: provider.State ?? '',
    subnets: provider.VpcConfig?.SubnetIds ?? [],
    securityGroups: provider.VpcConfig?.SecurityGroupIds ?? [],
    role: provider.PermissionsConfig?.CapacityProviderOperatorRoleArn ?? '',
    architecture: instances?.Architectures?.[0] ?? '',
    allowedTypes: instances?.AllowedInstanceTypes ?? [],
    excludedTypes: instances?.ExcludedInstanceTypes ?? [],
    kmsKey: provider.KmsKeyArn,
    lastModified: provider.LastModified,
    values: providerChangeTexts(provider),
  };
}

/** What the form of a new provider begins with. */
export const newProviderTexts = newProvider;

/** The capacity providers of a Region. */
export function listProviders(place: Place) {
  return readAsViewer(place, 'lambda:ListCapacityProviders', ({ lambda }) =>
    collectPages(async (Marker) => {
      const output = await lambda.send(new ListCapacityProvidersCommand({ MaxItems: 50, Marker }));
      return { items: (output.CapacityProviders ?? []).map(toRow), next: output.NextMarker };
    }),
  );
}

/** Capacity providers to choose from in a form. */
export async function listProviderChoices(place: Place) {
  const found = await listProviders(place);
  return found.ok ? succeed(found.data.rows.map(({ arn, name }) => ({ arn, name }))) : found;
}

/** One capacity provider. */
export function getProvider(place: Place, name: string) {
  return readAsViewer(place, 'lambda:GetCapacityProvider', async ({ lambda }) => {
    const output = await lambda.send(new GetCapacityProviderCommand({ CapacityProviderName: name }));
    const row = toRow(output.CapacityProvider ?? {});
    return {
      row,
      values: row.values,
      revisionId: contentRevision(row.values),
      readAt: new Date().toISOString(),
    };
  });
}

/** Versions of functions that run on a provider. */
export function listProviderVersions(place: Place, name: string) {
  return readAsViewer(place, 'lambda:ListFunctionVersionsByCapacityProvider', ({ lambda }) =>
    collectPages(async (Marker) => {
      const output = await lambda.send(
        new ListFunctionVersionsByCapacityProviderCommand({
          CapacityProviderName: name,
          MaxItems: 50,
          Marker,
        }),
      );
      const items = (output.FunctionVersions ?? []).map(
        ({ FunctionArn: arn = '', State }): ProviderVersion => {
          const [functionName = arn, version = '$LATEST'] = arn.split(':').slice(6);
          return { arn, functionName, version, state: State ?? '' };
        },
      );
      return { items, next: output.NextMarker };
    }),
  );
}
