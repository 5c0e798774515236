'use client';

import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import { updateRuntimeAction } from '@/lib/actions/functions/update-runtime';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { knownRuntimes, runtimeFacts, runtimeSupport } from '@/lib/domain/runtimes';
import type { RuntimeField, RuntimeTexts } from '@/lib/forms/runtime';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';

/** Runtimes that AWS still offers, and the one that is set, known or not. */
function runtimeOptions(current: string) {
  const now = new Date();
  const offered = knownRuntimes.filter(({ identifier }) =>
    ['supported', 'ending'].includes(runtimeSupport(identifier, now)),
  );
  const options = offered.map(({ identifier, label }) => ({ value: identifier, label }));
  if (current === '' || options.some(({ value }) => value === current)) return options;
  return [{ value: current, label: runtimeFacts(current)?.label ?? current }, ...options];
}

/** "Edit runtime settings". */
export function RuntimeForm(props: {
  place: Place;
  functionName: string;
  latest: Basis<RuntimeTexts>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('codeSettings');
  const { place, functionName, cli } = props;
  const state = useFields<RuntimeField>(props.latest);
  const { values, saved } = state;
  const changes = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== saved[name as RuntimeField]),
  ) as Partial<RuntimeTexts>;
  const isOsOnly = runtimeFacts(values.runtime)?.language === 'os-only';
  const commands = [
    (changes.runtime !== undefined || changes.handler !== undefined) &&
      cliCommand(
        'lambda',
        'update-function-configuration',
        { 'function-name': functionName, runtime: changes.runtime, handler: changes.handler },
        cli,
      ),
    changes.architecture !== undefined &&
      cliCommand(
        'lambda',
        'update-function-code',
        {
          'function-name': functionName,
          architectures: changes.architecture,
          'zip-file': 'fileb://package.zip',
        },
        cli,
      ),
  ].filter((command) => command !== false);

  return (
    <FieldsForm
      state={state}
      specs={[
        {
          name: 'runtime',
          label: t('runtime.runtime'),
          hint: t('runtime.runtimeHint'),
          control: 'select',
          options: runtimeOptions(saved.runtime),
        },
        {
          name: 'handler',
          label: t('runtime.handler'),
          hint: t(isOsOnly ? 'runtime.handlerUnused' : 'runtime.handlerHint'),
          control: 'text',
          mono: true,
        },
        {
          name: 'architecture',
          label: t('runtime.architecture'),
          control: 'radio',
          options: [
            { value: 'x86_64', label: 'x86_64', detail: t('runtime.x86') },
            { value: 'arm64', label: 'arm64', detail: t('runtime.arm') },
          ],
        },
      ]}
      snippets={commands.length > 0 ? [{ id: 'cli', label: 'AWS CLI', text: commands.join('\n\n') }] : []}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => updateRuntimeAction({ place, functionName, revisionId: state.basis.revisionId, changes })}
      href={routes.functionTab(place, functionName, 'code')}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
      notes={changes.architecture !== undefined && <Note tone="info">{t('runtime.resend')}</Note>}
    />
  );
}
