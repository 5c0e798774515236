import 'server-only';
import { DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { requireUser } from '@/lib/auth/guard';
import { awsFor } from '@/lib/aws/clients';
import { bulkLimits, type BulkTarget } from '@/lib/domain/bulk-change';
import type { ConsoleError } from '@/lib/domain/console-error';
import { filterRows, sortRows, type FunctionRow } from '@/lib/domain/function-list';
import type { FunctionListState } from '@/lib/domain/function-list-url';
import { rowsInView } from '@/lib/queries/function-views';
import { listAllFunctions } from '@/lib/queries/functions';
import { allPages } from '@/lib/queries/trigger-sources';
import type { Place } from '@/lib/routes';

export interface BulkTargets {
  readonly targets: readonly BulkTarget[];
  /** How many match; more than `targets` when that is more than one change takes. */
  readonly matchCount: number;
  readonly isComplete: boolean;
  readonly error: ConsoleError | undefined;
}

/** Days that each log group keeps its events. Nothing where the groups may not be listed: it is then not known. */
async function readRetention(place: Place): Promise<ReadonlyMap<string, number | null>> {
  try {
    const { logs } = await awsFor(place);
    const groups = await allPages(async (nextToken) => {
      const output = await logs.send(new DescribeLogGroupsCommand({ nextToken, limit: 50 }));
      return { items: output.logGroups ?? [], next: output.nextToken };
    });
    return new Map(
      groups.map(({ logGroupName = '', retentionInDays }) => [logGroupName, retentionInDays ?? null]),
    );
  } catch {
    return new Map();
  }
}

function toTarget(row: FunctionRow, retention: ReadonlyMap<string, number | null>): BulkTarget {
  const logGroup = row.logGroup ?? `/aws/lambda/${row.name}`;
  const { name, arn, packageType, runtime, memoryMb, timeoutSeconds, tags } = row;
  const retentionDays = retention.get(logGroup);
  return { name, arn, packageType, runtime, memoryMb, timeoutSeconds, tags, logGroup, retentionDays };
}

/** The functions that a bulk change is about: the named ones, or all that a list's filter lets through. */
export async function getBulkTargets(
  place: Place,
  which: { readonly names: readonly string[] } | { readonly state: FunctionListState },
): Promise<BulkTargets> {
  await requireUser('viewer');
  const [{ rows, isComplete, error }, retention] = await Promise.all([
    listAllFunctions(place),
    readRetention(place),
  ]);
  const matches =
    'names' in which
      ? rows.filter(({ name }) => which.names.includes(name))
      : filterRows(rowsInView(rows, which.state.view, new Date()), which.state.filter);
  const sorted = sortRows(matches, { column: 'name', direction: 'asc' });
  return {
    targets: sorted.slice(0, bulkLimits.functionsMax).map((row) => toTarget(row, retention)),
    matchCount: sorted.length,
    isComplete,
    error,
  };
}
