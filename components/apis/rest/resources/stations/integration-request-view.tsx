import { EmptyLine } from '@/components/patterns/empty';
import { CodeBlock } from '@/components/patterns/code-block';
import { DetailsSection, type Detail } from '@/components/patterns/details-section';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { TextLink } from '@/components/ui/text-link';
import { backendOf } from '@/lib/domain/rest-api/backend';
import type { RestIntegration, RestMethod, Texts } from '@/lib/domain/rest-api/method';
import { getTranslator } from '@/lib/i18n/server';
import { routes, type Place } from '@/lib/routes';
import { resourceFormHref, type RestTarget } from '../../rest-hrefs';
import { integrationWord } from '../tree-rows';
import { TextTable } from './text-table';

type Words = Awaited<ReturnType<typeof getTranslator<'restApis'>>>;

/** What is called, how the request is mapped, and what of it the cache tells apart. */
export async function IntegrationRequestView(props: {
  target: RestTarget;
  resourceId: string;
  method: RestMethod;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('restApis');
  const { integration } = props.method;
  const edit = {
    editHref: resourceFormHref(props.target, 'integration-request', {
      resource: props.resourceId,
      method: props.method.httpMethod,
    }),
    editDisabledReason: props.refusedReason,
  };
  const title = t('station.integration-request');
  if (integration === null) {
    return (
      <DetailsSection
        {...edit}
        title={title}
        items={[{ label: t('integration.type'), value: t('method.noIntegration'), wide: true }]}
      />
    );
  }
  return (
    <>
      <DetailsSection {...edit} title={title} items={itemsOf(integration, props.target.place, t)} />
      <TextTable
        title={t('integration.parameters')}
        headers={[t('integration.to'), t('integration.from')]}
        rows={Object.entries(integration.parameters)}
        emptyText={t('integration.noParameters')}
        mono={[0, 1]}
      />
      <TemplatesCard templates={integration.templates} />
    </>
  );
}

function itemsOf(integration: RestIntegration, place: Place, t: Words): readonly Detail[] {
  const { kind, name, detail } = backendOf(integration);
  const isMock = kind === 'mock';
  const target: readonly Detail[] =
    kind === 'lambda'
      ? [
          {
            label: t('integration.function'),
            value: name.includes('${') ? (
              name
            ) : (
              <TextLink href={routes.function(place, name)}>{name}</TextLink>
            ),
          },
          { label: t('integration.version'), value: detail },
        ]
      : isMock
        ? []
        : [
            {
              label: t(kind === 'aws' ? 'integration.serviceUri' : 'integration.uri'),
              value: <CodeText text={integration.uri} copyLabel={t('integration.copyUri')} />,
              wide: true,
            },
            { label: t('integration.httpMethod'), value: integration.httpMethod },
          ];
  return [
    { label: t('integration.type'), value: t(`integration.types.${integrationWord(integration)}`) },
    ...target,
    ...(kind === 'vpc' ? [{ label: t('integration.vpcLink'), value: integration.connectionId }] : []),
    ...(isMock
      ? []
      : [
          { label: t('integration.role'), value: integration.credentials },
          {
            label: t('integration.timeout'),
            value: t('integration.ms', { value: integration.timeoutMs.toLocaleString('en-US') }),
          },
        ]),
    { label: t('integration.passthrough'), value: integration.passthroughBehavior },
    {
      label: t('integration.contentHandling'),
      value: integration.contentHandling || t('integration.passThrough'),
    },
    ...(integration.transferMode === 'BUFFERED'
      ? []
      : [{ label: t('integration.transferMode'), value: integration.transferMode }]),
    { label: t('integration.cache'), value: integration.cacheKeys.join(', ') },
    { label: t('integration.namespace'), value: integration.cacheNamespace },
  ];
}

/** Mapping templates by content type. */
export async function TemplatesCard({ templates }: { templates: Texts }) {
  const t = await getTranslator('restApis');
  const entries = Object.entries(templates);
  return (
    <Card title={t('integration.templates')} meta={`(${entries.length})`}>
      {entries.length === 0 ? (
        <EmptyLine>{t('integration.noTemplates')}</EmptyLine>
      ) : (
        <div className="flex flex-col gap-12">
          {entries.map(([contentType, text]) => (
            <CodeBlock
              key={contentType}
              title={contentType}
              text={text === '' ? `## ${t('integration.emptyTemplate')}` : text}
            />
          ))}
        </div>
      )}
    </Card>
  );
}
