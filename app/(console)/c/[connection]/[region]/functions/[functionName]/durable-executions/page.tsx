import type { Metadata } from 'next';
import { ExecutionList } from '@/components/durable/execution-list';
import { ExecutionView } from '@/components/durable/execution-view';
import { readExecutionFilter } from '@/lib/domain/durable-execution';
import { getTranslator } from '@/lib/i18n/server';
import { getExecution, listEvents, listExecutions, listOperations } from '@/lib/queries/durable';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';

interface Props {
  readonly params: FunctionPageProps['params'];
  /** The filter, or `execution` with `order`; `marker` of a further page. */
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('durable');
  return { title: t('executions') };
}

/** Executions of a durable function; with `execution` in the address one of them. */
export default async function DurableExecutionsPage({ params, searchParams }: Props) {
  const [{ place, functionName, qualifier, mayChange }, query, t] = await Promise.all([
    openFunctionPage({ params, searchParams }),
    searchParams,
    getTranslator('durable'),
  ]);
  const one = (name: string) => [query[name]].flat()[0] || undefined;
  const marker = one('marker');
  const arn = one('execution');
  if (arn === undefined) {
    const filter = readExecutionFilter(query);
    const found = await listExecutions(place, functionName, { filter, qualifier, marker });
    return (
      <div className="px-inset py-16">
        <ExecutionList {...{ place, functionName, qualifier, filter, marker, found }} />
      </div>
    );
  }
  const order = one('order') === 'newest' ? 'newest' : undefined;
  const [execution, operations, events] = await Promise.all([
    getExecution(place, arn),
    listOperations(place, arn),
    listEvents(place, arn, { newestFirst: order === 'newest', marker }),
  ]);
  return (
    <div className="px-inset py-16">
      <ExecutionView
        {...{ place, functionName, qualifier, execution, operations, events, order }}
        refusedReason={mayChange ? undefined : t('roleNeeded')}
      />
    </div>
  );
}
