'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import type { FieldSpec } from '@/components/patterns/fields/field-spec';
import { FieldsForm } from '@/components/patterns/fields/fields-form';
import { useFields } from '@/components/patterns/fields/use-fields';
import { publishLayerAction } from '@/lib/actions/layers/publish-layer';
import { cliCommand, type CliOptions } from '@/lib/domain/cli-command';
import { consoleError } from '@/lib/domain/console-error';
import { editLimits } from '@/lib/domain/edit-limits';
import { knownRuntimes, runtimeSupport } from '@/lib/domain/runtimes';
import type { PublishLayerField } from '@/lib/forms/layer';
import { routes, type Place } from '@/lib/routes';
import { refuse } from '@/lib/shared/result';
import { uploadLayer } from './upload-layer';

/** Several choices as the CLI takes them; nothing where nothing was chosen. */
function listOf(text: string): readonly string[] | undefined {
  const lines = text.split('\n').filter(Boolean);
  return lines.length > 0 ? lines : undefined;
}

/** Runtimes that AWS still offers. A layer may name any, but nobody can make functions of the others. */
function runtimeOptions() {
  const now = new Date();
  return knownRuntimes
    .filter(({ identifier }) => ['supported', 'ending'].includes(runtimeSupport(identifier, now)))
    .map(({ identifier, label }) => ({ value: identifier, label, detail: identifier }));
}

/** "Create layer", or its next version when the name stands already. */
export function PublishLayerForm(props: {
  place: Place;
  /** The layer that gets another version; undefined for a new one. */
  layer: string | undefined;
  /** Facts of the newest version, to begin the next one with. */
  like: {
    readonly description: string;
    readonly runtimes: string;
    readonly architectures: string;
    readonly license: string;
  };
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('layers');
  const { place, layer } = props;
  const [file, setFile] = useState<File>();
  const state = useFields<PublishLayerField>({
    values: {
      ...props.like,
      name: layer ?? '',
      source: 'zip',
      file: '',
      bucket: '',
      key: '',
      objectVersion: '',
      mode: 'COPY',
    },
    revisionId: undefined,
    readAt: '',
  });
  const { values } = state;
  const isS3 = values.source === 's3';
  const name = values.name.trim();
  const fromS3: readonly FieldSpec<PublishLayerField>[] = [
    { name: 'bucket', label: t('form.bucket'), control: 'text', mono: true },
    { name: 'key', label: t('form.key'), control: 'text', mono: true },
    { name: 'objectVersion', label: t('form.objectVersion'), control: 'text', mono: true, optional: true },
    {
      name: 'mode',
      label: t('form.mode'),
      control: 'select',
      options: [
        { value: 'COPY', label: t('form.copy') },
        { value: 'REFERENCE', label: t('form.reference') },
      ],
    },
  ];
  const specs: readonly FieldSpec<PublishLayerField>[] = [
    ...(layer === undefined
      ? [{ name: 'name', label: t('name'), hint: t('form.nameHint'), control: 'text', mono: true } as const]
      : []),
    { name: 'description', label: t('description'), control: 'text', optional: true },
    {
      name: 'source',
      label: t('form.source'),
      control: 'radio',
      options: [
        { value: 'zip', label: t('form.zip'), detail: t('form.zipText') },
        { value: 's3', label: t('form.s3'), detail: t('form.s3Text') },
      ],
    },
    ...(isS3
      ? fromS3
      : [
          {
            name: 'file',
            label: t('form.file'),
            hint: t('form.fileHint'),
            control: 'file',
            onFile: setFile,
            bytesMax: editLimits.uploadBytesMax,
          } as const,
        ]),
    {
      name: 'architectures',
      label: t('architectures'),
      control: 'many',
      optional: true,
      options: ['x86_64', 'arm64'].map((value) => ({ value, label: value })),
    },
    {
      name: 'runtimes',
      label: t('runtimes'),
      hint: t('form.runtimesHint'),
      control: 'many',
      optional: true,
      options: runtimeOptions(),
    },
    { name: 'license', label: t('license'), hint: t('form.licenseHint'), control: 'text', optional: true },
  ];

  return (
    <FieldsForm
      isNew
      state={state}
      specs={specs}
      snippets={[
        {
          id: 'cli',
          label: 'AWS CLI',
          text: cliCommand(
            'lambda',
            'publish-layer-version',
            {
              'layer-name': name,
              description: values.description || undefined,
              ...(isS3
                ? { content: { S3Bucket: values.bucket, S3Key: values.key } }
                : { 'zip-file': `fileb://${file?.name ?? 'layer.zip'}` }),
              'compatible-architectures': listOf(values.architectures),
              'compatible-runtimes': listOf(values.runtimes),
              'license-info': values.license || undefined,
            },
            props.cli,
          ),
        },
      ]}
      cannotSaveReason={props.cannotSaveReason}
      onSave={async () => {
        const { description, runtimes, architectures, license, bucket, key, objectVersion, mode } = values;
        const details = { description, runtimes, architectures, license, bucket, key, objectVersion, mode };
        if (!isS3 && !file) return refuse(consoleError('invalid', 'Choose the archive.', { field: 'file' }));
        const result =
          isS3 || !file
            ? await publishLayerAction({ place, layer: name, details })
            : await uploadLayer(place, name, details, file);
        // The action knows the layer by its name in the address; here it is a field.
        if (result.ok || result.error.field !== 'layer') return result;
        return refuse({ ...result.error, field: 'name' });
      }}
      href={layer === undefined ? routes.layers(place) : routes.layer(place, layer)}
      doneHref={routes.layer(place, name)}
      doneFlash={{ kind: 'success', title: t('form.done', { layer: name }) }}
    />
  );
}
