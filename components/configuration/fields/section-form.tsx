'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { updateSectionAction } from '@/lib/actions/functions/update-section';
import { cliCommand, type CliOptions, type CliValue } from '@/lib/domain/cli-command';
import type { PlainSection } from '@/lib/forms/sections';
import { routes, type Place } from '@/lib/routes';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import type { FieldsState } from '@/components/patterns/fields/use-fields';

/** What every form of a plain section is handed by its page. */
export interface SectionFormProps {
  readonly place: Place;
  readonly functionName: string;
  readonly cli: CliOptions;
  readonly cannotSaveReason: string | undefined;
  /** Values that whoever leads here proposes, by the names of the fields. */
  readonly proposed?: Readonly<Record<string, string>>;
}

/** A section that is saved with UpdateFunctionConfiguration as a whole. */
export function SectionForm<Name extends string>(
  props: SectionFormProps & {
    section: PlainSection;
    state: FieldsState<Name>;
    specs: readonly FieldSpec<Name>[];
    /** The section's members as flags of `aws lambda update-function-configuration`. */
    flags: Readonly<Record<string, CliValue | undefined>>;
    notes?: ReactNode;
    before?: ReactNode;
  },
) {
  const t = useTranslations('configuration');
  const { place, functionName, section, state } = props;
  return (
    <FieldsForm
      state={state}
      specs={props.specs}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'update-function-configuration',
            { 'function-name': functionName, ...props.flags },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updateSectionAction({
          place,
          functionName,
          section,
          values: state.values,
          revisionId: state.basis.revisionId,
        })
      }
      href={routes.configuration(place, functionName, section)}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
      notes={props.notes}
      before={props.before}
    />
  );
}
