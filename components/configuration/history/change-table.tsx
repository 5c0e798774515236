import { ButtonLink } from '@/components/ui/button-link';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { restorationOf, type HistoryEntry, type HistoryValue } from '@/lib/domain/configuration-history';
import type { messages } from '@/lib/i18n/messages/index';
import { getTranslator } from '@/lib/i18n/server';
import type { ConfigurationHistory } from '@/lib/queries/configuration-history';
import { routes, withQuery, type Place } from '@/lib/routes';

type FieldName = keyof (typeof messages)['history']['fields'];

/** The fields of one entry before and after, with the way back to each former value. */
export async function ChangeTable(props: {
  place: Place;
  functionName: string;
  title: string;
  entry: HistoryEntry;
  history: ConfigurationHistory;
  refusedReason: string | undefined;
}) {
  const { place, functionName, entry, history } = props;
  const t = await getTranslator('history');
  const labelOf = (field: string) =>
    t.has(`fields.${field as FieldName}`) ? t(`fields.${field as FieldName}`) : field;
  const words = (field: string, value: HistoryValue | undefined) =>
    value === undefined
      ? field === 'variables'
        ? t('hidden')
        : t('unknown')
      : value === '' || value === null
        ? t('empty')
        : String(value);
  return (
    <Table caption={props.title}>
      <thead>
        <tr>
          <HeaderCell>{t('field')}</HeaderCell>
          <HeaderCell>{t('from')}</HeaderCell>
          <HeaderCell>{t('to')}</HeaderCell>
          <HeaderCell align="end">
            <span className="sr-only">{t('restore')}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {entry.changes.map((change) => {
          const restoration = restorationOf(change, entry.changes, history.now);
          const isNow = change.from !== undefined && change.from === history.now[change.field];
          return (
            <Row key={change.field}>
              <Cell header>{labelOf(change.field)}</Cell>
              <Cell muted={change.from === undefined}>
                <span className="wrap-anywhere">{words(change.field, change.from)}</span>
              </Cell>
              <Cell muted={change.to === undefined}>
                <span className="wrap-anywhere">{words(change.field, change.to)}</span>
              </Cell>
              <Cell align="end">
                {restoration ? (
                  <ButtonLink
                    size="small"
                    href={withQuery(
                      routes.editConfiguration(place, functionName, restoration.section),
                      restoration.values,
                    )}
                    disabledReason={props.refusedReason}
                  >
                    {t('restore')}
                    <span className="sr-only">
                      {' '}
                      {labelOf(change.field)} {words(change.field, change.from)}
                    </span>
                  </ButtonLink>
                ) : (
                  isNow && <span className="text-12 text-muted">{t('isNow')}</span>
                )}
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
