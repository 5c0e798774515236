import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import type { FunctionGraph, GraphItem } from '@/lib/domain/function-graph';
import { routes, type Place } from '@/lib/routes';
import { parseArn } from '@/lib/shared/arn';
import { RemoveDestination } from './destinations/remove-destination';
import { TriggerActs } from './triggers/trigger-acts';

/** The page of the other end, where this console has one: a function of the same Region. */
function otherEnd(place: Place, item: GraphItem): string | undefined {
  const arn = item.arn === undefined ? undefined : parseArn(item.arn);
  if (arn?.service !== 'lambda' || arn.region !== place.region) return undefined;
  const name = /^function:([^:]+)/.exec(arn.resource)?.[1];
  return name && routes.function(place, name);
}

/** What can be done with each trigger and destination where it is drawn, by the id of the item. */
export function relationActs(
  graph: FunctionGraph,
  where: {
    readonly place: Place;
    readonly functionName: string;
    readonly refusedReason: string | undefined;
    readonly words: { readonly edit: string; readonly open: string };
  },
): Readonly<Record<string, ReactNode>> {
  const { place, functionName, refusedReason, words } = where;
  const shared = { place, functionName, qualifier: undefined, refusedReason };
  const triggers = graph.triggers.flatMap((node) =>
    node.items.map((item) => [
      item.id,
      item.ref && (
        <TriggerActs
          key={item.id}
          {...shared}
          triggerRef={item.ref}
          name={item.name}
          service={node.service}
          isPaused={item.isPaused}
          canPause={item.canPause === true}
        />
      ),
    ]),
  );
  const destinations = graph.destinations.flatMap((node) =>
    node.items.map((item) => {
      const href = otherEnd(place, item);
      return [
        item.id,
        <span key={item.id} className="inline-flex flex-wrap gap-8">
          {href && (
            <ButtonLink size="small" href={href}>
              {words.open}
            </ButtonLink>
          )}
          <ButtonLink
            size="small"
            href={routes.editDestination(place, functionName, { destination: item.ref })}
            disabledReason={refusedReason}
          >
            {words.edit}
          </ButtonLink>
          <RemoveDestination {...shared} slot={item.ref ?? ''} name={item.name} />
        </span>,
      ];
    }),
  );
  return Object.fromEntries([...triggers, ...destinations]) as Readonly<Record<string, ReactNode>>;
}
