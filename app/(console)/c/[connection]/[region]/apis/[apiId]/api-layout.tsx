import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { ApiActs } from '@/components/apis/api-acts';
import { ApiMissing } from '@/components/apis/api-missing';
import { apiPages } from '@/components/apis/api-menu';
import { Failure } from '@/components/patterns/failure';
import { PageHeader } from '@/components/patterns/page-header';
import { SectionMenu } from '@/components/patterns/section-menu';
import { Chip } from '@/components/ui/chip';
import { CodeText } from '@/components/ui/code-text';
import type { MenuItem } from '@/components/ui/menu';
import { Note } from '@/components/ui/note';
import type { ApiFacts, ApiProtocol } from '@/lib/domain/api';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { openApiPage, type OpenedApiPage } from '@/lib/queries/open-api-page';
import { getShell } from '@/lib/queries/shell';
import { routes } from '@/lib/routes';

export interface ApiLayoutProps {
  readonly params: Promise<{ connection: string; region: string; apiId: string }>;
  readonly children: ReactNode;
}

/** What a protocol adds to the header of its APIs. Plain data: it crosses into client components. */
export interface ApiHeaderParts {
  /** Beside the name: undeployed changes, automatic deployment. */
  readonly status?: ReactNode;
  /** Before the menu "Actions", e.g. "Deploy API". */
  readonly acts?: ReactNode;
  /** In the menu, before cloning and deleting. */
  readonly items?: readonly MenuItem[];
}

const open = (params: ApiLayoutProps['params']) => openApiPage({ params, searchParams: Promise.resolve({}) });

/** Title of the tabs of an API: "Routes · orders-api · Lambdeck". */
export async function apiMetadata(
  params: ApiLayoutProps['params'],
  protocol: ApiProtocol,
): Promise<Metadata> {
  const { place, apiId } = await open(params);
  const found = await getApi(place, apiId, protocol);
  const name = found.ok ? found.data.name : apiId;
  return { title: { default: name, template: `%s · ${name} · Lambdeck` } };
}

/**
 * Header and menu around every page of an API. `parts` is asked once the API is known, so that a protocol reads
 * what its header needs.
 */
export async function ApiLayout(
  props: ApiLayoutProps & {
    protocol: ApiProtocol;
    parts?: (opened: OpenedApiPage, api: ApiFacts) => Promise<ApiHeaderParts>;
  },
) {
  const opened = await open(props.params);
  const { place, apiId } = opened;
  const [found, shell, t] = await Promise.all([
    getApi(place, apiId, props.protocol),
    getShell(place.connectionId),
    getTranslator('apis'),
  ]);
  if (!found.ok && found.error.kind === 'not-found') return <ApiMissing place={place} id={apiId} />;
  const breadcrumbs = (last: string) => [
    { label: t('apiGateway'), href: routes.apis(place) },
    { label: t('title'), href: routes.apis(place) },
    { label: last },
  ];
  if (!found.ok) {
    return (
      <>
        <PageHeader breadcrumbs={breadcrumbs(apiId)} title={apiId} />
        <div className="p-inset">
          <Failure error={found.error} />
        </div>
      </>
    );
  }
  const api = found.data;
  const parts = (await props.parts?.(opened, api)) ?? {};
  const connection = shell.connections.find(({ id }) => id === place.connectionId);
  return (
    <>
      <PageHeader
        breadcrumbs={breadcrumbs(api.name)}
        title={api.name}
        qualifier={<ApiMarks api={api} status={parts.status} />}
        acts={
          <>
            {parts.acts}
            <ApiActs
              place={place}
              api={{ id: api.id, protocol: api.protocol, name: api.name }}
              connectionName={connection?.name ?? place.connectionId}
              items={parts.items}
              refusedReason={opened.refusedReason}
            />
          </>
        }
        below={
          api.warnings.length > 0 && (
            <Note tone="warning" title={t('header.warnings')}>
              {api.warnings.slice(0, 5).map((warning) => (
                <p key={warning}>{warning}</p>
              ))}
            </Note>
          )
        }
      />
      <div className="flex min-h-0 flex-1 flex-col desktop:flex-row">
        <SectionMenu
          label={t('header.pages')}
          sections={apiPages(place, apiId, props.protocol).map(({ page, group, href }) => ({
            id: page,
            label: t(`pages.${page}`),
            group: t(`groups.${group}`),
            href,
          }))}
        />
        <div className="flex min-w-0 flex-1 flex-col">{props.children}</div>
      </div>
    </>
  );
}

async function ApiMarks({ api, status }: { api: ApiFacts; status: ReactNode }) {
  const t = await getTranslator('apis');
  const type = api.endpointType as 'REGIONAL';
  return (
    <>
      <Chip>{t(`protocol.${api.protocol}`)}</Chip>
      {api.protocol === 'REST' && (
        <Chip>{t.has(`endpointType.${type}`) ? t(`endpointType.${type}`) : api.endpointType}</Chip>
      )}
      <CodeText text={api.id} copyLabel={t('header.copyId')} />
      {api.isAddressOff ? (
        <Chip tone="warning" tooltip={t('header.addressOffText')}>
          {t('header.addressOff')}
        </Chip>
      ) : (
        api.address && <CodeText text={api.address} cut="end" copyLabel={t('header.copyAddress')} />
      )}
      {status}
    </>
  );
}
