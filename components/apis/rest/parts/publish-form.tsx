'use client';

import { useTranslations } from 'use-intl/react';
import { publishDocumentationAction } from '@/lib/actions/rest-apis/publish-documentation';
import type { CliOptions } from '@/lib/domain/cli-command';
import { routes } from '@/lib/routes';
import type { RestTarget } from '../rest-hrefs';
import { RestForm } from './rest-form';

/** A snapshot of the documentation, shown with a stage if one is named. */
export function PublishForm(props: {
  target: RestTarget;
  stages: readonly string[];
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.documentation');
  const words = useTranslations('restParts');
  const { target } = props;
  return (
    <RestForm<'version' | 'stage' | 'description'>
      start={{ version: '', stage: '', description: '' }}
      specsOf={() => [
        { name: 'version', label: t('version'), control: 'text', mono: true },
        {
          name: 'stage',
          label: t('stage'),
          control: 'select',
          optional: true,
          options: [
            { value: '', label: t('noStage') },
            ...props.stages.map((value) => ({ value, label: value })),
          ],
        },
        { name: 'description', label: words('description'), control: 'text', optional: true },
      ]}
      isNew
      commandOf={({ version, stage, description }) => [
        'create-documentation-version',
        {
          'rest-api-id': target.apiId,
          'documentation-version': version,
          'stage-name': stage || undefined,
          description: description || undefined,
        },
      ]}
      cli={props.cli}
      onSave={({ version, stage, description }) =>
        publishDocumentationAction({ ...target, version: version.trim(), stage, description })
      }
      href={routes.restApi(target.place, target.apiId, 'documentation')}
      doneTitle={({ version }) => t('published', { version })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
