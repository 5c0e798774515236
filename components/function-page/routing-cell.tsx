import { TextLink } from '@/components/ui/text-link';
import { routingShares, type AliasRouting } from '@/lib/domain/alias-routing';
import { isVersionNumber } from '@/lib/domain/qualifier';
import { routes, withQuery, type Place } from '@/lib/routes';

/** The versions of an alias as links, each with its share when there are two. */
export function RoutingCell(props: {
  place: Place;
  name: string;
  routing: AliasRouting;
  percent: (percent: number) => string;
}) {
  const shares = routingShares(props.routing);
  const code = routes.functionTab(props.place, props.name, 'code');
  return (
    <span className="inline-flex flex-wrap gap-x-12 gap-y-2">
      {shares.map(({ version, percent }) => (
        <span key={version} className="whitespace-nowrap">
          <TextLink href={withQuery(code, { qualifier: isVersionNumber(version) ? version : undefined })}>
            <span className="font-mono text-12">{version}</span>
          </TextLink>
          {shares.length > 1 && <span className="text-muted tabular-nums"> · {props.percent(percent)}</span>}
        </span>
      ))}
    </span>
  );
}
