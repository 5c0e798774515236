'use client';

import { useTranslations } from 'use-intl/react';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import {
  createSigningConfigAction,
  updateSigningConfigAction,
} from '@/lib/actions/signing/save-signing-config';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { SigningField, SigningTexts } from '@/lib/forms/signing';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';

const linesOf = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);

/** Creates or changes a code signing configuration: whose code is trusted, and what happens to other code. */
export function SigningForm(props: {
  place: Place;
  /** Undefined for a new one. */
  arn: string | undefined;
  latest: Basis<SigningTexts>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('signing');
  const { place, arn } = props;
  const isNew = arn === undefined;
  const state = useFields<SigningField>(props.latest);
  const { values } = state;
  return (
    <FieldsForm
      isNew={isNew}
      state={state}
      specs={[
        {
          name: 'description',
          label: t('description'),
          hint: t('descriptionHint'),
          control: 'text',
          optional: true,
        },
        {
          name: 'publishers',
          label: t('publishers'),
          hint: t('publishersHint'),
          control: 'area',
          mono: true,
          rows: 4,
        },
        {
          name: 'policy',
          label: t('policy'),
          control: 'radio',
          options: [
            { value: 'Warn', label: t('Warn'), detail: t('warnText') },
            { value: 'Enforce', label: t('Enforce'), detail: t('enforceText') },
          ],
        },
        ...(isNew
          ? [
              {
                name: 'tags',
                label: t('tags'),
                hint: t('tagsHint'),
                control: 'area',
                mono: true,
                optional: true,
              } as const,
            ]
          : []),
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            isNew ? 'create-code-signing-config' : 'update-code-signing-config',
            {
              'code-signing-config-arn': arn,
              description: values.description || undefined,
              'allowed-publishers': { SigningProfileVersionArns: linesOf(values.publishers) },
              'code-signing-policies': { UntrustedArtifactOnDeployment: values.policy },
              tags: isNew && values.tags.trim() ? linesOf(values.tags).join(',') : undefined,
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() =>
        isNew
          ? createSigningConfigAction({ place, values })
          : updateSigningConfigAction({ place, arn, revisionId: state.basis.revisionId, values })
      }
      href={isNew ? routes.signingConfigs(place) : routes.signingConfig(place, arn)}
      doneFlash={{
        kind: 'success',
        title: isNew ? t('created') : t('saved', { name: arn.split(':').at(-1) ?? arn }),
      }}
    />
  );
}
