import { EmptyLine } from '@/components/patterns/empty';
import { Failure } from '@/components/patterns/failure';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Note } from '@/components/ui/note';
import { HeaderCell, StackedCell, StackedHead, StackedRow, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import { getTranslator } from '@/lib/i18n/server';
import type { KeyUsage, PlanKey, UsagePlanView } from '@/lib/queries/usage-plans';
import { routes, type Place } from '@/lib/routes';
import type { Result } from '@/lib/shared/result';
import { ExtendUsage } from './extend-usage';
import { RemoveKey } from './plan-acts';

const shownMax = 200;

/** The keys of a plan, what they used and what they have left. */
export async function PlanKeys(props: {
  place: Place;
  plan: UsagePlanView;
  keys: Result<{ rows: readonly PlanKey[]; isCut: boolean }, ConsoleError>;
  usage: Result<readonly KeyUsage[], ConsoleError>;
  refusedReason: string | undefined;
}) {
  const { place, plan, keys, usage, refusedReason } = props;
  const [t, words] = await Promise.all([getTranslator('usagePlans'), getTranslator('things')]);
  const rows = keys.ok ? keys.data.rows : [];
  const shown = rows.slice(0, shownMax);
  const usageOf = new Map(usage.ok ? usage.data.map((one) => [one.keyId, one]) : []);
  const figure = (value: number | undefined) => value?.toLocaleString('en-US') ?? '–';
  return (
    <Card
      title={t('keys')}
      meta={
        rows.length > 0 && `(${rows.length.toLocaleString('en-US')}${keys.ok && keys.data.isCut ? '+' : ''})`
      }
      flush={rows.length > 0}
      acts={
        <ButtonLink
          size="small"
          href={routes.usagePlans(place, plan.id, 'add-key')}
          disabledReason={refusedReason}
        >
          {t('addKey')}
        </ButtonLink>
      }
    >
      {!keys.ok && <Failure error={keys.error} compact />}
      {keys.ok && rows.length === 0 && <EmptyLine>{t('noKeys')}</EmptyLine>}
      {!usage.ok && (
        <div className="p-16">
          <Failure error={usage.error} title={t('usageMissing')} compact />
        </div>
      )}
      {rows.length > 0 && (
        <Table caption={t('keys')}>
          <StackedHead>
            <tr>
              <HeaderCell>{t('key')}</HeaderCell>
              <HeaderCell align="end">{t('usedToday')}</HeaderCell>
              <HeaderCell align="end">{t('used')}</HeaderCell>
              <HeaderCell align="end">{t('remaining')}</HeaderCell>
              <HeaderCell align="end">
                <span className="sr-only">{words('actions')}</span>
              </HeaderCell>
            </tr>
          </StackedHead>
          <tbody>
            {shown.map(({ id, name }) => {
              const one = usageOf.get(id);
              return (
                <StackedRow key={id}>
                  <StackedCell header>
                    <TextLink strong href={routes.apiKeys(place, id)}>
                      {name || id}
                    </TextLink>
                  </StackedCell>
                  <StackedCell align="end" word={t('usedToday')}>
                    {figure(one?.usedToday)}
                  </StackedCell>
                  <StackedCell align="end" word={t('used')}>
                    {figure(one?.used)}
                  </StackedCell>
                  <StackedCell align="end" word={t('remaining')}>
                    {figure(one?.remaining)}
                  </StackedCell>
                  <StackedCell align="end">
                    <span className="flex justify-end gap-8">
                      {plan.quota && (
                        <ExtendUsage
                          place={place}
                          planId={plan.id}
                          keyId={id}
                          name={name || id}
                          remaining={one?.remaining ?? plan.quota.limit}
                          refusedReason={refusedReason}
                        />
                      )}
                      <RemoveKey
                        place={place}
                        planId={plan.id}
                        keyId={id}
                        name={name || id}
                        refusedReason={refusedReason}
                      />
                    </span>
                  </StackedCell>
                </StackedRow>
              );
            })}
          </tbody>
        </Table>
      )}
      {rows.length > shown.length && (
        <div className="p-16">
          <Note tone="info">{words('cutList', { shown: shown.length, count: rows.length })}</Note>
        </div>
      )}
    </Card>
  );
}
