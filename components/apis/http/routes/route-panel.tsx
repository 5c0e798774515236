import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { DetailsList } from '@/components/patterns/details-section';
import { SidePanel } from '@/components/patterns/side-panel';
import { ButtonLink } from '@/components/ui/button-link';
import { Chip } from '@/components/ui/chip';
import { CodeText } from '@/components/ui/code-text';
import { TextLink } from '@/components/ui/text-link';
import {
  integrationName,
  type HttpAuthorizer,
  type HttpIntegration,
  type HttpRoute,
} from '@/lib/domain/http-api/http-api';
import { getTranslator } from '@/lib/i18n/server';
import { routes, withQuery, type Place } from '@/lib/routes';
import { DeleteRoute } from './delete-route';
import { RouteFlow } from './route-flow';

/** One route beside the table: its way, its parts, and whether the function lets it in. */
export async function RoutePanel(props: {
  place: Place;
  apiId: string;
  apiName: string;
  route: HttpRoute;
  integration: HttpIntegration | undefined;
  authorizer: HttpAuthorizer | undefined;
  permission: ReactNode;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('httpApis');
  const { place, apiId, route, integration, authorizer } = props;
  const close = routes.httpApi(place, apiId, 'routes');
  const authorizationKey = `authorization.${route.authorizationType}` as 'authorization.NONE';
  const authorization = t.has(authorizationKey) ? t(authorizationKey) : route.authorizationType;
  const kind = integration && t(`kinds.${integration.kind}`);
  const mapping = Object.entries(integration?.requestParameters ?? {});
  return (
    <SidePanel
      title={route.key}
      acts={
        <span className="flex gap-8">
          <ButtonLink
            size="small"
            href={routes.httpApi(place, apiId, 'routes', route.id, 'edit')}
            disabledReason={props.refusedReason}
            shortcut="edit"
          >
            {t('editRoute')}
          </ButtonLink>
          <ButtonLink
            size="small"
            variant="quiet"
            href={close}
            icon={<X aria-hidden size={16} strokeWidth={1.75} />}
          >
            <span className="sr-only">{t('panel.close')}</span>
          </ButtonLink>
        </span>
      }
    >
      <RouteFlow
        client={t('panel.client')}
        authorizer={
          route.authorizationType === 'NONE'
            ? undefined
            : { name: authorizer?.name ?? authorization, detail: authorization }
        }
        target={
          integration && {
            name: integrationName(integration),
            detail: [kind, integration.payloadVersion].filter(Boolean).join(', '),
            isFunction: integration.kind === 'lambda',
          }
        }
      />
      {props.permission}
      <DetailsList
        items={[
          { label: t('panel.routeId'), value: <CodeText text={route.id} /> },
          {
            label: t('panel.integrationId'),
            value: integration && (
              <TextLink
                href={withQuery(routes.httpApi(place, apiId, 'integrations'), {
                  integration: integration.id,
                })}
              >
                <CodeText text={integration.id} />
              </TextLink>
            ),
          },
          { label: t('auth'), value: authorization },
          ...(authorizer ? [{ label: t('panel.authorizer'), value: authorizer.name }] : []),
          ...(authorizer?.type === 'JWT'
            ? [{ label: t('panel.issuer'), value: authorizer.issuer, wide: true }]
            : []),
          ...(route.scopes.length > 0
            ? [
                {
                  label: t('panel.scopes'),
                  wide: true,
                  value: (
                    <span className="flex flex-wrap gap-4">
                      {route.scopes.map((scope) => (
                        <Chip key={scope} mono tone="accent">
                          {scope}
                        </Chip>
                      ))}
                    </span>
                  ),
                },
              ]
            : []),
          ...(integration
            ? [{ label: t('panel.timeout'), value: `${integration.timeoutMs.toLocaleString('en-US')} ms` }]
            : []),
          ...(route.operationName ? [{ label: t('panel.operationName'), value: route.operationName }] : []),
          ...(mapping.length > 0
            ? [
                {
                  label: t('panel.mapping'),
                  wide: true,
                  value: mapping.map(([name, value]) => <CodeText key={name} text={`${name} = ${value}`} />),
                },
              ]
            : []),
        ]}
      />
      {route.isManaged ? (
        <Chip>{t('panel.managed')}</Chip>
      ) : (
        <span>
          <DeleteRoute
            place={place}
            apiId={apiId}
            apiName={props.apiName}
            route={route}
            refusedReason={props.refusedReason}
          />
        </span>
      )}
    </SidePanel>
  );
}
