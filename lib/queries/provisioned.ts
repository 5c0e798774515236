import 'server-only';
import {
  GetProvisionedConcurrencyConfigCommand,
  ListProvisionedConcurrencyConfigsCommand,
  type ProvisionedConcurrencyConfigListItem,
} from '@aws-sdk/client-lambda';
import type { Basis } from '@/lib/queries/configuration';
import { contentRevision } from '@/lib/queries/content-revision';
import { readAsViewer } from '@/lib/queries/read-as-viewer';
import { allPages } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';
import { succeed } from '@/lib/shared/result';

/** Environments kept ready for one version or alias. */
export interface ProvisionedRow {
  readonly qualifier: string;
  readonly requested: number;
  readonly allocated: number;
  readonly available: number;
  /** AWS's word: IN_PROGRESS, READY, FAILED, or one that we do not know. */
  readonly status: string;
  readonly reason: string | undefined;
}

function toRow(qualifier: string, item: ProvisionedConcurrencyConfigListItem): ProvisionedRow {
  return {
    qualifier,
    requested: item.RequestedProvisionedConcurrentExecutions ?? 0,
    allocated: item.AllocatedProvisionedConcurrentExecutions ?? 0,
    available: item.AvailableProvisionedConcurrentExecutions ?? 0,
    status: item.Status ?? '',
    reason: item.StatusReason,
  };
}

/** All provisioned concurrency of a function, by qualifier. */
export function listProvisioned(place: Place, functionName: string) {
  return readAsViewer<readonly ProvisionedRow[]>(
    place,
    'lambda:ListProvisionedConcurrencyConfigs',
    async ({ lambda }) => {
      const rows = await allPages(async (Marker) => {
        const output = await lambda.send(
          new ListProvisionedConcurrencyConfigsCommand({ FunctionName: functionName, MaxItems: 50, Marker }),
        );
        const items = (output.ProvisionedConcurrencyConfigs ?? []).map((item) =>
          toRow(item.FunctionArn?.split(':')[7] ?? '', item),
        );
        return { items, next: output.NextMarker };
      });
      return rows.sort((a, b) => a.qualifier.localeCompare(b.qualifier, 'en', { numeric: true }));
    },
  );
}

export interface ProvisionedValues {
  /** Null while nothing is provisioned. */
  readonly count: number | null;
}

const toBasis = (values: ProvisionedValues): Basis<ProvisionedValues> => ({
  values,
  revisionId: contentRevision(values),
  readAt: new Date().toISOString(),
});

/** What is asked for of one version or alias. Its content stands for the revision that AWS does not have. */
export async function getProvisionedBasis(place: Place, functionName: string, qualifier: string) {
  const found = await readAsViewer(place, 'lambda:GetProvisionedConcurrencyConfig', async ({ lambda }) => {
    const output = await lambda.send(
      new GetProvisionedConcurrencyConfigCommand({ FunctionName: functionName, Qualifier: qualifier }),
    );
    return toBasis({ count: output.RequestedProvisionedConcurrentExecutions ?? null });
  });
  const isNone =
    !found.ok &&
    (found.error.kind === 'not-found' ||
      found.error.awsErrorName === 'ProvisionedConcurrencyConfigNotFoundException');
  return isNone ? succeed(toBasis({ count: null })) : found;
}
