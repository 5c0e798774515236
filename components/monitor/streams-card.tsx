import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import type { LogStreams } from '@/lib/queries/logs';
import { routes, withQuery, type Place } from '@/lib/routes';
import { formatBytes } from '@/lib/shared/bytes';

/** The streams of a function's log group, the last written first. */
export async function StreamsCard(props: { place: Place; functionName: string; data: LogStreams }) {
  const t = await getTranslator('monitor');
  const { place, functionName, data } = props;
  const at = (ms: number | undefined) =>
    ms === undefined ? (
      <span className="text-muted">–</span>
    ) : (
      <RelativeTime at={new Date(ms).toISOString()} />
    );
  return (
    <Card
      title={t('streams')}
      meta={<CodeText text={data.logGroup} cut="start" copyLabel={t('copyGroup')} />}
      flush
    >
      <Table caption={t('streams')}>
        <thead>
          <tr>
            <HeaderCell>{t('stream')}</HeaderCell>
            <HeaderCell>{t('lastEvent')}</HeaderCell>
            <HeaderCell>{t('firstEvent')}</HeaderCell>
            <HeaderCell align="end">{t('size')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {data.streams.map((stream) => (
            <Row key={stream.name}>
              <Cell header>
                <TextLink href={routes.logStream(place, functionName, stream.name)} strong>
                  <span className="font-mono text-13 whitespace-nowrap">{stream.name}</span>
                </TextLink>
              </Cell>
              <Cell>{at(stream.lastEventMs)}</Cell>
              <Cell muted>{at(stream.firstEventMs)}</Cell>
              <Cell align="end" muted>
                {/* AWS stopped counting bytes of streams in 2019 and says 0: that is no size. */}
                {stream.storedBytes ? formatBytes(stream.storedBytes) : '–'}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {data.nextToken && (
        <div className="border-t border-edge px-16 py-8">
          <ButtonLink
            size="small"
            href={withQuery(routes.functionTab(place, functionName, 'monitor'), { after: data.nextToken })}
          >
            {t('moreStreams')}
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}
