import { Failure } from '@/components/patterns/failure';
import { LookAgain } from '@/components/patterns/look-again';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { DurableOperation } from '@/lib/domain/durable-operations';
import { getTranslator } from '@/lib/i18n/server';
import type { ExecutionDetail } from '@/lib/queries/durable';
import type { ShownEvent } from '@/lib/queries/durable-events';
import { computeRoutes } from '@/lib/compute-routes';
import type { Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { EventHistory } from './event-history';
import { ExecutionFacts } from './execution-detail';
import { OperationTree } from './operation-tree';
import { StopButton } from './stop-button';

/** One execution: its facts, its operations as a tree, and its events a page at a time. */
export async function ExecutionView(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  execution: Result<ExecutionDetail, ConsoleError>;
  operations: Result<{ rows: readonly DurableOperation[]; isCut: boolean }, ConsoleError>;
  events: Result<{ rows: readonly ShownEvent[]; next: string | undefined }, ConsoleError>;
  order: 'newest' | undefined;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('durable');
  const { place, functionName, qualifier, execution, operations, events, order, refusedReason } = props;
  const back = computeRoutes.durableExecutions(place, functionName, { qualifier });
  if (!execution.ok)
    return (
      <div className="flex flex-col gap-16">
        <TextLink href={back}>{t('back')}</TextLink>
        <Failure error={execution.error} />
      </div>
    );
  const { arn, status } = execution.data;
  const isRunning = status === 'RUNNING';
  const view = (query: { order?: 'newest'; marker?: string }) =>
    computeRoutes.durableExecutions(place, functionName, { execution: arn, qualifier, ...query });
  return (
    <div className="flex flex-col gap-16">
      <LookAgain isChanging={isRunning} />
      <TextLink href={back}>{t('back')}</TextLink>
      <ExecutionFacts
        place={place}
        functionName={functionName}
        execution={execution.data}
        acts={
          isRunning && (
            <StopButton
              place={place}
              functionName={functionName}
              executionArn={arn}
              refusedReason={refusedReason}
            />
          )
        }
      />
      <Card
        title={t('operations')}
        meta={operations.ok ? `(${operations.data.rows.length})` : undefined}
        flush={operations.ok && operations.data.rows.length > 0}
      >
        {operations.ok ? (
          <>
            {operations.data.isCut && <Note tone="info">{t('operationsCut')}</Note>}
            <OperationTree
              place={place}
              functionName={functionName}
              operations={operations.data.rows}
              refusedReason={refusedReason}
            />
          </>
        ) : (
          <Failure error={operations.error} compact />
        )}
      </Card>
      <Card
        title={t('history')}
        flush={events.ok && events.data.rows.length > 0}
        acts={
          <ButtonLink size="small" href={view(order ? {} : { order: 'newest' })}>
            {t(order ? 'oldestFirst' : 'newestFirst')}
          </ButtonLink>
        }
      >
        {events.ok ? <EventHistory events={events.data.rows} /> : <Failure error={events.error} compact />}
      </Card>
      {events.ok && events.data.next && (
        <div>
          <ButtonLink href={view({ ...(order && { order }), marker: events.data.next })}>
            {t('moreEvents')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
