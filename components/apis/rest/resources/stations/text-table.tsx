import type { ReactNode } from 'react';
import { EmptyLine } from '@/components/patterns/empty';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';

/** A card with rows of short texts; the first cell names the row. */
export function TextTable(props: {
  title: string;
  headers: readonly string[];
  rows: readonly (readonly string[])[];
  emptyText: string;
  /** Columns in mono, counted from 0. */
  mono?: readonly number[];
  acts?: ReactNode;
}) {
  const isEmpty = props.rows.length === 0;
  return (
    <Card title={props.title} meta={`(${props.rows.length})`} flush={!isEmpty} acts={props.acts}>
      {isEmpty ? (
        <EmptyLine>{props.emptyText}</EmptyLine>
      ) : (
        <Table caption={props.title}>
          <thead>
            <tr>
              {props.headers.map((header) => (
                <HeaderCell key={header}>{header}</HeaderCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <Row key={row.join('\n')}>
                {row.map((text, column) => (
                  <Cell key={column} header={column === 0}>
                    <span
                      className={`wrap-anywhere ${props.mono?.includes(column) ? 'font-mono text-13' : ''}`}
                    >
                      {text}
                    </span>
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
