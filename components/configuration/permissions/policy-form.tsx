'use client';

import { useTranslations } from 'use-intl/react';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { updatePolicyAction } from '@/lib/actions/functions/update-policy';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { PolicyBasis } from '@/lib/queries/policy-document';
import { routes, withQuery, type Place } from '@/lib/routes';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** "Edit resource-based policy": the document as a whole, with any condition and with denials. */
export function PolicyForm(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  latest: PolicyBasis;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('policies');
  const { place, functionName, qualifier } = props;
  const state = useFields<'policy'>(props.latest);
  const { policy } = state.values;
  const isBroken = policy.trim() !== '' && !isJson(policy);
  return (
    <FieldsForm
      state={state}
      specs={[
        {
          name: 'policy',
          label: t('field'),
          hint: isBroken ? t('notJson') : t('fieldHint', { arn: props.latest.arn }),
          control: 'area',
          mono: true,
          rows: 24,
        },
      ]}
      problems={isBroken ? [t('field')] : []}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'put-resource-policy',
            { 'resource-arn': props.latest.arn, policy: 'file://policy.json' },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updatePolicyAction({
          place,
          functionName,
          qualifier,
          revisionId: state.basis.revisionId,
          values: state.values,
        })
      }
      href={withQuery(routes.configuration(place, functionName, 'permissions'), { qualifier })}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
    />
  );
}
