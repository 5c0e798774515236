import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Column, TableSort } from './column';
import { PageCheckbox, RowCheckbox, SelectionBar, SelectionProvider } from './selection';

const hideClass = { desktop: 'max-desktop:hidden', wide: 'max-wide:hidden' } as const;

interface ResourceTableProps<Row> {
  /** What is listed; read by screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Accessible name of a row's checkbox. Default: its id. */
  rowLabel?: (row: Row) => string;
  sort?: TableSort;
  /** Address of the same list sorted by a column; the caller turns the direction. */
  sortHref?: (column: string) => string;
  hiddenColumns?: readonly string[];
  /** Buttons of the selection bar (client components with `useSelection`); with them rows can be chosen. */
  selectionActs?: ReactNode;
  /** At the end of a row: usually a Menu with `iconOnly`. */
  rowActs?: (row: Row) => ReactNode;
  rowActsHeader?: string;
  /** Shown under the head when there are no rows. */
  empty?: ReactNode;
  isBusy?: boolean;
}

/** A list drawn on the server: sorted by links, chosen by checkboxes, never clipped. */
export function ResourceTable<Row>(props: ResourceTableProps<Row>) {
  const columns = props.columns.filter((column) => !props.hiddenColumns?.includes(column.id));
  const isSelectable = props.selectionActs !== undefined;
  const table = (
    <>
      <div className="overflow-x-auto px-inset pb-16" aria-busy={props.isBusy || undefined}>
        <table className="w-full border-collapse text-14 max-tablet:block">
          <caption className="sr-only">{props.caption}</caption>
          <thead className="max-tablet:sr-only">
            <tr>
              {isSelectable && (
                <th scope="col" className={`${headClass} w-40`}>
                  <PageCheckbox />
                </th>
              )}
              {columns.map((column) => (
                <Head key={column.id} column={column} sort={props.sort} sortHref={props.sortHref} />
              ))}
              {props.rowActs && (
                <th scope="col" className={headClass}>
                  <span className="sr-only">{props.rowActsHeader}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody className="max-tablet:block">
            {props.rows.map((row) => (
              <BodyRow key={props.rowId(row)} row={row} columns={columns} table={props} />
            ))}
          </tbody>
        </table>
        {props.rows.length === 0 && props.empty}
      </div>
      {isSelectable && <SelectionBar>{props.selectionActs}</SelectionBar>}
    </>
  );
  if (!isSelectable) return table;
  return <SelectionProvider pageIds={props.rows.map(props.rowId)}>{table}</SelectionProvider>;
}

const headClass =
  'h-row-header border-b border-edge-strong bg-surface px-cell text-left text-12 font-medium whitespace-nowrap text-muted';

function Head<Row>(props: { column: Column<Row>; sort?: TableSort; sortHref?: (column: string) => string }) {
  const { column, sort } = props;
  const isSorted = sort?.column === column.id;
  const Arrow = sort?.direction === 'desc' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
      className={clsx(
        headClass,
        column.align === 'end' && 'text-right',
        column.hideUnder && hideClass[column.hideUnder],
      )}
    >
      {column.sortable && props.sortHref ? (
        <Link
          href={props.sortHref(column.id)}
          scroll={false}
          className={`inline-flex items-center gap-4 hover:text-text ${isSorted ? 'text-text' : ''}`}
        >
          {column.header}
          {isSorted && <Arrow aria-hidden size={14} strokeWidth={1.75} />}
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}

function BodyRow<Row>(props: { row: Row; columns: readonly Column<Row>[]; table: ResourceTableProps<Row> }) {
  const { row, columns, table } = props;
  const id = table.rowId(row);
  return (
    <tr
      data-row={id}
      className="border-b border-edge bg-surface hover:bg-hover has-checked:bg-selected max-tablet:relative max-tablet:flex max-tablet:flex-wrap max-tablet:items-center max-tablet:gap-x-12 max-tablet:py-8"
    >
      {table.selectionActs !== undefined && (
        <td className="h-row w-40 px-cell max-tablet:hidden">
          <RowCheckbox id={id} label={table.rowLabel?.(row) ?? id} />
        </td>
      )}
      {columns.map((column, index) => (
        <BodyCell key={column.id} column={column} isFirst={index === 0} hasActs={Boolean(table.rowActs)}>
          {column.cell(row)}
        </BodyCell>
      ))}
      {table.rowActs && (
        <td className="sticky right-0 h-row w-40 bg-inherit px-4 text-right max-tablet:absolute max-tablet:top-4">
          {table.rowActs(row)}
        </td>
      )}
    </tr>
  );
}

function BodyCell<Row>(props: {
  column: Column<Row>;
  isFirst: boolean;
  hasActs: boolean;
  children: ReactNode;
}) {
  const { column } = props;
  const phone = column.phone ?? (props.isFirst ? 'name' : 'line');
  return (
    <td
      className={clsx(
        'h-row px-cell py-4 max-tablet:h-auto max-tablet:px-0 max-tablet:py-0',
        column.align === 'end' && 'text-right tabular-nums',
        column.muted && 'text-muted',
        column.cut && 'max-w-search truncate',
        props.isFirst && 'sticky left-0 bg-inherit whitespace-nowrap',
        column.hideUnder && hideClass[column.hideUnder],
        phone === 'name' &&
          `max-tablet:w-full max-tablet:whitespace-normal ${props.hasActs ? 'max-tablet:pr-40' : ''}`,
        phone === 'line' && 'max-tablet:text-12 max-tablet:empty:hidden',
        phone === 'hidden' && 'max-tablet:hidden',
      )}
    >
      {props.children}
    </td>
  );
}
