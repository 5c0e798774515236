'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '@/components/ui/button-link';
import { ComboboxField } from '@/components/ui/combobox-field';
import { Note } from '@/components/ui/note';
import { addTriggerAction } from '@/lib/actions/triggers/add-trigger';
import { updateTriggerAction } from '@/lib/actions/triggers/update-trigger';
import type { CliOptions } from '@/lib/domain/cli-command';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { TriggerValues } from '@/lib/domain/trigger-fields';
import { isMappingKind, triggerKinds, type TriggerKind } from '@/lib/domain/trigger-kinds';
import { routes, withQuery, type Place } from '@/lib/routes';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { triggerSnippets } from './trigger-snippets';
import { useTriggerSpecs, type TriggerChoices } from './use-trigger-specs';

const principals: Partial<Record<TriggerKind, string>> = {
  sns: 'sns.amazonaws.com',
  eventbridge: 'events.amazonaws.com',
  s3: 's3.amazonaws.com',
  api: 'apigateway.amazonaws.com',
  logs: 'logs.amazonaws.com',
};

/** "Add trigger" and its edit page: one form whose fields depend on the source. */
export function TriggerForm(props: {
  place: Place;
  functionName: string;
  functionArn: string;
  qualifier: string | undefined;
  kind: TriggerKind;
  start: TriggerValues;
  /** The trigger that is edited; undefined for a new one. */
  triggerRef: string | undefined;
  choices: TriggerChoices;
  /** Why sources of this kind could not be listed. */
  refused: ConsoleError | undefined;
  isListable: boolean;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('triggers');
  const { place, functionName, qualifier, kind, triggerRef, refused } = props;
  const isNew = triggerRef === undefined;
  const state = useFields({ values: props.start, revisionId: undefined, readAt: '' });
  const specs = useTriggerSpecs(kind, state.values, isNew, props.choices);
  const { service, way } = triggerKinds.find(({ id }) => id === kind) ?? triggerKinds[0];
  // A queue can be polled without being listed; whoever must be told to call has to be there.
  const isUnsupported = way === 'push' && refused?.kind === 'unsupported';
  const href = withQuery(routes.configuration(place, functionName, 'triggers'), { qualifier });
  const where = { place, functionName, qualifier, kind, values: state.values };
  const principal = principals[kind];

  return (
    <FieldsForm
      state={state}
      specs={isUnsupported ? [] : specs}
      isNew={isNew}
      snippets={triggerSnippets(kind, state.values, {
        functionName,
        functionArn: props.functionArn,
        cli: props.cli,
        mappingId: /^mapping:(.*)/.exec(triggerRef ?? '')?.[1],
      })}
      problems={
        isNew && kind === 's3' && state.values.source && !state.values.recursionRead
          ? [t('field.recursionRead')]
          : []
      }
      cannotSaveReason={
        props.cannotSaveReason ?? (isUnsupported ? t('unsupportedTitle', { service }) : undefined)
      }
      onSave={() => (isNew ? addTriggerAction(where) : updateTriggerAction({ ...where, ref: triggerRef }))}
      href={href}
      doneFlash={{ kind: 'success', title: t(isNew ? 'added' : 'saved', { name: functionName }) }}
      notes={
        isNew && !isUnsupported ? (
          <Note tone="info">
            {principal
              ? t('permissionNote', { principal })
              : t(isMappingKind(kind) ? 'roleNote' : 'scheduleNote')}
          </Note>
        ) : undefined
      }
      before={
        <>
          {isNew && <KindField {...props} />}
          {refused && (
            <Note
              tone="warning"
              title={isUnsupported ? t('unsupportedTitle', { service }) : t('notListedTitle')}
            >
              {isUnsupported
                ? t('unsupportedText', { operation: refused.operation ?? service })
                : t('notListedText', { reason: refused.message })}
            </Note>
          )}
          {isNew && !props.isListable && <Note tone="info">{t('unlistable', { service })}</Note>}
        </>
      }
    />
  );
}

/** The source, on top of every new trigger; another one is another page. */
export function KindField(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  kind: TriggerKind;
}) {
  const t = useTranslations('triggers');
  const router = useRouter();
  const { place, functionName, qualifier } = props;
  return (
    <ComboboxField
      label={t('kind')}
      name="kind"
      hint={t('kindHint')}
      value={props.kind}
      options={triggerKinds.map(({ id, service }) => ({ value: id, label: service }))}
      onValueChange={(kind) => {
        if (kind === null || kind === props.kind) return;
        router.replace(routes.addTrigger(place, functionName, { kind, qualifier }));
      }}
    />
  );
}

/** A function URL is made on its own page. */
export function UrlTrigger(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  kind: TriggerKind;
}) {
  const t = useTranslations('triggers');
  const { place, functionName, qualifier } = props;
  return (
    <div className="flex max-w-form flex-col gap-field px-inset py-20">
      <KindField {...props} />
      <Note
        tone="info"
        act={
          <ButtonLink
            href={withQuery(routes.editConfiguration(place, functionName, 'function-url'), { qualifier })}
            variant="primary"
          >
            {t('urlGo')}
          </ButtonLink>
        }
      >
        {t('urlNote')}
      </Note>
    </div>
  );
}
