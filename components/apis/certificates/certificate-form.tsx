'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import {
  generateClientCertificateAction,
  updateClientCertificateAction,
} from '@/lib/actions/client-certificates/save-client-certificate';
import type { Basis } from '@/lib/domain/basis';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { tagsOfLines } from '@/lib/domain/tag-lines';
import type { ClientCertificateField, ClientCertificateTexts } from '@/lib/forms/client-certificates';
import { routes, type Place } from '@/lib/routes';

/** "Generate certificate" and the page that edits its description and tags. */
export function CertificateForm(props: {
  place: Place;
  /** Absent for a new one. */
  saved?: Basis<ClientCertificateTexts> & { readonly id: string };
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('clientCertificates');
  const words = useTranslations('things');
  const { place, saved } = props;
  const state = useFields<ClientCertificateField>(
    saved ?? { values: { description: '', tags: '' }, revisionId: undefined, readAt: '' },
  );
  const { values } = state;
  const specs: readonly FieldSpec<ClientCertificateField>[] = [
    { name: 'description', label: words('description'), control: 'text', optional: true },
    {
      name: 'tags',
      label: words('tags'),
      hint: t('tagsHint'),
      control: 'area',
      optional: true,
      mono: true,
      rows: 3,
    },
  ];
  const text = cliCommand(
    'apigateway',
    'generate-client-certificate',
    {
      description: values.description || undefined,
      tags: values.tags.trim() === '' ? undefined : tagsOfLines(values.tags),
    },
    props.cli,
  );
  return (
    <FieldsForm
      state={state}
      isNew={!saved}
      specs={specs}
      // An edit is up to three calls, made from what is there then.
      snippets={saved ? [] : [{ id: 'cli', label: 'AWS CLI', text }]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        saved
          ? updateClientCertificateAction({
              place,
              id: saved.id,
              values,
              revisionId: state.basis.revisionId,
            })
          : generateClientCertificateAction({ place, values })
      }
      href={saved ? routes.clientCertificates(place, saved.id) : routes.clientCertificates(place)}
      doneFlash={{ kind: 'success', title: saved ? t('saved', { id: saved.id }) : t('generated') }}
    />
  );
}
