import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
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
    <Table caption={t('title')}>
      <thead>
        <tr>
          <HeaderCell>{t('source')}</HeaderCell>
          <HeaderCell>{t('details')}</HeaderCell>
          <HeaderCell>{t('state')}</HeaderCell>
          <HeaderCell align="end">
            <span className="sr-only">{t('acts')}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {props.nodes.flatMap((node) =>
          node.items.map((item) => (
            <Row key={item.id}>
              <Cell header>
                <span className="block font-medium">{node.service}</span>
                <span className="block wrap-anywhere" data-tooltip={item.arn}>
                  {item.url ? (
                    <TextLink href={item.url} external>
                      {item.url}
                    </TextLink>
                  ) : (
                    item.name
                  )}
                </span>
              </Cell>
              <Cell>
                {detailsOf(item).map((text) => (
                  <span key={text} className="block text-12 wrap-anywhere text-muted">
                    {text}
                  </span>
                ))}
              </Cell>
              <Cell>
                <TriggerState item={item} words={t} />
              </Cell>
              <Cell align="end">
                {item.ref && (
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
                )}
              </Cell>
            </Row>
          )),
        )}
      </tbody>
    </Table>
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
