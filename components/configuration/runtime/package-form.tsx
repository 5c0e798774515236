'use client';

import { useTranslations } from 'use-intl/react';
import { updatePackageAction } from '@/lib/actions/functions/update-package';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import type { PackageField, PackageTexts } from '@/lib/forms/package';
import type { Basis } from '@/lib/queries/configuration';
import { routes, type Place } from '@/lib/routes';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';

/** "Edit code package": a package from S3 instead of the deployed one, and the key it is encrypted with. */
export function PackageForm(props: {
  place: Place;
  functionName: string;
  latest: Basis<PackageTexts>;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('codeSettings.package');
  const words = useTranslations('codeSettings');
  const { place, functionName } = props;
  const state = useFields<PackageField>(props.latest);
  const { values } = state;
  const isS3 = values.source === 's3';
  const isDryRun = values.dryRun === 'on';
  const location: readonly FieldSpec<PackageField>[] = [
    { name: 'bucket', label: t('bucket'), control: 'text', mono: true },
    { name: 'key', label: t('key'), control: 'text', mono: true },
    { name: 'objectVersion', label: t('objectVersion'), control: 'text', mono: true, optional: true },
    {
      name: 'mode',
      label: t('mode'),
      control: 'radio',
      options: [
        { value: 'COPY', label: t('copy'), detail: t('copyText') },
        { value: 'REFERENCE', label: t('reference'), detail: t('referenceText') },
      ],
    },
  ];
  return (
    <FieldsForm
      state={state}
      specs={[
        {
          name: 'source',
          label: t('source'),
          control: 'radio',
          options: [
            { value: 'deployed', label: t('keep'), detail: t('keepText') },
            { value: 's3', label: t('s3'), detail: t('s3Text') },
          ],
        },
        ...(isS3 ? location : []),
        { name: 'kms', label: t('kms'), hint: t('kmsHint'), control: 'text', mono: true, optional: true },
        { name: 'publish', label: t('publish'), control: 'check' },
        { name: 'dryRun', label: t('dryRun'), control: 'check' },
      ]}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'update-function-code',
            {
              'function-name': functionName,
              ...(isS3
                ? {
                    's3-bucket': values.bucket,
                    's3-key': values.key,
                    's3-object-version': values.objectVersion || undefined,
                    's3-object-storage-mode': values.mode === 'REFERENCE' ? values.mode : undefined,
                  }
                : { 'zip-file': 'fileb://package.zip' }),
              'source-kms-key-arn': values.kms || undefined,
              publish: values.publish === 'on',
              'dry-run': isDryRun,
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={() => updatePackageAction({ place, functionName, revisionId: state.basis.revisionId, values })}
      href={routes.functionTab(place, functionName, 'code')}
      doneFlash={{
        kind: 'success',
        title: isDryRun ? t('dryRunDone') : words('saved', { name: functionName }),
      }}
    />
  );
}
