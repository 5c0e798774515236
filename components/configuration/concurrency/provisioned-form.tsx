'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { SelectField } from '@/components/ui/select-field';
import { updateProvisionedAction } from '@/lib/actions/functions/update-provisioned';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { provisionedDollarsAMonth } from '@/lib/domain/concurrency';
import type { Basis } from '@/lib/queries/configuration';
import type { ProvisionedValues } from '@/lib/queries/provisioned';
import { routes, type Place } from '@/lib/routes';

/** "Add" and "Edit provisioned concurrency": how many environments are kept ready for a version or an alias. */
export function ProvisionedForm(props: {
  place: Place;
  functionName: string;
  qualifier: string;
  /** Versions and aliases to choose from. */
  qualifiers: readonly FieldOption[];
  latest: Basis<ProvisionedValues>;
  /** The most that could be provisioned; undefined where the endpoint does not say. */
  countMax: number | undefined;
  memoryMb: number;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('scaling');
  const router = useRouter();
  const { place, functionName, qualifier, countMax } = props;
  const text = (values: ProvisionedValues) => ({ count: values.count === null ? '' : String(values.count) });
  const state = useFields<'count'>({ ...props.latest, values: text(props.latest.values) });
  const { values } = state;
  const count = Number(values.count);
  const upTo = countMax === undefined ? '' : t('provisioned.upTo', { max: countMax });
  const dollars = provisionedDollarsAMonth(count, props.memoryMb);
  return (
    <FieldsForm
      state={state}
      before={
        <SelectField
          label={t('provisioned.qualifier')}
          name="qualifier"
          hint={t('provisioned.qualifierHint')}
          options={props.qualifiers}
          value={qualifier}
          onValueChange={(picked) =>
            router.replace(routes.provisioned(place, functionName, { qualifier: picked }))
          }
        />
      }
      specs={[
        {
          name: 'count',
          label: t('provisioned.count'),
          hint: [t('provisioned.countHint'), upTo].filter(Boolean).join(' '),
          control: 'number',
        },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'put-provisioned-concurrency-config',
            {
              'function-name': functionName,
              qualifier,
              'provisioned-concurrent-executions': values.count,
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updateProvisionedAction({
          place,
          functionName,
          qualifier,
          revisionId: state.basis.revisionId,
          count,
        })
      }
      href={routes.configuration(place, functionName, 'concurrency')}
      doneFlash={{ kind: 'success', title: t('saved', { name: `${functionName}:${qualifier}` }) }}
      notes={dollars > 0 && <p className="text-12 text-muted">{t('provisioned.cost', { dollars })}</p>}
    />
  );
}
