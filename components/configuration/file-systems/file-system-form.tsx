'use client';

import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import type { ConsoleError } from '@/lib/domain/console-error';
import type { FileSystemField, SectionTexts } from '@/lib/forms/sections';
import type { Basis } from '@/lib/queries/configuration';
import type { SourceChoice } from '@/lib/queries/trigger-sources';
import { routes } from '@/lib/routes';
import { NotListed } from '../fields/not-listed';
import { SectionForm, type SectionFormProps } from '../fields/section-form';
import { useFields } from '@/components/patterns/fields/use-fields';

/** "Edit file system": an access point and where it appears in the function's environment. */
export function FileSystemForm(
  props: SectionFormProps & {
    latest: Basis<SectionTexts['file-systems']>;
    points: readonly SourceChoice[];
    refused: ConsoleError | undefined;
    /** Without one nothing can be mounted. */
    isInVpc: boolean;
  },
) {
  const t = useTranslations('operations.file-systems');
  const state = useFields<FileSystemField>(props.latest, props.proposed);
  const { values } = state;
  const isMounted = values.accessPoint !== '';
  return (
    <SectionForm
      {...props}
      section="file-systems"
      state={state}
      flags={{
        'file-system-configs': isMounted
          ? [{ Arn: values.accessPoint, LocalMountPath: values.mountPath }]
          : [],
      }}
      specs={[
        {
          name: 'accessPoint',
          label: t('accessPoint'),
          hint: t('accessPointHint'),
          control: 'choice',
          optional: true,
          options: props.points,
        },
        // Without an access point there is nothing to mount, and a path would be dropped unseen.
        ...(isMounted
          ? [
              {
                name: 'mountPath' as const,
                label: t('mountPath'),
                hint: t('mountPathHint'),
                control: 'text' as const,
                mono: true,
              },
            ]
          : []),
      ]}
      before={
        <>
          {!props.isInVpc && (
            <Note tone="warning" title={t('notInVpcTitle')}>
              {t.rich('notInVpcText', {
                link: (words) => (
                  <TextLink inText href={routes.editConfiguration(props.place, props.functionName, 'vpc')}>
                    {words}
                  </TextLink>
                ),
              })}
            </Note>
          )}
          <NotListed what={t('points')} error={props.refused} />
        </>
      }
      notes={isMounted ? <Note tone="info">{t('needsVpc')}</Note> : undefined}
    />
  );
}
