import { CodeText } from '@/components/ui/code-text';
import { Status } from '@/components/ui/status';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { getTranslator } from '@/lib/i18n/server';
import type { FunctionProxy } from '@/lib/queries/database-proxies';
import type { Place } from '@/lib/routes';
import { ProxyActs } from './proxy-acts';
import { ProxyHealth } from './proxy-health';

/** Every proxy that the function can reach: its database's health, its address, and whether the role may use it. */
export async function ProxyTable(props: {
  caption: string;
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  proxies: readonly FunctionProxy[];
  refusedReason: string | undefined;
}) {
  const t = await getTranslator('databases');
  const { place, functionName, qualifier, refusedReason } = props;
  return (
    <Table caption={props.caption}>
      <thead>
        <tr>
          <HeaderCell>{t('name')}</HeaderCell>
          <HeaderCell>{t('target')}</HeaderCell>
          <HeaderCell>{t('endpoint')}</HeaderCell>
          <HeaderCell>{t('role')}</HeaderCell>
          <HeaderCell>{t('acts')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {props.proxies.map((proxy) => (
          <Row key={proxy.name}>
            <Cell header>
              {proxy.name}
              <span className="block text-12 font-regular text-muted">
                {proxy.engine} · {proxy.status}
              </span>
            </Cell>
            <Cell>
              <ProxyHealth targets={proxy.targets} />
            </Cell>
            <Cell>
              <CodeText text={proxy.endpoint} cut="end" copyLabel={t('copyEndpoint', { name: proxy.name })} />
            </Cell>
            <Cell>
              {proxy.isConnected === undefined ? (
                <Status look="unknown">{t('unknownRole')}</Status>
              ) : (
                <Status look={proxy.isConnected ? 'success' : 'paused'}>
                  {t(proxy.isConnected ? 'connected' : 'notConnected')}
                </Status>
              )}
            </Cell>
            <Cell>
              <ProxyActs
                place={place}
                functionName={functionName}
                qualifier={qualifier}
                proxy={proxy.name}
                isConnected={proxy.isConnected === true}
                hasTarget={proxy.targets.some(({ name }) => name !== '')}
                refusedReason={refusedReason}
              />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
