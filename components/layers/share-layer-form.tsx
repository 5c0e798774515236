'use client';

import { useTranslations } from 'use-intl/react';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { Note } from '@/components/ui/note';
import { shareLayerAction } from '@/lib/actions/layers/share-layer';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { layerAction, type ShareField } from '@/lib/domain/layer';
import { routes, type Place } from '@/lib/routes';

/** "Add permission": who else may use a version of a layer. */
export function ShareLayerForm(props: {
  place: Place;
  layer: string;
  version: number;
  /** Of the policy; undefined before its first statement. */
  revisionId: string | undefined;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('layers.share');
  const { place, layer, version } = props;
  const state = useFields<ShareField>({
    values: { statementId: '', principal: '', organizationId: '' },
    revisionId: props.revisionId,
    readAt: '',
  });
  const { values } = state;
  const isEveryone = values.principal.trim() === '*' && values.organizationId.trim() === '';
  const id = values.statementId.trim();
  return (
    <FieldsForm
      isNew
      state={state}
      specs={[
        {
          name: 'statementId',
          label: t('statementId'),
          hint: t('statementIdHint'),
          control: 'text',
          mono: true,
        },
        { name: 'principal', label: t('principal'), hint: t('principalHint'), control: 'text', mono: true },
        {
          name: 'organizationId',
          label: t('organizationId'),
          hint: t('organizationIdHint'),
          control: 'text',
          mono: true,
          optional: true,
        },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'add-layer-version-permission',
            {
              'layer-name': layer,
              'version-number': version,
              'statement-id': id,
              action: layerAction,
              principal: values.principal.trim(),
              'organization-id': values.organizationId.trim() || undefined,
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => shareLayerAction({ place, layer, version, revisionId: state.basis.revisionId, values })}
      href={routes.layerVersion(place, layer, version)}
      doneFlash={{ kind: 'success', title: t('added', { id }) }}
      notes={isEveryone && <Note tone="warning">{t('everyone')}</Note>}
    />
  );
}
