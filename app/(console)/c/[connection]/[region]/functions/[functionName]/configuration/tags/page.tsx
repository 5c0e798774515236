import type { Metadata } from 'next';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { openFunctionPage, type FunctionPageProps } from '@/lib/queries/open-function-page';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('tags.title') };
}

export default async function TagsPage(props: FunctionPageProps) {
  const { place, functionName, mayChange } = await openFunctionPage(props);
  const found = await getFunction(place, functionName);
  if (!found.ok) return null; // The layout has said why.

  const { name, tags } = found.data;
  const t = await getTranslator('configuration');
  const entries = Object.entries(tags).sort(([a], [b]) => a.localeCompare(b));
  return (
    <Card
      title={t('tags.title')}
      meta={`(${entries.length})`}
      flush={entries.length > 0}
      acts={
        <ButtonLink
          href={routes.editConfiguration(place, name, 'tags')}
          size="small"
          shortcut="edit"
          disabledReason={mayChange ? undefined : t('roleNeeded')}
        >
          {t('tags.manage')}
        </ButtonLink>
      }
    >
      {entries.length === 0 ? (
        <EmptyLine>{t('tags.none')}</EmptyLine>
      ) : (
        <Table caption={t('tags.title')}>
          <thead>
            <tr>
              <HeaderCell>{t('key')}</HeaderCell>
              <HeaderCell>{t('value')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {entries.map(([key, value]) => (
              <Row key={key}>
                <Cell header>
                  <span className="font-medium wrap-anywhere">{key}</span>
                </Cell>
                <Cell>
                  <span className="wrap-anywhere">{value || <span className="text-muted">–</span>}</span>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
