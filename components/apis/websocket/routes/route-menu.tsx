import { Asterisk, MessageSquare, Plug, Plus, Unplug } from 'lucide-react';
import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button-link';
import { getTranslator } from '@/lib/i18n/server';
import type { SocketRoute } from '@/lib/queries/websocket-api';
import { routes, withQuery, type Place } from '@/lib/routes';
import { nameOfArn } from './name-of-arn';

const reserved = [
  { key: '$connect', icon: Plug },
  { key: '$disconnect', icon: Unplug },
  { key: '$default', icon: Asterisk },
] as const;

/** The three reserved routes, always there, and the custom ones. */
export async function RouteMenu(props: {
  place: Place;
  apiId: string;
  routes: readonly SocketRoute[];
  selectedKey: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('socketApi');
  const { place, apiId } = props;
  const custom = props.routes.filter(({ key }) => !reserved.some((one) => one.key === key));
  const line = (key: string, Icon: typeof Plug) => {
    const route = props.routes.find((one) => one.key === key);
    const isSelected = key === props.selectedKey;
    return (
      <li key={key}>
        <Link
          href={withQuery(routes.webSocketApi(place, apiId, 'routes'), { route: key })}
          aria-current={isSelected ? 'true' : undefined}
          data-focus="inset"
          className={`flex items-start gap-12 border-l-2 px-12 py-8 ${isSelected ? 'border-accent bg-selected' : 'border-transparent hover:bg-hover'}`}
        >
          <Icon aria-hidden size={16} strokeWidth={1.75} className="mt-2 shrink-0 text-muted" />
          <span className="min-w-0">
            <span className={`block font-mono text-13 wrap-anywhere ${route ? '' : 'text-muted'}`}>
              {key}
            </span>
            <span className="block text-12 wrap-anywhere text-muted">
              {route
                ? callOf(route, t('noIntegration'), (type) =>
                    t.has(`types.${type as 'AWS'}`) ? t(`types.${type as 'AWS'}`) : type,
                  )
                : t('notSet')}
            </span>
          </span>
        </Link>
      </li>
    );
  };
  return (
    <nav
      aria-label={t('routes')}
      className="min-w-0 border-edge max-desktop:border-b desktop:w-subnav desktop:shrink-0 desktop:border-r"
    >
      <div className="flex min-h-40 items-center justify-between gap-8 pr-8 pl-12">
        <h2 className="text-14">{t('routes')}</h2>
        <ButtonLink
          size="small"
          variant="quiet"
          href={routes.webSocketApi(place, apiId, 'routes', 'create')}
          disabledReason={props.refusedReason}
          shortcut="create"
          icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
        >
          {t('create')}
        </ButtonLink>
      </div>
      <ul>{reserved.map(({ key, icon }) => line(key, icon))}</ul>
      {custom.length > 0 && (
        <>
          <p className="px-12 pt-12 pb-4 text-12 font-medium text-muted">
            {t('custom')} ({custom.length})
          </p>
          <ul>{custom.map(({ key }) => line(key, MessageSquare))}</ul>
        </>
      )}
    </nav>
  );
}

function callOf(route: SocketRoute, none: string, typeOf: (type: string) => string): string {
  const { integration } = route;
  if (!integration) return none;
  return integration.functionArn ? nameOfArn(integration.functionArn) : typeOf(integration.type);
}
