import { CodeBlock } from '@/components/patterns/code-block';
import { DetailsSection } from '@/components/patterns/details-section';
import { CodeText } from '@/components/ui/code-text';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import type { SocketIntegration, SocketRoute } from '@/lib/queries/websocket-api';
import { routes, type Place } from '@/lib/routes';
import { DeleteRoute } from './delete-route';
import { nameOfArn } from './name-of-arn';

/** The stations of one route: what it asks of a message, what it calls, what it answers. */
export async function RouteDetails(props: {
  place: Place;
  apiId: string;
  route: SocketRoute;
  authorizerName: string | undefined;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('socketApi');
  const { place, apiId, route, refusedReason } = props;
  const isConnect = route.key === '$connect';
  const authorization = route.authorization as 'NONE';
  const models = Object.entries(route.requestModels).filter(([, name]) => name !== '');
  return (
    <>
      <DetailsSection
        title={t('request')}
        editHref={routes.webSocketApi(place, apiId, 'routes', route.id, 'edit')}
        editDisabledReason={refusedReason}
        acts={
          <DeleteRoute
            place={place}
            apiId={apiId}
            routeId={route.id}
            routeKey={route.key}
            integrationId={route.integration?.id}
            refusedReason={refusedReason}
          />
        }
        items={[
          { label: t('key'), value: <CodeText text={route.key} /> },
          {
            label: t('authorization'),
            value: isConnect
              ? t.has(`authorizations.${authorization}`)
                ? t(`authorizations.${authorization}`)
                : route.authorization
              : t('onConnect'),
            hint: isConnect && props.authorizerName,
          },
          {
            label: t('keyRequired'),
            value: isConnect ? t(route.isKeyRequired ? 'yes' : 'no') : t('onConnect'),
          },
          {
            label: t('model'),
            value: models.map(([key, name]) => `${key}: ${name}`).join(', '),
            hint: route.modelSelection && <code>{route.modelSelection}</code>,
          },
        ]}
      />
      {route.integration ? (
        <IntegrationDetails place={place} integration={route.integration} />
      ) : (
        <DetailsSection title={t('integration')} items={[{ label: t('type'), value: t('noIntegration') }]} />
      )}
      <DetailsSection
        title={t('response')}
        items={[
          {
            label: t('twoWay'),
            value: t(route.isTwoWay ? 'yes' : 'no'),
            hint: route.isTwoWay ? t('twoWayHint') : t('oneWay'),
          },
        ]}
      />
    </>
  );
}

async function IntegrationDetails({ place, integration }: { place: Place; integration: SocketIntegration }) {
  const t = await getTranslator('socketApi');
  const type = integration.type as 'AWS';
  const { functionArn, uri } = integration;
  const name = functionArn && nameOfArn(functionArn);
  const passthrough = integration.passthrough as 'NEVER';
  return (
    <>
      <DetailsSection
        title={t('integration')}
        items={[
          { label: t('type'), value: t.has(`types.${type}`) ? t(`types.${type}`) : integration.type },
          ...(functionArn && name
            ? [
                {
                  label: t('function'),
                  value: (
                    <TextLink href={routes.function(place, name.split(':')[0] ?? name)}>{name}</TextLink>
                  ),
                },
              ]
            : [
                {
                  label: integration.type === 'AWS' ? t('awsUri') : t('uri'),
                  value: uri && <CodeText text={uri} />,
                },
              ]),
          { label: t('method'), value: integration.method },
          {
            label: t('timeout'),
            value: integration.timeoutMs && `${integration.timeoutMs.toLocaleString('en-US')} ms`,
          },
          {
            label: t('credentials'),
            value: integration.credentials && <CodeText text={integration.credentials} />,
          },
          {
            label: t('passthrough'),
            value: t.has(`passthroughs.${passthrough}`) ? t(`passthroughs.${passthrough}`) : passthrough,
          },
          {
            label: t('templateSelection'),
            value: integration.templateSelection && <CodeText text={integration.templateSelection} />,
          },
        ]}
      />
      {Object.entries(integration.requestTemplates).map(([key, template]) => (
        <CodeBlock key={key} title={`${t('template')} ${key}`} text={template} wrap />
      ))}
    </>
  );
}
