import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { JsonText } from '@/components/patterns/json-text';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { LayerPolicy } from '@/lib/queries/layers';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { UnshareLayer } from './unshare-layer';

/** Who else may use a version of a layer. */
export async function LayerPermissions(props: {
  place: Place;
  layer: string;
  version: number;
  policy: Result<LayerPolicy | null, ConsoleError>;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('layers');
  const { place, layer, version, policy, refusedReason } = props;
  const statements = policy.ok ? (policy.data?.statements ?? []) : [];
  return (
    <Card
      title={t('share.title')}
      meta={policy.ok ? `(${statements.length})` : undefined}
      flush={statements.length > 0}
      acts={
        <ButtonLink
          size="small"
          href={routes.shareLayer(place, layer, version)}
          disabledReason={refusedReason}
        >
          {t('share.add')}
        </ButtonLink>
      }
    >
      {!policy.ok && <Failure error={policy.error} compact />}
      {policy.ok && statements.length === 0 && <EmptyLine>{t('share.none')}</EmptyLine>}
      {statements.length > 0 && (
        <Table caption={t('share.title')}>
          <thead>
            <tr>
              <HeaderCell>{t('share.statementId')}</HeaderCell>
              <HeaderCell>{t('share.principal')}</HeaderCell>
              <HeaderCell>{t('share.conditions')}</HeaderCell>
              <HeaderCell align="end">
                <span className="sr-only">{t('actions')}</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {statements.map((statement, index) => (
              <Row key={statement.id ?? index}>
                <Cell header>{statement.id ?? '–'}</Cell>
                <Cell>
                  <code className="text-12 wrap-anywhere">{statement.principal}</code>
                </Cell>
                <Cell muted>
                  <code className="text-12 wrap-anywhere">{statement.conditions.join('; ') || '–'}</code>
                </Cell>
                <Cell align="end">
                  <UnshareLayer
                    place={place}
                    layer={layer}
                    version={version}
                    statementId={statement.id ?? ''}
                    revisionId={policy.ok ? policy.data?.revisionId : undefined}
                    refusedReason={refusedReason}
                  />
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {policy.ok && policy.data !== null && (
        <div className="border-t border-edge p-16">
          <Disclosure summary={t('share.view')}>
            <JsonText text={policy.data.text} copyLabel={t('share.copy')} />
          </Disclosure>
        </div>
      )}
    </Card>
  );
}
