import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import { hasApiMappings, type ApiMapping, type DomainName } from '@/lib/domain/domain-name';
import { getTranslator } from '@/lib/i18n/server';
import { routes, withQuery, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { RemoveMapping } from './domain-acts';

/** Where the paths of a domain lead. */
export async function MappingTable(props: {
  place: Place;
  domain: DomainName;
  mappings: Result<readonly ApiMapping[], ConsoleError>;
  /** Names of APIs by id. */
  apiNames: ReadonlyMap<string, string>;
  refusedReason: string | undefined;
}) {
  const { place, domain, mappings, refusedReason } = props;
  const [t, words] = await Promise.all([getTranslator('domainNames'), getTranslator('things')]);
  const rows = mappings.ok ? mappings.data : [];
  const href = (path: string | undefined) =>
    withQuery(
      routes.domainNames(place, domain.id, 'mapping'),
      path === undefined ? {} : { of: path || '(none)' },
    );
  return (
    <Card
      title={t('mappings')}
      meta={rows.length > 0 && `(${rows.length})`}
      flush={rows.length > 0}
      acts={
        <ButtonLink size="small" href={href(undefined)} disabledReason={refusedReason}>
          {t('addMapping')}
        </ButtonLink>
      }
    >
      {!mappings.ok && <Failure error={mappings.error} />}
      {mappings.ok && rows.length === 0 && <EmptyLine>{t('noMappings')}</EmptyLine>}
      {rows.length > 0 && (
        <Table caption={t('mappings')}>
          <thead>
            <tr>
              <HeaderCell>{t('path')}</HeaderCell>
              <HeaderCell>{t('api')}</HeaderCell>
              <HeaderCell>{t('stage')}</HeaderCell>
              <HeaderCell align="end">
                <span className="sr-only">{words('actions')}</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((mapping) => (
              <Row key={mapping.path}>
                <Cell header>
                  <code className="text-12">{mapping.path || t('allPaths')}</code>
                </Cell>
                <Cell>
                  <TextLink href={routes.gatewayApi(place, mapping.apiId)}>
                    {props.apiNames.get(mapping.apiId) ?? mapping.apiId}
                  </TextLink>
                </Cell>
                <Cell>{mapping.stage || t('noStage')}</Cell>
                <Cell align="end">
                  <span className="inline-flex gap-8">
                    <ButtonLink size="small" href={href(mapping.path)} disabledReason={refusedReason}>
                      {words('edit')}
                    </ButtonLink>
                    <RemoveMapping
                      place={place}
                      domainName={domain.id}
                      mapping={mapping}
                      isEdge={!hasApiMappings(domain)}
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
  );
}
