import { ButtonLink } from '@/components/ui/button-link';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { GraphItem, GraphNode } from '@/lib/domain/function-graph';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type Place } from '@/lib/routes';
import { RemoveDestination } from './remove-destination';

const sourceOf = {
  'async-success': 'async',
  'async-failure': 'async',
  'dead-letter-queue': 'deadLetter',
} as const;
const conditionOf = {
  success: 'success',
  failure: 'failure',
  reject: 'rejected',
  trigger: 'success',
} as const;

/** Every destination as a row: of which results, on which condition, where to. */
export async function DestinationTable(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  nodes: readonly GraphNode[];
  /** Name of the source of each mapping, by its slot. */
  streams: ReadonlyMap<string, string>;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('destinations');
  const { place, functionName, qualifier } = props;
  const sourceWords = (item: GraphItem) => {
    if (item.origin in sourceOf) return t(sourceOf[item.origin as keyof typeof sourceOf]);
    return t('mapping', { name: props.streams.get(item.ref ?? '') ?? '' });
  };
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <HeaderCell>{t('destination')}</HeaderCell>
          <HeaderCell>{t('source')}</HeaderCell>
          <HeaderCell>{t('condition')}</HeaderCell>
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
                  {item.name}
                </span>
              </Cell>
              <Cell>{sourceWords(item)}</Cell>
              <Cell>{t(conditionOf[item.flow])}</Cell>
              <Cell align="end">
                <span className="inline-flex gap-8">
                  <ButtonLink
                    size="small"
                    href={routes.editDestination(place, functionName, { destination: item.ref, qualifier })}
                    disabledReason={props.refusedReason}
                  >
                    {t('editOf')}
                  </ButtonLink>
                  <RemoveDestination
                    place={place}
                    functionName={functionName}
                    qualifier={qualifier}
                    slot={item.ref ?? ''}
                    name={item.name}
                    refusedReason={props.refusedReason}
                  />
                </span>
              </Cell>
            </Row>
          )),
        )}
      </tbody>
    </Table>
  );
}
