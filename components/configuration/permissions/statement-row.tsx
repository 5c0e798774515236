import { Chip } from '@/components/ui/chip';
import { Cell, Row } from '@/components/ui/table';
import type { PolicyStatement } from '@/lib/domain/policy';
import type { Place } from '@/lib/routes';
import { RemoveStatement } from './remove-statement';

/** One statement of a resource-based policy: who may do what, under which conditions. */
export function StatementRow(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  statement: PolicyStatement;
  refusedReason: string | undefined;
  words: { unnamed: string; unnamedReason: string; deny: string };
}) {
  const { statement, words } = props;
  return (
    <Row>
      <Cell header>
        <span className="font-medium wrap-anywhere">{statement.id ?? words.unnamed}</span>{' '}
        {statement.effect === 'Deny' && <Chip tone="danger">{words.deny}</Chip>}
      </Cell>
      <Cell>
        <code className="text-12 wrap-break-word">{statement.principal}</code>
      </Cell>
      <Cell>
        {statement.conditions.length === 0 ? (
          <span className="text-muted">–</span>
        ) : (
          statement.conditions.map((line) => (
            <code key={line} className="block text-12 wrap-anywhere">
              {line}
            </code>
          ))
        )}
      </Cell>
      <Cell>
        <code className="text-12 wrap-break-word">{statement.action}</code>
      </Cell>
      <Cell align="end">
        <RemoveStatement
          place={props.place}
          functionName={props.functionName}
          qualifier={props.qualifier}
          statementId={statement.id ?? ''}
          refusedReason={statement.id === undefined ? words.unnamedReason : props.refusedReason}
        />
      </Cell>
    </Row>
  );
}
