import type { ReactNode } from 'react';
import { ThingPage } from '@/components/apis/thing-page';
import type { ApiFacts } from '@/lib/domain/api';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type Place, type WebSocketPage } from '@/lib/routes';

/** A form of a WebSocket API: where it is, and the form or why there is none. */
export async function SocketFormPage(props: {
  place: Place;
  apiId: string;
  api: { readonly ok: true; readonly data: ApiFacts } | { readonly ok: false; readonly error: ConsoleError };
  /** The page that it belongs to. */
  page: WebSocketPage;
  title: string;
  failure?: ConsoleError;
  children?: ReactNode;
}) {
  const t = await getTranslator('apis');
  const { place, apiId, api } = props;
  const failure = api.ok ? props.failure : api.error;
  return (
    <ThingPage
      place={place}
      crumbs={[
        { label: t('title'), href: routes.apis(place) },
        {
          label: api.ok ? api.data.name || apiId : apiId,
          href: routes.webSocketApi(place, apiId, 'routes'),
        },
        { label: t(`pages.${props.page}`), href: routes.webSocketApi(place, apiId, props.page) },
      ]}
      title={props.title}
      {...(failure ? { failure } : {})}
      isForm
    >
      {props.children}
    </ThingPage>
  );
}
