import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { DomainName } from '@/lib/domain/domain-name';
import { headerLine, type RoutingRule } from '@/lib/domain/routing-rule';
import { getTranslator } from '@/lib/i18n/server';
import { routes, withQuery, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { RemoveRule } from './remove-rule';

/** What leads requests of a domain before its mappings do, in order. */
export async function RuleTable(props: {
  place: Place;
  domain: DomainName;
  rules: Result<readonly RoutingRule[], ConsoleError>;
  /** Names of APIs by id. */
  apiNames: ReadonlyMap<string, string>;
  refusedReason: string | undefined;
}) {
  const { place, domain, rules, refusedReason } = props;
  const [t, words, domains] = await Promise.all([
    getTranslator('routingRules'),
    getTranslator('things'),
    getTranslator('domainNames'),
  ]);
  const rows = rules.ok ? rules.data : [];
  const isUnsupported = !rules.ok && rules.error.kind === 'unsupported';
  const href = (id?: string) =>
    withQuery(routes.domainNames(place, domain.id, 'routing-rule'), id === undefined ? {} : { of: id });
  const isIdle = rows.length > 0 && domain.routingMode === 'BASE_PATH_MAPPING_ONLY';
  return (
    <Card
      title={t('title')}
      meta={rows.length > 0 && `(${rows.length})`}
      flush={rows.length > 0}
      acts={
        rules.ok && (
          <ButtonLink size="small" href={href()} disabledReason={refusedReason}>
            {t('create')}
          </ButtonLink>
        )
      }
    >
      {isUnsupported && <EmptyLine>{t('unsupported')}</EmptyLine>}
      {!rules.ok && !isUnsupported && <Failure error={rules.error} />}
      {rules.ok && rows.length === 0 && <EmptyLine>{t('none')}</EmptyLine>}
      {isIdle && (
        <div className="p-12">
          <Note tone="warning">{t('idle', { mode: domains('routingModes.BASE_PATH_MAPPING_ONLY') })}</Note>
        </div>
      )}
      {rows.length > 0 && (
        <Table caption={t('title')}>
          <thead>
            <tr>
              <HeaderCell>{t('priority')}</HeaderCell>
              <HeaderCell>{t('conditions')}</HeaderCell>
              <HeaderCell>{t('target')}</HeaderCell>
              <HeaderCell align="end">
                <span className="sr-only">{words('actions')}</span>
              </HeaderCell>
            </tr>
          </thead>
          <tbody>
            {rows.map((rule) => (
              <Row key={rule.id}>
                <Cell header>{rule.priority.toLocaleString('en-US')}</Cell>
                <Cell>
                  <Conditions
                    rule={rule}
                    none={t('always')}
                    pathWord={t('pathOf')}
                    stripped={t('stripped')}
                  />
                </Cell>
                <Cell>
                  <TextLink href={routes.gatewayApi(place, rule.apiId)}>
                    {props.apiNames.get(rule.apiId) ?? rule.apiId}
                  </TextLink>{' '}
                  · {rule.stage}
                </Cell>
                <Cell align="end">
                  <span className="inline-flex gap-8">
                    <ButtonLink size="small" href={href(rule.id)} disabledReason={refusedReason}>
                      {words('edit')}
                    </ButtonLink>
                    <RemoveRule
                      place={place}
                      domainName={domain.id}
                      id={rule.id}
                      priority={rule.priority}
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

function Conditions(props: { rule: RoutingRule; none: string; pathWord: string; stripped: string }) {
  const { headers, basePaths, stripBasePath } = props.rule;
  if (headers.length + basePaths.length === 0) return <span className="text-muted">{props.none}</span>;
  return (
    <ul className="flex flex-col gap-2">
      {headers.map((anyOf, index) => (
        <li key={index}>
          <code className="text-12 break-all">{headerLine(anyOf)}</code>
        </li>
      ))}
      {basePaths.length > 0 && (
        <li>
          {props.pathWord} <code className="text-12 break-all">{basePaths.join(' || ')}</code>
          {stripBasePath && <span className="text-12 text-muted"> {props.stripped}</span>}
        </li>
      )}
    </ul>
  );
}
