import { EmptyLine } from '@/components/patterns/empty';
import { Note } from '@/components/ui/note';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import type { ProviderVersion } from '@/lib/queries/capacity-providers';
import { routes, withQuery, type Place } from '@/lib/routes';

/** The versions of functions that run on a capacity provider. */
export async function ProviderVersions(props: {
  place: Place;
  rows: readonly ProviderVersion[];
  isCut: boolean;
}) {
  const t = await getTranslator('capacity');
  const { place, rows } = props;
  if (rows.length === 0) return <EmptyLine>{t('noFunctions')}</EmptyLine>;
  return (
    <div className="flex flex-col gap-8">
      {props.isCut && <Note tone="info">{t('isCut', { count: rows.length })}</Note>}
      <Table caption={t('functions')}>
        <thead>
          <tr>
            <HeaderCell>{t('functionName')}</HeaderCell>
            <HeaderCell>{t('version')}</HeaderCell>
            <HeaderCell>{t('state')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ arn, functionName, version, state }) => (
            <Row key={arn}>
              <Cell header>
                <TextLink
                  href={withQuery(routes.functionTab(place, functionName, 'code'), {
                    // Versions that are no number are working copies, which have no address of their own here.
                    qualifier: /^\d+$/.test(version) ? version : undefined,
                  })}
                >
                  {functionName}
                </TextLink>
              </Cell>
              <Cell>{version}</Cell>
              <Cell>{state || '–'}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
