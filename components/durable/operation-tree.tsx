import { EmptyLine } from '@/components/patterns/empty';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { DurableOperation } from '@/lib/domain/durable-operations';
import { getTranslator } from '@/lib/i18n/server';
import { computeRoutes } from '@/lib/compute-routes';
import type { Place } from '@/lib/routes';
import { CallbackButton } from './callback-button';
import { OperationState } from './execution-status';
import { lengthOf } from './execution-table';

const indents = ['pl-0', 'pl-16', 'pl-32', 'pl-40'];

/** Operations of an execution as a tree: what each is, how it stands, what it waits for. */
export async function OperationTree(props: {
  place: Place;
  functionName: string;
  operations: readonly DurableOperation[];
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('durable');
  const { operations } = props;
  if (operations.length === 0) return <EmptyLine>{t('noOperations')}</EmptyLine>;
  return (
    <Table caption={t('operations')}>
      <thead>
        <tr>
          <HeaderCell>{t('operation')}</HeaderCell>
          <HeaderCell>{t('type')}</HeaderCell>
          <HeaderCell>{t('statusLabel')}</HeaderCell>
          <HeaderCell>{t('attempts')}</HeaderCell>
          <HeaderCell>{t('started')}</HeaderCell>
          <HeaderCell>{t('duration')}</HeaderCell>
          <HeaderCell>{t('detail')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {operations.map((operation) => (
          <Row key={operation.id}>
            <Cell header>
              <span className={`block ${indents[Math.min(operation.depth, indents.length - 1)] ?? ''}`}>
                {operation.depth > 0 && <span aria-hidden>↳ </span>}
                {operation.name || operation.id}
              </span>
            </Cell>
            <Cell>{[operation.type, operation.subType].filter(Boolean).join(' · ')}</Cell>
            <Cell>
              <OperationState status={operation.status} />
            </Cell>
            <Cell>{operation.type === 'Step' ? operation.attempts : '–'}</Cell>
            <Cell>{operation.startedAt ? <RelativeTime at={operation.startedAt} /> : '–'}</Cell>
            <Cell>{lengthOf(operation.startedAt, operation.endedAt) ?? '–'}</Cell>
            <Cell>
              <OperationDetail {...props} operation={operation} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

async function OperationDetail(props: {
  place: Place;
  functionName: string;
  operation: DurableOperation;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('durable');
  const { place, operation } = props;
  const { status, waitsUntil, callbackId, childArn, error, nextAttemptSeconds } = operation;
  const child = childArn?.split(':function:')[1]?.split(/[:/]/)[0];
  return (
    <span className="flex flex-col gap-4">
      {error && <span className="wrap-anywhere text-danger-text">{error}</span>}
      {nextAttemptSeconds !== undefined && <span>{t('nextAttempt', { count: nextAttemptSeconds })}</span>}
      {waitsUntil && status === 'running' && (
        <span>
          {t('until')} <RelativeTime at={waitsUntil} />
        </span>
      )}
      {childArn && child && (
        <TextLink href={computeRoutes.durableExecutions(place, child, { execution: childArn })}>
          {t('childExecution', { name: child })}
        </TextLink>
      )}
      {callbackId && status === 'running' && (
        <CallbackButton
          place={place}
          functionName={props.functionName}
          callbackId={callbackId}
          refusedReason={props.refusedReason}
        />
      )}
    </span>
  );
}
