import type { Metadata } from 'next';
import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { requirePageUser } from '@/lib/auth/guard';
import { roleIncludes } from '@/lib/auth/user';
import { getTranslator } from '@/lib/i18n/server';
import { getFunction } from '@/lib/queries/function';
import { routes } from '@/lib/routes';

interface Props {
  readonly params: Promise<{ connection: string; region: string; functionName: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('configuration');
  return { title: t('tags.title') };
}

export default async function TagsPage({ params }: Props) {
  const { connection, region, functionName } = await params;
  const place = { connectionId: decodeURIComponent(connection), region: decodeURIComponent(region) };
  const user = await requirePageUser();
  const found = await getFunction(place, decodeURIComponent(functionName));
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
          disabledReason={roleIncludes(user.role, 'developer') ? undefined : t('roleNeeded')}
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
