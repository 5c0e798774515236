import type { ReactNode } from 'react';

/** A column as data. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** Cuts the cell at the end instead of widening the table. */
  readonly cut?: boolean;
  readonly muted?: boolean;
  /**
   * What becomes of it on a phone: `name` is the first line of the row, `line` the second, `hidden` neither.
   * Default `line`.
   */
  readonly phone?: 'name' | 'line' | 'hidden';
  /** Goes first when room is short: under 1100 px, or under 1600 px. */
  readonly hideUnder?: 'desktop' | 'wide';
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'asc' | 'desc';
}
