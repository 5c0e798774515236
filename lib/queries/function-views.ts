import type { FunctionRow } from '@/lib/domain/function-list';
import type { FunctionView } from '@/lib/domain/function-list-url';
import { runtimeSupport } from '@/lib/domain/runtimes';

const isFailedOrInactive = (row: FunctionRow) => row.state === 'Failed' || row.state === 'Inactive';

/** Rows of one saved view of the functions list. */
export function rowsInView(
  rows: readonly FunctionRow[],
  view: FunctionView,
  now: Date,
): readonly FunctionRow[] {
  switch (view) {
    case 'all':
      return rows;
    case 'deprecated':
      return rows.filter((row) => ['deprecated', 'blocked'].includes(runtimeSupport(row.runtime, now)));
    case 'failed':
      return rows.filter(isFailedOrInactive);
  }
}
