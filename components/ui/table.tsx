import clsx from 'clsx';
import type { ReactNode } from 'react';

export type CellAlign = 'start' | 'end';

/** A plain table for short lists inside a card. Long lists use ResourceTable. `caption` is read, not shown. */
export function Table(props: { caption: string; children: ReactNode }) {
  return (
    // Relative: hidden words are placed absolutely and would widen the page past the frame that scrolls.
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-14">
        <caption className="sr-only">{props.caption}</caption>
        {props.children}
      </table>
    </div>
  );
}

export function HeaderCell(props: { align?: CellAlign; children: ReactNode }) {
  return (
    <th
      scope="col"
      className={clsx(
        'h-row-header border-b border-edge-strong px-cell text-12 font-medium whitespace-nowrap text-muted',
        props.align === 'end' ? 'text-right' : 'text-left',
      )}
    >
      {props.children}
    </th>
  );
}

/** The headings of a table whose rows stack: on phones they are read and not seen. */
export function StackedHead(props: { children: ReactNode }) {
  return <thead className="max-tablet:sr-only">{props.children}</thead>;
}

/** A row that is a block on phones: its head in a line, then its other cells side by side. */
export function StackedRow(props: { children: ReactNode }) {
  return (
    <tr className="border-b border-edge last:border-0 hover:bg-hover max-tablet:flex max-tablet:flex-wrap max-tablet:items-center max-tablet:gap-x-16 max-tablet:gap-y-4 max-tablet:px-cell max-tablet:py-8">
      {props.children}
    </tr>
  );
}

/** A cell of such a row. `word` stands before the value on phones, where its heading is not seen. */
export function StackedCell(props: {
  align?: CellAlign;
  header?: boolean;
  word?: string;
  children: ReactNode;
}) {
  const Tag = props.header ? 'th' : 'td';
  return (
    <Tag
      scope={props.header ? 'row' : undefined}
      className={clsx(
        'font-regular max-tablet:block tablet:h-row tablet:px-cell tablet:py-4',
        props.align === 'end' ? 'tabular-nums tablet:text-right' : 'text-left',
        props.header && 'text-left max-tablet:w-full',
      )}
    >
      {props.word !== undefined && (
        <span aria-hidden className="text-12 text-muted tablet:hidden">
          {props.word}{' '}
        </span>
      )}
      {props.children}
    </Tag>
  );
}

export function Row(props: {
  children: ReactNode;
  /** Its details are shown beside the table. */
  isCurrent?: boolean;
  /** Makes the row one that the keys j and k step through. */
  id?: string;
}) {
  return (
    <tr
      data-row={props.id}
      className={`border-b border-edge last:border-0 ${props.isCurrent ? 'bg-selected' : 'hover:bg-hover'}`}
    >
      {props.children}
    </tr>
  );
}

export function Cell(props: { align?: CellAlign; muted?: boolean; header?: boolean; children: ReactNode }) {
  const Tag = props.header ? 'th' : 'td';
  return (
    <Tag
      scope={props.header ? 'row' : undefined}
      className={clsx(
        'h-row px-cell py-4 font-regular',
        props.align === 'end' ? 'text-right tabular-nums' : 'text-left',
        props.muted && 'text-muted',
      )}
    >
      {props.children}
    </Tag>
  );
}
