import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { RemoveAuthorizer } from '@/components/apis/http/pages/remove-part';
import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import { getApi } from '@/lib/queries/api';
import { getHttpParts } from '@/lib/queries/http-parts';
import { openApiPage, type ApiPageProps } from '@/lib/queries/open-api-page';
import { routes, withQuery } from '@/lib/routes';

/** Routes shown with who may call them; the routes page has the rest. */
const shownMax = 200;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('httpPages');
  return { title: t('authorization.title') };
}

export default async function AuthorizationPage(props: ApiPageProps) {
  const { place, apiId, refusedReason } = await openApiPage(props);
  const [found, api, t, words] = await Promise.all([
    getHttpParts(place, apiId),
    getApi(place, apiId, 'HTTP'),
    getTranslator('httpPages'),
    getTranslator('httpApis'),
  ]);
  if (!found.ok) {
    return (
      <div className="p-inset">
        <Failure error={found.error} title={t('notRead')} />
      </div>
    );
  }
  const { authorizers, routes: all } = found.data;
  const apiName = api.ok ? api.data.name : apiId;
  const nameOf = (id: string | undefined) => authorizers.find((one) => one.id === id)?.name;
  return (
    <div className="flex flex-col gap-section px-inset py-16">
      <Card
        title={t('authorization.authorizers')}
        flush
        acts={
          <ButtonLink
            variant="primary"
            href={routes.httpApi(place, apiId, 'authorization', 'create')}
            icon={<Plus aria-hidden size={16} strokeWidth={1.75} />}
            disabledReason={refusedReason}
            shortcut="create"
          >
            {t('authorization.create')}
          </ButtonLink>
        }
      >
        {authorizers.length === 0 ? (
          <div className="p-16">
            <EmptyLine>{t('authorization.none')}</EmptyLine>
          </div>
        ) : (
          <Table caption={t('authorization.authorizers')}>
            <thead>
              <tr>
                <HeaderCell>{t('authorization.name')}</HeaderCell>
                <HeaderCell>{t('authorization.type')}</HeaderCell>
                <HeaderCell>{t('authorization.by')}</HeaderCell>
                <HeaderCell>{t('authorization.source')}</HeaderCell>
                <HeaderCell>
                  <span className="sr-only">{t('actions')}</span>
                </HeaderCell>
              </tr>
            </thead>
            <tbody>
              {authorizers.map((one) => (
                <Row key={one.id} id={one.id}>
                  <Cell header>
                    <span className="font-medium">{one.name}</span>
                  </Cell>
                  <Cell>{words(one.type === 'JWT' ? 'authorization.JWT' : 'authorization.CUSTOM')}</Cell>
                  <Cell>
                    <span className="wrap-anywhere">{one.issuer || one.functionArn || '–'}</span>
                  </Cell>
                  <Cell>
                    <span className="font-mono text-12 wrap-anywhere">
                      {one.identitySources.join(', ') || '–'}
                    </span>
                  </Cell>
                  <Cell align="end">
                    <span className="inline-flex gap-8">
                      <ButtonLink
                        size="small"
                        href={routes.httpApi(place, apiId, 'authorization', one.id, 'edit')}
                        disabledReason={refusedReason}
                      >
                        {t('edit')}
                      </ButtonLink>
                      <RemoveAuthorizer
                        place={place}
                        apiId={apiId}
                        apiName={apiName}
                        id={one.id}
                        name={one.name}
                        refusedReason={refusedReason}
                      />
                    </span>
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
      {all.length > 0 && (
        <Card title={t('authorization.routes')} flush>
          <Table caption={t('authorization.routes')}>
            <thead>
              <tr>
                <HeaderCell>{t('authorization.route')}</HeaderCell>
                <HeaderCell>{t('authorization.how')}</HeaderCell>
              </tr>
            </thead>
            <tbody>
              {all.slice(0, shownMax).map((route) => {
                const key = `authorization.${route.authorizationType}` as 'authorization.NONE';
                return (
                  <Row key={route.id}>
                    <Cell header>
                      <TextLink href={withQuery(routes.httpApi(place, apiId, 'routes'), { route: route.id })}>
                        <span className="font-mono text-13 wrap-anywhere">{route.key}</span>
                      </TextLink>
                    </Cell>
                    <Cell muted={route.authorizationType === 'NONE'}>
                      {words.has(key) ? words(key) : route.authorizationType}
                      {nameOf(route.authorizerId) && ` · ${nameOf(route.authorizerId)}`}
                    </Cell>
                  </Row>
                );
              })}
            </tbody>
          </Table>
        </Card>
      )}
    </div>
  );
}
