import { Ellipsis } from 'lucide-react';
import type { Column } from '@/components/patterns/resource-table/column';
import { Pagination } from '@/components/patterns/resource-table/pagination';
import { ResourceTable } from '@/components/patterns/resource-table/resource-table';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';

interface Sample {
  readonly name: string;
  readonly state: 'Active' | 'Failed';
  readonly description: string;
  readonly errors: number;
  readonly at: string;
}

const columns: readonly Column<Sample>[] = [
  {
    id: 'name',
    header: 'Function name',
    sortable: true,
    cell: (row) => (
      <TextLink href="#row" strong>
        {row.name}
      </TextLink>
    ),
  },
  {
    id: 'state',
    header: 'State',
    cell: (row) => <Status look={row.state === 'Active' ? 'success' : 'danger'}>{row.state}</Status>,
  },
  {
    id: 'description',
    header: 'Description',
    muted: true,
    cut: true,
    phone: 'hidden',
    cell: (row) => row.description,
  },
  { id: 'errors', header: 'Errors', align: 'end', cell: (row) => row.errors.toLocaleString('en-US') },
  { id: 'at', header: 'Last modified', muted: true, cell: (row) => <RelativeTime at={row.at} /> },
];

/** A list with selection, sorting and pages. */
export function DesignTable({ now }: { now: number }) {
  const rows: Sample[] = ['orders-checkout', 'orders-webhook', 'orders-refund'].map((name, index) => ({
    name,
    state: index === 2 ? 'Failed' : 'Active',
    description: 'Checks and pays a cart, then tells the warehouse what to pack and when to send it',
    errors: index * 92,
    at: new Date(now - (index + 1) * 3_600_000).toISOString(),
  }));
  return (
    <>
      <Pagination
        page={2}
        pageCount={9}
        first={51}
        last={100}
        matchCount={412}
        hrefFor={(page) => `#page-${page}`}
      />
      <ResourceTable
        caption="Functions"
        columns={columns}
        rows={rows}
        rowId={(row) => row.name}
        sort={{ column: 'name', direction: 'asc' }}
        sortHref={(column) => `#sort-${column}`}
        selectionActs={<Button variant="quiet">Delete</Button>}
        rowActsHeader="Actions"
        rowActs={(row) => (
          <Menu
            label={`Actions for ${row.name}`}
            groups={[{ id: 'a', items: [{ id: 'delete', label: 'Delete', danger: true }] }]}
            iconOnly
            size="small"
            variant="quiet"
          >
            <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
          </Menu>
        )}
      />
    </>
  );
}
