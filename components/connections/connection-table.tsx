import type { ReactNode } from 'react';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import type { Column } from '@/components/patterns/resource-table/column';
import { Chip } from '@/components/ui/chip';
import { TextLink } from '@/components/ui/text-link';
import type { ConnectionSummary } from '@/lib/queries/connections';
import { routes } from '@/lib/routes';
import { ToneDot } from './tone-dot';

export interface ConnectionTableWords {
  readonly caption: string;
  readonly name: string;
  readonly state: string;
  readonly kind: string;
  readonly detail: string;
  readonly region: string;
  readonly origin: string;
  readonly functions: string;
  readonly open: string;
  readonly kindOf: (connection: ConnectionSummary) => string;
  readonly toneOf: (connection: ConnectionSummary) => string;
  readonly originOf: (connection: ConnectionSummary) => string;
}

/** All connections. `stateOf` draws what each one answers; the route streams it in. */
export function ConnectionTable(props: {
  connections: readonly ConnectionSummary[];
  words: ConnectionTableWords;
  stateOf: (connection: ConnectionSummary) => ReactNode;
}) {
  const { words } = props;
  const columns: readonly Column<ConnectionSummary>[] = [
    {
      id: 'name',
      header: words.name,
      cell: (connection) => (
        <span className="inline-flex items-center gap-8">
          <ToneDot tone={connection.tone} />
          <TextLink href={routes.connection(connection.id)} strong>
            {connection.name}
          </TextLink>
          {connection.tone === 'production' && <Chip tone="danger">{words.toneOf(connection)}</Chip>}
        </span>
      ),
    },
    { id: 'state', header: words.state, cell: props.stateOf },
    { id: 'kind', header: words.kind, cell: words.kindOf },
    {
      id: 'detail',
      header: words.detail,
      cut: true,
      hideUnder: 'desktop',
      phone: 'hidden',
      cell: ({ detail }) => (detail === undefined ? '–' : <code className="text-12">{detail}</code>),
    },
    { id: 'region', header: words.region, cell: ({ region }) => region },
    {
      id: 'origin',
      header: words.origin,
      hideUnder: 'wide',
      phone: 'hidden',
      muted: true,
      cell: words.originOf,
    },
    {
      id: 'open',
      header: words.functions,
      cell: ({ id, region }) => (
        <TextLink href={routes.functions({ connectionId: id, region })}>{words.open}</TextLink>
      ),
    },
  ];
  return (
    <ResourceTable
      caption={words.caption}
      columns={columns}
      rows={props.connections}
      rowId={({ id }) => id}
    />
  );
}
