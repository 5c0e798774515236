'use client';

import { useTranslations } from 'use-intl/react';
import { linesOf } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { Note } from '@/components/ui/note';
import { savePlanThrottlesAction } from '@/lib/actions/usage-plans/plan-stages';
import { routes, type Place } from '@/lib/routes';

const line = /^([A-Z]+|\*)\s+\/\S*\s+\d{1,10}(\.\d{1,6})?\s+\d{1,10}$/;
const example = 'GET /pets 10 20';

/** Limits of single methods of a stage, a line each. */
export function ThrottlesForm(props: {
  place: Place;
  planId: string;
  apiId: string;
  stage: string;
  /** As lines. */
  saved: string;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('usagePlans');
  const { place, planId, apiId, stage, saved } = props;
  const state = useFields<'lines'>({ values: { lines: saved }, revisionId: undefined, readAt: '' });
  const lines = linesOf(state.values.lines);
  const bad = lines.findIndex((text) => !line.test(text));
  const isLess = linesOf(saved).some((text) => !lines.includes(text));
  return (
    <FieldsForm
      state={state}
      specs={[
        {
          name: 'lines',
          label: t('methods'),
          hint: t('methodsHint', { example }),
          control: 'area',
          mono: true,
          rows: 8,
          optional: true,
        },
      ]}
      snippets={[]}
      problems={bad === -1 ? [] : [t('methodsBad', { line: bad + 1, example })]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => savePlanThrottlesAction({ place, id: planId, apiId, stage, lines })}
      href={routes.usagePlans(place, planId)}
      doneFlash={{ kind: 'success', title: t('methodsSaved') }}
      notes={isLess && <Note tone="info">{t('againNote')}</Note>}
    />
  );
}
