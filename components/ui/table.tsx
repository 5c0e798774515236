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
