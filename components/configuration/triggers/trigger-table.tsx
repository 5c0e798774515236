import { RelationTable } from '@/components/configuration/relation-table';
import { Status } from '@/components/ui/status';
import { TextLink } from '@/components/ui/text-link';
import type { GraphItem, GraphNode } from '@/lib/domain/function-graph';
import { getTranslator } from '@/lib/i18n/server';
import type { Place } from '@/lib/routes';
import { TriggerActs } from './trigger-acts';

/** Every trigger as a row, grouped by service as the diagram groups them. */
export async function TriggerTable(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  nodes: readonly GraphNode[];
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('triggers');
  const detailsOf = (item: GraphItem) =>
    [
      item.batchSize !== undefined && `${t('field.batchSize')}: ${item.batchSize}`,
      item.filterCount ? t('filters', { count: item.filterCount }) : undefined,
      ...(item.facts ?? []),
    ].filter((text): text is string => typeof text === 'string' && text !== '');
  return (
    <RelationTable
      caption={t('title')}
      headers={[t('source'), t('details'), t('state')]}
      actsHeader={t('acts')}
      nodes={props.nodes}
      cells={(item, node) => ({
        name: item.url && (
          <TextLink href={item.url} external>
            {item.url}
          </TextLink>
        ),
        facts: [
          detailsOf(item).map((text) => (
            <span key={text} className="block text-12 wrap-anywhere text-muted">
              {text}
            </span>
          )),
          <TriggerState key="state" item={item} words={t} />,
        ],
        acts: item.ref && (
          <TriggerActs
            place={props.place}
            functionName={props.functionName}
            qualifier={props.qualifier}
            triggerRef={item.ref}
            name={item.name}
            service={node.service}
            isPaused={item.isPaused}
            canPause={item.canPause === true}
            refusedReason={props.refusedReason}
          />
        ),
      })}
    />
  );
}

function TriggerState(props: {
  item: GraphItem;
  words: Awaited<ReturnType<typeof getTranslator<'triggers'>>>;
}) {
  const { item, words: t } = props;
  if (item.problem) {
    return (
      <Status look="warning" tooltip={t('sourceMissingText')}>
        {t('sourceMissing')}
      </Status>
    );
  }
  const isKnown = item.state === undefined || item.state === 'Enabled' || item.state === 'Disabled';
  if (!isKnown) return <Status look="progress">{item.state}</Status>;
  return item.isPaused ? (
    <Status look="paused">{t('disabled')}</Status>
  ) : (
    <Status look="success">{t('enabled')}</Status>
  );
}
