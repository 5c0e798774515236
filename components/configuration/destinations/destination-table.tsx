import { RelationTable } from '@/components/configuration/relation-table';
import { ButtonLink } from '@/components/ui/button-link';
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
    <RelationTable
      caption={t('title')}
      headers={[t('destination'), t('source'), t('condition')]}
      actsHeader={t('acts')}
      nodes={props.nodes}
      cells={(item) => ({
        facts: [sourceWords(item), t(conditionOf[item.flow])],
        acts: (
          <span className="inline-flex gap-8 max-tablet:flex-col">
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
        ),
      })}
    />
  );
}
