'use client';

import { useTranslations } from 'use-intl/react';
import { updateImageAction } from '@/lib/actions/functions/update-image';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { ImageField, ImageTexts } from '@/lib/forms/package';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';
import { linesOf } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';

/** "Edit image configuration": which image, and what overrides it. */
export function ImageForm(props: {
  place: Place;
  functionName: string;
  latest: Basis<ImageTexts>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('codeSettings');
  const { place, functionName, cli } = props;
  const state = useFields<ImageField>(props.latest);
  const { values, saved } = state;
  const isDeploy = values.uri !== saved.uri || values.architecture !== saved.architecture;
  const target = { 'function-name': functionName };
  const commands = [
    isDeploy &&
      cliCommand(
        'lambda',
        'update-function-code',
        { ...target, 'image-uri': values.uri, architectures: values.architecture },
        cli,
      ),
    cliCommand(
      'lambda',
      'update-function-configuration',
      {
        ...target,
        'image-config': {
          EntryPoint: linesOf(values.entryPoint),
          Command: linesOf(values.command),
          WorkingDirectory: values.workingDirectory,
        },
      },
      cli,
    ),
  ].filter((command) => command !== false);
  const lines = { hint: t('image.oneALine'), control: 'area', mono: true, optional: true } as const;
  return (
    <FieldsForm
      state={state}
      specs={[
        { name: 'uri', label: t('image.uri'), hint: t('image.uriHint'), control: 'text', mono: true },
        {
          name: 'architecture',
          label: t('runtime.architecture'),
          control: 'radio',
          options: [
            { value: 'x86_64', label: 'x86_64', detail: t('runtime.x86') },
            { value: 'arm64', label: 'arm64', detail: t('runtime.arm') },
          ],
        },
        { name: 'entryPoint', label: t('image.entryPoint'), ...lines },
        { name: 'command', label: t('image.command'), ...lines },
        {
          name: 'workingDirectory',
          label: t('image.workingDirectory'),
          control: 'text',
          mono: true,
          optional: true,
        },
      ]}
      snippets={[{ id: 'cli', label: 'AWS CLI', text: commands.join('\n\n') }]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        updateImageAction({
          place,
          functionName,
          revisionId: state.basis.revisionId,
          before: { uri: saved.uri, architecture: saved.architecture },
          values,
        })
      }
      href={routes.functionTab(place, functionName, 'code')}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
    />
  );
}
