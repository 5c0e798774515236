'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/note';
import { saveResourcePolicyAction } from '@/lib/actions/rest-apis/save-policy';
import type { CliOptions } from '@/lib/domain/cli-command';
import { routes } from '@/lib/routes';
import type { RestTarget } from '../rest-hrefs';
import { jsonProblem } from './json-problem';
import { policyTemplates } from './policy-templates';
import { RestForm } from './rest-form';

const bytesMax = 8192;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The resource policy as JSON, or one of AWS's patterns to begin with. */
export function PolicyForm(props: {
  target: RestTarget;
  saved: string;
  cli: CliOptions;
  cannotSaveReason: string | undefined;
}) {
  const t = useTranslations('restParts.policy');
  const words = useTranslations('restParts');
  const { target, saved } = props;
  return (
    <RestForm<'policy'>
      start={{ policy: saved }}
      specsOf={() => [
        {
          name: 'policy',
          label: t('text'),
          hint: t('hint'),
          control: 'area',
          mono: true,
          rows: 18,
          optional: true,
        },
      ]}
      isNew={false}
      commandOf={({ policy }) => [
        'update-rest-api',
        {
          'rest-api-id': target.apiId,
          'patch-operations': [{ op: 'replace', path: '/policy', value: policy }],
        },
      ]}
      cli={props.cli}
      problemsOf={({ policy }) =>
        jsonProblem(policy) !== undefined || bytesOf(policy) > bytesMax ? [t('text')] : []
      }
      notesOf={({ policy }) => {
        const reason = jsonProblem(policy);
        const bytes = bytesOf(policy);
        return (
          <>
            {reason && <Note tone="danger">{words('badJson', { reason })}</Note>}
            {bytes > bytesMax && (
              <Note tone="danger">{t('tooLong', { bytes: bytes.toLocaleString('en-US') })}</Note>
            )}
            <Note tone="info">{t('takesDeploy')}</Note>
          </>
        );
      }}
      beforeOf={(change) => (
        <div className="flex flex-wrap items-center gap-8">
          <span className="text-muted">{t('templates')}</span>
          {(['account', 'ip', 'vpc', 'vpce'] as const).map((name) => (
            <Button
              key={name}
              size="small"
              onClick={() => change({ policy: JSON.stringify(policyTemplates[name], null, 2) })}
            >
              {t(name)}
            </Button>
          ))}
        </div>
      )}
      onSave={({ policy }) => saveResourcePolicyAction({ ...target, policy: policy.trim() })}
      href={routes.restApi(target.place, target.apiId, 'resource-policy')}
      doneTitle={() => words('saved', { name: t('title') })}
      cannotSaveReason={props.cannotSaveReason}
    />
  );
}
