import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  Globe,
  LogIn,
  LogOut,
  type LucideIcon,
  MonitorSmartphone,
  Network,
  Reply,
  Shuffle,
  SquareFunction,
  Theater,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { backendOf } from '@/lib/domain/rest-api/backend';
import { isProxy, type RestMethod } from '@/lib/domain/rest-api/method';
import type { Station } from '@/lib/domain/rest-api/station';
import { getTranslator } from '@/lib/i18n/server';
import { routes } from '@/lib/routes';
import { resourceFormHref, resourceHref, type RestTarget } from '../rest-hrefs';
import {
  integrationFacts,
  integrationResponseFacts,
  methodResponseFacts,
  requestFacts,
  type MethodNames,
} from './method-facts';
import { StationCard } from './station-card';

const icon = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;

/** A call through the method and back: client, four stations, and what is behind them. */
export async function MethodDiagram(props: {
  target: RestTarget;
  resourceId: string;
  method: RestMethod;
  names: MethodNames;
  station: Station;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('restApis');
  const { target, resourceId, method } = props;
  const where = { resource: resourceId, method: method.httpMethod };
  const station = (id: Exclude<Station, 'test'>) => ({
    title: t(`station.${id}`),
    href: resourceHref(target, { ...where, station: id }),
    isChosen: props.station === id,
  });
  const edit = (id: 'method-request' | 'integration-request') => ({
    href: resourceFormHref(target, id, where),
    label: t('method.edit', { station: t(`station.${id}`) }),
    disabledReason: props.refusedReason,
  });
  const proxies = isProxy(method.integration);
  const back = proxies ? { facts: [], text: t('method.proxyReturn') } : undefined;
  return (
    <section
      aria-label={t('method.list')}
      className="flex flex-col gap-8 border-b border-edge bg-sunken px-16 py-12 tablet:flex-row tablet:items-stretch"
    >
      <Node icon={MonitorSmartphone}>{t('method.client')}</Node>
      {/* On a phone all stand below each other, the back end in the middle. */}
      <div className="contents min-w-0 flex-1 flex-col gap-12 tablet:flex">
        <div className="order-1 flex flex-col gap-8 tablet:order-none tablet:flex-row tablet:items-stretch">
          <Arrow way="there" />
          <StationCard
            {...station('method-request')}
            icon={<LogIn {...icon} />}
            facts={requestFacts(method, props.names, t)}
            edit={edit('method-request')}
          />
          <Arrow way="there" />
          <StationCard
            {...station('integration-request')}
            icon={<Shuffle {...icon} />}
            facts={integrationFacts(method, t)}
            text={method.integration === null ? t('method.noIntegration') : undefined}
            edit={edit('integration-request')}
          />
          <Arrow way="there" />
        </div>
        {/* On a phone the way back is read from the back end on. */}
        <div className="order-3 flex flex-col-reverse gap-8 tablet:order-none tablet:flex-row tablet:items-stretch">
          <Arrow way="back" />
          <StationCard
            {...station('method-response')}
            icon={<LogOut {...icon} />}
            {...(back ?? { facts: methodResponseFacts(method, t) })}
          />
          <Arrow way="back" />
          <StationCard
            {...station('integration-response')}
            icon={<Reply {...icon} />}
            {...(back ?? { facts: integrationResponseFacts(method, t) })}
          />
          <Arrow way="back" />
        </div>
      </div>
      <div className="order-2 flex flex-col tablet:order-none tablet:flex-row">
        <BackendNode target={target} method={method} />
      </div>
    </section>
  );
}

function Arrow({ way }: { way: 'there' | 'back' }) {
  const Sideways = way === 'there' ? ArrowRight : ArrowLeft;
  const colour = way === 'there' ? 'text-flow-trigger' : 'text-flow-success';
  return (
    <span className={`grid shrink-0 place-items-center ${colour}`}>
      <Sideways {...icon} className="max-tablet:hidden" />
      <ArrowDown {...icon} className="tablet:hidden" />
    </span>
  );
}

function Node(props: { icon: LucideIcon; children: ReactNode }) {
  const Icon = props.icon;
  return (
    <div className="flex shrink-0 flex-row items-center justify-center gap-8 rounded-8 border border-edge-strong bg-surface px-12 py-8 text-center text-12 font-medium shadow-1 tablet:max-w-field-short tablet:flex-col">
      <span className="grid size-32 shrink-0 place-items-center rounded-6 bg-kind-function-ground text-kind-function">
        <Icon aria-hidden size={18} strokeWidth={1.75} />
      </span>
      <span className="min-w-0 wrap-anywhere">{props.children}</span>
    </div>
  );
}

async function BackendNode({ target, method }: { target: RestTarget; method: RestMethod }) {
  const t = await getTranslator('restApis');
  const { kind, name, detail } = backendOf(method.integration);
  switch (kind) {
    case 'none':
      return <Node icon={Theater}>{t('integration.types.none')}</Node>;
    case 'mock':
      return <Node icon={Theater}>{t('integration.types.mock')}</Node>;
    case 'lambda':
      return (
        <Node icon={SquareFunction}>
          {name.includes('${') ? (
            name
          ) : (
            <TextLink href={routes.function(target.place, name)}>{name}</TextLink>
          )}
          {detail && <span className="block font-regular text-muted">{detail}</span>}
        </Node>
      );
    case 'http':
      return <Node icon={Globe}>{name}</Node>;
    case 'vpc':
    case 'aws':
      return (
        <Node icon={Network}>
          {name}
          {detail && <span className="block font-regular text-muted">{detail}</span>}
        </Node>
      );
  }
}
