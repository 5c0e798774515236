import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { Card } from '@/components/ui/card';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { LayerContents } from '@/lib/queries/layers';
import { formatBytes } from '@/lib/shared/bytes';
import type { Result } from '@/lib/shared/result';

/** Rows that are drawn; an archive of a package manager has thousands. */
const shownMax = 200;

/** What is in the archive of a version. */
export async function LayerContentsCard(props: { contents: Result<LayerContents, ConsoleError> }) {
  const t = await getTranslator('layers');
  const { contents } = props;
  const title = t('contents.title');
  if (!contents.ok || contents.data.isUnknown) {
    return (
      <Card title={title}>
        {contents.ok ? (
          <EmptyLine>{t('contents.unknown')}</EmptyLine>
        ) : (
          <Failure error={contents.error} compact />
        )}
      </Card>
    );
  }
  const { entries, total } = contents.data;
  const shown = entries.slice(0, shownMax);
  return (
    <Card
      title={title}
      meta={`(${total})`}
      flush
      acts={<span className="text-12 text-muted">{t('contents.under')}</span>}
    >
      <Table caption={title}>
        <thead>
          <tr>
            <HeaderCell>{t('contents.path')}</HeaderCell>
            <HeaderCell align="end">{t('contents.size')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {shown.map((entry) => (
            <Row key={entry.path}>
              <Cell header>
                <code className="text-13 wrap-anywhere">{entry.path}</code>
              </Cell>
              <Cell align="end" muted>
                {entry.path.endsWith('/') ? '–' : formatBytes(entry.size)}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {total > shown.length && (
        <p className="border-t border-edge p-16 text-12 text-muted">
          {t('contents.more', { shown: shown.length, total })}
        </p>
      )}
    </Card>
  );
}
