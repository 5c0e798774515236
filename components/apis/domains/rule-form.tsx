'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { createRoutingRuleAction, updateRoutingRuleAction } from '@/lib/actions/domain-names/routing-rules';
import type { Basis } from '@/lib/domain/basis';
import type { RuleField, RuleTexts } from '@/lib/forms/routing-rules';
import { routes, type Place } from '@/lib/routes';

const newRule: RuleTexts = { priority: '', headers: '', basePaths: '', stage: '', stripBasePath: '' };

/** "Create routing rule" and its edit page: when a request is led, and to which stage. */
export function RuleForm(props: {
  place: Place;
  domainName: string;
  /** Absent for a new one. */
  saved?: Basis<RuleTexts> & { readonly id: string };
  stages: readonly FieldOption[];
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('routingRules');
  const domains = useTranslations('domainNames');
  const { place, domainName, saved } = props;
  const state = useFields<RuleField>(saved ?? { values: newRule, revisionId: undefined, readAt: '' });
  const { values } = state;
  return (
    <FieldsForm
      state={state}
      isNew={!saved}
      specs={[
        { name: 'priority', label: t('priority'), hint: t('priorityHint'), control: 'number' },
        {
          name: 'headers',
          label: t('headers'),
          hint: t('headersHint', { example: 'x-version: beta*' }),
          control: 'area',
          optional: true,
          mono: true,
          rows: 2,
        },
        {
          name: 'basePaths',
          label: t('basePaths'),
          hint: t('basePathsHint', { example: 'orders/v2' }),
          control: 'area',
          optional: true,
          mono: true,
          rows: 2,
        },
        {
          name: 'stage',
          label: t('target'),
          hint: domains('stageHint', { example: 'a1b2c3d4e5:prod' }),
          control: 'choice',
          options: props.stages,
          pasteLabel: domains('typeStage'),
        },
        { name: 'stripBasePath', label: t('strip'), hint: t('stripHint'), control: 'check' },
      ]}
      snippets={[]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        saved
          ? updateRoutingRuleAction({
              place,
              domainName,
              id: saved.id,
              values,
              revisionId: state.basis.revisionId,
            })
          : createRoutingRuleAction({ place, domainName, values })
      }
      href={routes.domainNames(place, domainName)}
      doneFlash={{ kind: 'success', title: t('saved') }}
    />
  );
}
