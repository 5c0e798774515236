import type { Column } from '@/components/patterns/resource-table/column';
import { Chip } from '@/components/ui/chip';
import { RelativeTime } from '@/components/ui/relative-time';
import { TextLink } from '@/components/ui/text-link';
import { apiPages } from '@/components/apis/api-menu';
import type { ApiFacts } from '@/lib/domain/api';
import { apiColumns, type ApiColumn } from '@/lib/domain/api-list';
import { routes, type Place } from '@/lib/routes';

export interface ApiColumnWords {
  readonly header: (column: ApiColumn) => string;
  readonly protocol: (row: ApiFacts) => string;
  readonly endpointType: (row: ApiFacts) => string;
}

/** Columns of the list of APIs; ids are those of `apiListShape`. */
export function columnsOfApis(place: Place, words: ApiColumnWords): readonly Column<ApiFacts>[] {
  const look: Readonly<Record<ApiColumn, Omit<Column<ApiFacts>, 'id' | 'header'>>> = {
    name: {
      cell: (row) => (
        <TextLink
          strong
          href={apiPages(place, row.id, row.protocol)[0]?.href ?? routes.gatewayApi(place, row.id)}
        >
          {row.name}
        </TextLink>
      ),
    },
    description: { cell: (row) => row.description, muted: true, cut: true, phone: 'hidden' },
    id: { cell: (row) => <span className="font-mono text-12">{row.id}</span> },
    protocol: { cell: (row) => <Chip>{words.protocol(row)}</Chip> },
    endpointType: { cell: words.endpointType, phone: 'hidden' },
    createdAt: {
      cell: (row) => (row.createdAt === undefined ? '–' : <RelativeTime at={row.createdAt} />),
      muted: true,
    },
  };
  return apiColumns.map((id) => ({ id, header: words.header(id), sortable: true, ...look[id] }));
}
