import type { ReactNode } from 'react';
import { TabLinks } from '@/components/ui/tab-links';
import type { RestMethod, RestResource } from '@/lib/domain/rest-api/method';
import { stations, type Station } from '@/lib/domain/rest-api/station';
import { getTranslator } from '@/lib/i18n/server';
import { resourceHref, type RestTarget } from '../rest-hrefs';
import { VerbText } from '../verb-text';
import { DeleteMethod } from './delete-method';
import { MethodDiagram } from './method-diagram';
import type { MethodNames } from './method-facts';
import { IntegrationRequestView } from './stations/integration-request-view';
import { MethodRequestView } from './stations/method-request-view';
import { IntegrationResponsesView, MethodResponsesView } from './stations/responses-view';

/** A method: the way of a call through it as a picture, and one of its stations below. */
export async function MethodPanel(props: {
  target: RestTarget;
  resource: RestResource;
  method: RestMethod;
  names: MethodNames;
  station: Station;
  apiName: string;
  refusedReason: string | undefined;
  /** The test pane, when it is the station. */
  test: ReactNode;
}) {
  const t = await getTranslator('restApis');
  const { target, resource, method, station } = props;
  const where = { resource: resource.id, method: method.httpMethod };
  return (
    <div className="flex min-w-0 flex-col">
      <div className="flex min-h-40 flex-wrap items-center gap-x-12 gap-y-4 border-b border-edge px-16 py-8">
        <h2 className="flex min-w-0 flex-wrap items-center gap-8 text-14">
          <VerbText verb={method.httpMethod} />
          <span className="min-w-0 font-mono wrap-anywhere">{resource.path}</span>
        </h2>
        <span className="text-12 text-muted">{t('method.execution')}</span>
        <div className="ml-auto">
          <DeleteMethod
            target={target}
            resourceId={resource.id}
            verb={method.httpMethod}
            path={resource.path}
            apiName={props.apiName}
            refusedReason={props.refusedReason}
          />
        </div>
      </div>
      <MethodDiagram
        target={target}
        resourceId={resource.id}
        method={method}
        names={props.names}
        station={station}
        refusedReason={props.refusedReason}
      />
      <TabLinks
        label={t('method.stations')}
        current={station}
        tabs={stations.map((id) => ({
          id,
          label: t(`station.${id}`),
          href: resourceHref(target, { ...where, station: id }),
        }))}
      />
      <div className="flex flex-col gap-16 px-16 py-16">
        <StationView {...props} />
      </div>
    </div>
  );
}

function StationView(props: Parameters<typeof MethodPanel>[0]) {
  const { target, resource, method, names, refusedReason } = props;
  const shared = { target, method, refusedReason };
  switch (props.station) {
    case 'method-request':
      return <MethodRequestView {...shared} resourceId={resource.id} names={names} />;
    case 'integration-request':
      return <IntegrationRequestView {...shared} resourceId={resource.id} />;
    case 'integration-response':
      return <IntegrationResponsesView {...shared} resource={resource} />;
    case 'method-response':
      return <MethodResponsesView {...shared} resource={resource} />;
    case 'test':
      return props.test;
  }
}
