import type { Column } from '@/components/patterns/resource-table/column';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import type { FunctionRow } from '@/lib/domain/function-list';
import { runtimeFacts, runtimeSupport } from '@/lib/domain/runtimes';
import { routes, type Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';
import { RuntimeCell } from './runtime-cell';
import { StateCell } from './state-cell';

export interface ColumnWords {
  readonly header: (column: string) => string;
  readonly state: (state: string) => string;
  readonly unknownState: string;
  readonly image: string;
  readonly zip: string;
  readonly deprecated: string;
  readonly ending: string;
  readonly blocked: string;
  readonly dates: (dates: { deprecated: string; create: string; update: string }) => string;
}

/** Not shown until somebody asks for them in the preferences. */
export const columnsHiddenAtFirst = ['architecture', 'memoryMb', 'timeoutSeconds', 'codeSizeBytes'] as const;

/** Columns of the functions list; ids are those of `SortColumn`. */
export function functionColumns(place: Place, words: ColumnWords, now: Date): readonly Column<FunctionRow>[] {
  const column = (id: string, more: Omit<Column<FunctionRow>, 'id' | 'header'>): Column<FunctionRow> => ({
    id,
    header: words.header(id),
    sortable: true,
    ...more,
  });
  return [
    column('name', {
      cell: (row) => (
        <TextLink strong href={routes.functionTab(place, row.name, 'code')}>
          {row.name}
        </TextLink>
      ),
    }),
    column('state', {
      cell: (row) => <StateCell state={row.state} label={words.state} unknown={words.unknownState} />,
    }),
    column('description', { muted: true, cut: true, phone: 'hidden', cell: (row) => row.description }),
    column('packageType', {
      hideUnder: 'desktop',
      phone: 'hidden',
      cell: (row) => (row.packageType === 'Image' ? words.image : words.zip),
    }),
    column('runtime', {
      cell: (row) => {
        const facts = runtimeFacts(row.runtime);
        const dates = words.dates({
          deprecated: facts?.deprecatedOn ?? '–',
          create: facts?.createBlockedOn ?? '–',
          update: facts?.updateBlockedOn ?? '–',
        });
        return (
          <RuntimeCell
            runtime={row.runtime}
            support={runtimeSupport(row.runtime, now)}
            words={{ ...words, dates }}
          />
        );
      },
    }),
    column('architecture', {
      hideUnder: 'desktop',
      phone: 'hidden',
      cell: (row) => <span className="font-mono text-12">{row.architecture}</span>,
    }),
    column('memoryMb', {
      align: 'end',
      phone: 'hidden',
      cell: (row) => `${row.memoryMb.toLocaleString('en-US')} MB`,
    }),
    column('timeoutSeconds', { align: 'end', phone: 'hidden', cell: (row) => `${row.timeoutSeconds} s` }),
    column('codeSizeBytes', { align: 'end', phone: 'hidden', cell: (row) => formatBytes(row.codeSizeBytes) }),
    column('lastModified', {
      muted: true,
      cell: (row) => (row.lastModified ? <RelativeTime at={row.lastModified} /> : '–'),
    }),
  ];
}
