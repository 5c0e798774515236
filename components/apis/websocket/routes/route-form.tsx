'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption, FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { saveSocketRouteAction } from '@/lib/actions/websocket-apis/save-route';
import type { Basis } from '@/lib/domain/basis';
import type { SocketRouteField, SocketRouteTexts } from '@/lib/forms/socket-route';
import { routes, withQuery, type Place } from '@/lib/routes';
import { useRouteSpecs } from './use-route-specs';

/** "Create route" and its edit page: the route, and what it calls. */
export function SocketRouteForm(props: {
  place: Place;
  apiId: string;
  /** Absent for a new route. */
  routeId?: string;
  /** What the form begins with. */
  start: Basis<SocketRouteTexts>;
  expression: string;
  functions: readonly FieldOption[];
  authorizers: readonly FieldOption[];
  models: readonly string[];
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('socketApi');
  const { place, apiId, routeId } = props;
  const state = useFields<SocketRouteField>(props.start);
  const { values } = state;
  const specs: readonly FieldSpec<SocketRouteField>[] = useRouteSpecs(values, props);
  return (
    <FieldsForm
      state={state}
      isNew={routeId === undefined}
      specs={specs}
      snippets={[]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        saveSocketRouteAction({
          place,
          apiId,
          values,
          ...(routeId === undefined ? {} : { routeId, revisionId: state.basis.revisionId }),
        })
      }
      href={withQuery(routes.webSocketApi(place, apiId, 'routes'), {
        route: props.start.values.key || undefined,
      })}
      doneHref={withQuery(routes.webSocketApi(place, apiId, 'routes'), { route: values.key || undefined })}
      doneFlash={{ kind: 'success', title: t('saved', { key: values.key }) }}
    />
  );
}
