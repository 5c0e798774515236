import type { ReactNode } from 'react';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { GraphItem, GraphNode } from '@/lib/domain/function-graph';

/** What one relation shows in the columns after its first. */
export interface RelationCells {
  /** In place of the item's name. */
  readonly name?: ReactNode;
  readonly facts: readonly [ReactNode, ReactNode];
  readonly acts: ReactNode;
}

/** Triggers or destinations as rows, grouped by service as the diagram groups them. */
export function RelationTable(props: {
  caption: string;
  /** Of the thing itself and of its two facts. */
  headers: readonly [string, string, string];
  /** Name of the column of acts; read aloud alone. */
  actsHeader: string;
  nodes: readonly GraphNode[];
  cells: (item: GraphItem, node: GraphNode) => RelationCells;
}) {
  return (
    <Table caption={props.caption}>
      <thead>
        <tr>
          <HeaderCell>{props.headers[0]}</HeaderCell>
          <HeaderCell>
            <span className="max-tablet:sr-only">{props.headers[1]}</span>
          </HeaderCell>
          <HeaderCell>{props.headers[2]}</HeaderCell>
          <HeaderCell align="end">
            <span className="sr-only">{props.actsHeader}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {props.nodes.flatMap((node) =>
          node.items.map((item) => {
            const { name, facts, acts } = props.cells(item, node);
            return (
              <Row key={item.id}>
                <Cell header>
                  <span className="block font-medium">{node.service}</span>
                  <span className="block wrap-anywhere" data-tooltip={item.arn}>
                    {name ?? item.name}
                  </span>
                  {/* On a phone there is no room for a column of it. */}
                  <span className="block text-12 text-muted tablet:hidden">{facts[0]}</span>
                </Cell>
                <Cell>
                  <span className="max-tablet:hidden">{facts[0]}</span>
                </Cell>
                <Cell>{facts[1]}</Cell>
                <Cell align="end">{acts}</Cell>
              </Row>
            );
          }),
        )}
      </tbody>
    </Table>
  );
}
