'use client';

import { useTranslations } from 'use-intl/react';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { Note } from '@/components/ui/note';
import { updateRecursionAction } from '@/lib/actions/functions/update-recursion';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';

/** "Edit recursive loop detection". */
export function RecursionForm(props: {
  place: Place;
  functionName: string;
  latest: Basis<{ readonly loop: string }>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('scaling');
  const { place, functionName } = props;
  const state = useFields<'loop'>(props.latest);
  const { values } = state;
  return (
    <FieldsForm
      state={state}
      specs={[
        {
          name: 'loop',
          label: t('recursion.title'),
          control: 'radio',
          options: [
            { value: 'Terminate', label: t('recursion.Terminate'), detail: t('recursion.terminateText') },
            { value: 'Allow', label: t('recursion.Allow'), detail: t('recursion.allowText') },
          ],
        },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'put-function-recursion-config',
            { 'function-name': functionName, 'recursive-loop': values.loop },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updateRecursionAction({ place, functionName, revisionId: state.basis.revisionId, values })
      }
      href={routes.configuration(place, functionName, 'concurrency')}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
      notes={values.loop === 'Allow' && <Note tone="warning">{t('recursion.allowed')}</Note>}
    />
  );
}
