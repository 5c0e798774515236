import type { ReactNode } from 'react';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';

export interface PartRow {
  readonly id: string;
  readonly cells: readonly ReactNode[];
  readonly acts: ReactNode;
}

/** One kind of part of an API: how many, a way to add one, and a row for each. The first cell names the row. */
export function PartTable(props: {
  title: string;
  headers: readonly string[];
  actsHeader: string;
  rows: readonly PartRow[];
  emptyText: string;
  create?: { readonly label: string; readonly href: string; readonly disabledReason: string | undefined };
  acts?: ReactNode;
}) {
  const { rows, create } = props;
  return (
    <Card
      title={props.title}
      meta={`(${rows.length})`}
      flush={rows.length > 0}
      acts={
        <>
          {props.acts}
          {create && (
            <ButtonLink
              size="small"
              href={create.href}
              disabledReason={create.disabledReason}
              shortcut="create"
            >
              {create.label}
            </ButtonLink>
          )}
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyLine>{props.emptyText}</EmptyLine>
      ) : (
        <Table caption={props.title}>
          <thead>
            <tr>
              {props.headers.map((header) => (
                <HeaderCell key={header}>{header}</HeaderCell>
              ))}
              <HeaderCell align="end">
                <span className="sr-only">{props.actsHeader}</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id}>
                {row.cells.map((cell, index) => (
                  <Cell key={index} header={index === 0}>
                    <span className={`wrap-anywhere ${index === 0 ? 'font-medium' : ''}`}>{cell}</span>
                  </Cell>
                ))}
                <Cell align="end">
                  <span className="inline-flex flex-wrap justify-end gap-8">{row.acts}</span>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
