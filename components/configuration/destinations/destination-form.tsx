'use client';

import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import { saveDestinationAction } from '@/lib/actions/functions/save-destination';
import type { CliOptions } from '@/lib/domain/cli-command';
import {
  destinationActions,
  parseDestinationSlot,
  typesOfSlot,
  type DestinationSlot,
  type DestinationType,
} from '@/lib/domain/destination';
import type { DestinationChoices } from '@/lib/queries/destination-choices';
import { routes, withQuery, type Place } from '@/lib/routes';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { destinationSnippets } from './destination-snippets';

type DestinationField = 'source' | 'condition' | 'type' | 'destination';
export type DestinationTexts = Readonly<Record<DestinationField, string>>;

/** Async results have a slot for success and one for failure; other sources have one. */
export function slotOf({ source, condition }: DestinationTexts): DestinationSlot {
  if (source === 'async') return condition === 'success' ? 'async-success' : 'async-failure';
  return parseDestinationSlot(source) ?? 'dead-letter-queue';
}

/** "Add destination" and its edit page. */
export function DestinationForm(props: {
  place: Place;
  functionName: string;
  qualifier: string | undefined;
  isNew: boolean;
  start: DestinationTexts;
  /** Mappings of streams, whose batches can be given up. */
  streams: readonly { readonly id: string; readonly name: string }[];
  /** Slots that hold a destination now. */
  taken: readonly DestinationSlot[];
  choices: Readonly<Record<DestinationType, DestinationChoices>>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('destinations');
  const { place, functionName, qualifier, isNew, choices } = props;
  const state = useFields({ values: props.start, revisionId: undefined, readAt: '' });
  const { values } = state;
  const slot = slotOf(values);
  const types = typesOfSlot(slot);
  const type = types.find((known) => known === values.type) ?? types[0] ?? 'sqs';
  const source: FieldSpec<DestinationField> = {
    name: 'source',
    label: t('source'),
    control: 'radio',
    options: [
      { value: 'async', label: t('async'), detail: t('asyncText') },
      ...props.streams.map(({ id, name }) => ({
        value: `mapping:${id}`,
        label: t('mapping', { name }),
        detail: t('mappingText'),
      })),
      ...(qualifier === undefined
        ? [{ value: 'dead-letter-queue', label: t('deadLetter'), detail: t('deadLetterText') }]
        : []),
    ],
  };
  const condition: FieldSpec<DestinationField> = {
    name: 'condition',
    label: t('condition'),
    control: 'radio',
    options: [
      { value: 'failure', label: t('failure') },
      { value: 'success', label: t('success') },
    ],
  };
  const specs: FieldSpec<DestinationField>[] = [
    ...(isNew ? [source] : []),
    ...(isNew && values.source === 'async' ? [condition] : []),
    {
      name: 'type',
      label: t('type'),
      control: 'radio',
      options: types.map((known) => ({
        value: known,
        label: t(`types.${known}`),
        ...(choices[known].isUnsupported && { detail: t('notOffered') }),
      })),
    },
    {
      name: 'destination',
      // Another kind has another list, and begins with choosing from it.
      key: `destination ${type}`,
      label: t('destination'),
      control: 'choice',
      hint: t('destinationHint'),
      options: choices[type].choices,
    },
  ];
  const href = withQuery(routes.configuration(place, functionName, 'destinations'), { qualifier });
  return (
    <FieldsForm
      state={{ ...state, values: { ...values, type } }}
      specs={specs}
      isNew={isNew}
      snippets={destinationSnippets(functionName, qualifier, slot, values.destination, props.cli)}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        saveDestinationAction({ place, functionName, qualifier, slot, destination: values.destination })
      }
      href={href}
      doneFlash={{ kind: 'success', title: t('saved', { name: functionName }) }}
      notes={
        <>
          <Note tone="info">{t('roleNote', { action: destinationActions[type] })}</Note>
          {isNew && props.taken.includes(slot) && <Note tone="warning">{t('replaceNote')}</Note>}
        </>
      }
    />
  );
}
