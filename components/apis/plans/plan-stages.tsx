import { EmptyLine } from '@/components/patterns/empty';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { HeaderCell, StackedCell, StackedHead, StackedRow, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { getTranslator } from '@/lib/i18n/server';
import type { UsagePlanView } from '@/lib/queries/usage-plans';
import { routes, withQuery, type Place } from '@/lib/routes';
import { RemoveStage } from './plan-acts';

/** The stages that keys of a plan open. */
export async function PlanStages(props: {
  place: Place;
  plan: UsagePlanView;
  /** Names of APIs by id. */
  apiNames: ReadonlyMap<string, string>;
  refusedReason: string | undefined;
}) {
  const { place, plan, refusedReason } = props;
  const [t, words] = await Promise.all([getTranslator('usagePlans'), getTranslator('things')]);
  return (
    <Card
      title={t('stages')}
      meta={plan.stages.length > 0 && `(${plan.stages.length})`}
      flush={plan.stages.length > 0}
      acts={
        <ButtonLink
          size="small"
          href={routes.usagePlans(place, plan.id, 'add-stage')}
          disabledReason={refusedReason}
        >
          {t('addStage')}
        </ButtonLink>
      }
    >
      {plan.stages.length === 0 ? (
        <EmptyLine>{t('noStages')}</EmptyLine>
      ) : (
        <Table caption={t('stages')}>
          <StackedHead>
            <tr>
              <HeaderCell>{t('api')}</HeaderCell>
              <HeaderCell>{t('stage')}</HeaderCell>
              <HeaderCell>{t('methods')}</HeaderCell>
              <HeaderCell align="end">
                <span className="sr-only">{words('actions')}</span>
              </HeaderCell>
            </tr>
          </StackedHead>
          <tbody>
            {plan.stages.map(({ apiId, stage, throttles }) => (
              <StackedRow key={`${apiId}:${stage}`}>
                <StackedCell header>
                  <TextLink strong href={routes.gatewayApi(place, apiId)}>
                    {props.apiNames.get(apiId) ?? apiId}
                  </TextLink>
                </StackedCell>
                <StackedCell word={t('stage')}>{stage}</StackedCell>
                <StackedCell word={t('methods')}>
                  <TextLink
                    href={withQuery(routes.usagePlans(place, plan.id, 'throttles'), {
                      stage: `${apiId}:${stage}`,
                    })}
                  >
                    {t('methodCount', { count: throttles.length })}
                  </TextLink>
                </StackedCell>
                <StackedCell align="end">
                  <RemoveStage
                    place={place}
                    planId={plan.id}
                    apiId={apiId}
                    stage={stage}
                    refusedReason={refusedReason}
                  />
                </StackedCell>
              </StackedRow>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}
