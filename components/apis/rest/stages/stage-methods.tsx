import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { CodeText } from '@/components/ui/code-text';
import { Cell, HeaderCell, Row, Table } from '@/components/ui/table';
import { stageAddress } from '@/lib/domain/api';
import type { ConsoleError } from '@/lib/domain/console-error';
import { settingsKey } from '@/lib/domain/rest-api/stage';
import { getTranslator } from '@/lib/i18n/server';
import type { DeployedMethod } from '@/lib/queries/rest-stages';
import type { Result } from '@/lib/shared/result';
import { stageFormHref } from '../stage-hrefs';
import { VerbText } from '../verb-text';
import type { StageViewProps } from './stage-view';

/** More rows than anybody reads; the rest is counted. */
const shownMax = 300;

/** The methods that the stage serves, each with its address and whether it has settings of its own. */
export async function StageMethods({
  methods: found,
  ...props
}: StageViewProps & { methods: Result<readonly DeployedMethod[], ConsoleError> }) {
  const t = await getTranslator('restStages');
  const common = await getTranslator('ui');
  const { target, stage, address } = props;
  const title = t('overrides');
  if (!found.ok) {
    return (
      <Card title={title}>
        <Failure error={found.error} compact />
      </Card>
    );
  }
  const methods = found.data;
  if (methods.length === 0) {
    return (
      <Card title={title}>
        <EmptyLine>{t('noMethods')}</EmptyLine>
      </Card>
    );
  }
  return (
    <Card title={title} meta={`(${methods.length})`} flush>
      <p className="px-16 pt-12 text-12 text-muted">{t('overridesHint')}</p>
      <Table caption={title}>
        <thead>
          <tr>
            <HeaderCell>{t('method')}</HeaderCell>
            <HeaderCell>
              <span className="max-tablet:sr-only">{t('invokeUrl')}</span>
            </HeaderCell>
            <HeaderCell>{t('settings')}</HeaderCell>
            <HeaderCell align="end">
              <span className="sr-only">{t('acts')}</span>
            </HeaderCell>
          </tr>
        </thead>
        <tbody>
          {methods.slice(0, shownMax).map(({ path, verb }) => {
            const key = settingsKey(path, verb);
            const isOwn = stage.settings[key] !== undefined;
            return (
              <Row key={key}>
                <Cell header>
                  <span className="flex flex-wrap items-center gap-8">
                    <VerbText verb={verb} />
                    <span className="font-mono text-13 wrap-anywhere">{path}</span>
                  </span>
                </Cell>
                <Cell>
                  <span className="max-tablet:hidden">
                    {address && (
                      <CodeText
                        text={`${stageAddress(address, stage.name)}${path === '/' ? '' : path}`}
                        copyLabel={t('copyUrl')}
                      />
                    )}
                  </span>
                </Cell>
                <Cell muted={!isOwn}>{t(isOwn ? 'overridden' : 'inherit')}</Cell>
                <Cell align="end">
                  <ButtonLink
                    size="small"
                    href={stageFormHref(target, stage.name, 'override', { key })}
                    disabledReason={props.refusedReason}
                  >
                    <span className="sr-only">{t('editOverride', { verb, path })}</span>
                    <span aria-hidden>{common('edit')}</span>
                  </ButtonLink>
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
      {methods.length > shownMax && (
        <p className="p-16 text-muted">{t('moreMethods', { count: methods.length - shownMax })}</p>
      )}
    </Card>
  );
}
