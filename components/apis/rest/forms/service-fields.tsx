'use client';

import { useTranslations } from 'use-intl/react';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import type { IntegrationDraft, IntegrationProblem } from './integration-draft';

/** The address of an action of an AWS service. */
export function ServiceFields(props: {
  draft: IntegrationDraft;
  onChange: (part: Partial<IntegrationDraft>) => void;
  errorOf: (problem: IntegrationProblem) => string | undefined;
}) {
  const t = useTranslations('restForms.integration');
  const { service } = props.draft;
  const change = (part: Partial<IntegrationDraft['service']>) =>
    props.onChange({ service: { ...service, ...part } });
  return (
    <>
      <TextField
        label={t('region')}
        mono
        value={service.region}
        onChange={(event) => change({ region: event.target.value })}
      />
      <TextField
        label={t('service')}
        mono
        hint={t('serviceHint', { example: 'sqs, dynamodb, states, s3' })}
        error={props.errorOf('service')}
        value={service.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={t('subdomain')}
        optional
        mono
        value={service.subdomain}
        onChange={(event) => change({ subdomain: event.target.value })}
      />
      <RadioGroup
        legend={t('actionType')}
        name="actionType"
        value={service.kind}
        onValueChange={(kind) => change({ kind })}
        options={[
          { value: 'action', label: t('action') },
          { value: 'path', label: t('path') },
        ]}
      />
      <TextField
        label={t(service.kind === 'action' ? 'actionName' : 'pathOverride')}
        mono
        error={props.errorOf('target')}
        value={service.target}
        onChange={(event) => change({ target: event.target.value })}
      />
    </>
  );
}
