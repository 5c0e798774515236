import { Failure } from '@/components/patterns/failure';
import { LookAgain } from '@/components/patterns/look-again';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Status, type StatusLook } from '@/components/ui/status';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { ProvisionedRow } from '@/lib/queries/provisioned';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { RemoveProvisioned } from './remove-provisioned';

const looks: Readonly<Record<string, StatusLook>> = {
  IN_PROGRESS: 'progress',
  READY: 'success',
  FAILED: 'danger',
};

/** The state of provisioned concurrency in words, and why it failed. */
export async function ProvisionedStatus({ row }: { row: ProvisionedRow }) {
  const t = await getTranslator('scaling');
  const { status, reason } = row;
  const isKnown = status === 'IN_PROGRESS' || status === 'READY' || status === 'FAILED';
  return (
    <>
      <Status look={looks[status] ?? 'unknown'}>{isKnown ? t(`provisioned.${status}`) : status}</Status>
      {reason && <span className="block text-12 wrap-anywhere text-muted">{reason}</span>}
    </>
  );
}

/** Which versions and aliases have environments kept ready, and how far that has come. */
export async function ProvisionedCard(props: {
  place: Place;
  functionName: string;
  provisioned: Result<readonly ProvisionedRow[], ConsoleError>;
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('scaling');
  const { place, functionName, provisioned, refusedReason } = props;
  const rows = provisioned.ok ? provisioned.data : [];
  const title = t('provisioned.title');
  return (
    <Card
      title={title}
      meta={provisioned.ok ? `(${rows.length})` : undefined}
      flush={rows.length > 0}
      acts={
        <ButtonLink
          size="small"
          href={routes.provisioned(place, functionName)}
          disabledReason={refusedReason}
        >
          {t('provisioned.add')}
        </ButtonLink>
      }
    >
      {!provisioned.ok && <Failure error={provisioned.error} compact />}
      {provisioned.ok && rows.length === 0 && <EmptyLine>{t('provisioned.none')}</EmptyLine>}
      <LookAgain isChanging={rows.some(({ status }) => status === 'IN_PROGRESS')} />
      {rows.length > 0 && (
        <Table caption={title}>
          <thead>
            <tr>
              <HeaderCell>{t('provisioned.qualifier')}</HeaderCell>
              <HeaderCell>{t('provisioned.type')}</HeaderCell>
              <HeaderCell align="end">{t('provisioned.requested')}</HeaderCell>
              <HeaderCell align="end">{t('provisioned.available')}</HeaderCell>
              <HeaderCell>{t('provisioned.status')}</HeaderCell>
              <HeaderCell align="end">
                <span className="sr-only">{t('provisioned.acts')}</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.qualifier}>
                <Cell header>
                  <span className="font-medium">{row.qualifier}</span>
                </Cell>
                <Cell muted>
                  {t(/^\d+$/.test(row.qualifier) ? 'provisioned.version' : 'provisioned.alias')}
                </Cell>
                <Cell align="end">{row.requested}</Cell>
                <Cell align="end">
                  {t('provisioned.availableOf', { available: row.available, allocated: row.allocated })}
                </Cell>
                <Cell>
                  <ProvisionedStatus row={row} />
                </Cell>
                <Cell align="end">
                  <span className="inline-flex gap-8">
                    <ButtonLink
                      size="small"
                      href={routes.provisioned(place, functionName, { qualifier: row.qualifier })}
                      disabledReason={refusedReason}
                    >
                      {t('provisioned.edit')}
                    </ButtonLink>
                    <RemoveProvisioned
                      place={place}
                      functionName={functionName}
                      qualifier={row.qualifier}
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
