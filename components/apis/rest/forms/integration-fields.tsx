'use client';

import { useTranslations } from 'use-intl/react';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { SelectField } from '@/components/ui/select-field';
import { Switch } from '@/components/ui/switch';
import { TextField } from '@/components/ui/text-field';
import { verbs } from '@/lib/domain/rest-api/method';
import {
  integrationKinds,
  integrationProblems,
  type IntegrationDraft,
  type IntegrationProblem,
} from './integration-draft';
import { FunctionFields, type FunctionChoice } from './function-fields';
import { LinkFields } from './link-fields';
import { ServiceFields } from './service-fields';

export interface IntegrationFieldsProps {
  draft: IntegrationDraft;
  onChange: (part: Partial<IntegrationDraft>) => void;
  functions: readonly FunctionChoice[];
  /** VPC links to choose from. */
  links: readonly FieldOption[];
  addPermission: boolean;
  onPermission: (value: boolean) => void;
  /** Says what is missing; before the first try a form is quiet. */
  showsProblems: boolean;
}

/** What a method calls: the kind of back end, and where it is. */
export function IntegrationFields(props: IntegrationFieldsProps) {
  const t = useTranslations('restForms.integration');
  const { draft, onChange } = props;
  const errorOf = useIntegrationErrors(draft, props.showsProblems);
  const { kind } = draft;
  const isHttp = kind === 'http' || kind === 'vpc';
  return (
    <>
      <RadioGroup
        legend={t('type')}
        name="integrationType"
        value={kind}
        onValueChange={(next) => onChange({ kind: next, proxy: next === 'lambda' && draft.proxy })}
        options={integrationKinds.map((value) => ({
          value,
          label: t(`kinds.${value}`),
          description: t(`hints.${value}`),
        }))}
      />
      {kind !== 'mock' && kind !== 'aws' && (
        <div className="flex flex-col gap-2">
          <Switch
            label={t(kind === 'lambda' ? 'lambdaProxy' : 'httpProxy')}
            checked={draft.proxy}
            onChange={(event) => onChange({ proxy: event.target.checked })}
          />
          <p className="text-12 text-muted">{t('proxyHint')}</p>
        </div>
      )}
      {kind === 'lambda' && (
        <FunctionFields
          draft={draft}
          onChange={onChange}
          functions={props.functions}
          error={errorOf('function') ?? errorOf('arn')}
          addPermission={props.addPermission}
          onPermission={props.onPermission}
        />
      )}
      {kind === 'vpc' && (
        <LinkFields draft={draft} onChange={onChange} links={props.links} error={errorOf('vpcLink')} />
      )}
      {kind === 'aws' && <ServiceFields draft={draft} onChange={onChange} errorOf={errorOf} />}
      {(isHttp || kind === 'aws') && (
        <SelectField
          label={t('httpMethod')}
          options={verbs.map((verb) => ({ value: verb, label: verb }))}
          value={draft.httpMethod}
          onValueChange={(httpMethod) => onChange({ httpMethod })}
        />
      )}
      {isHttp && (
        <TextField
          label={t('url')}
          mono
          hint={t('urlHint', { example: 'https://example.com/orders/{orderId}' })}
          error={errorOf('url') ?? errorOf('urlBad')}
          value={draft.url}
          onChange={(event) => onChange({ url: event.target.value })}
        />
      )}
      {kind !== 'mock' && (
        <TextField
          label={t('role')}
          optional={kind !== 'aws'}
          mono
          hint={t('roleHint')}
          value={draft.role}
          onChange={(event) => onChange({ role: event.target.value })}
        />
      )}
      {draft.proxy && kind !== 'mock' && kind !== 'aws' && (
        <SelectField
          label={t('transferMode')}
          hint={t('streamHint')}
          options={[
            { value: 'BUFFERED', label: t('buffered') },
            { value: 'STREAM', label: t('stream') },
          ]}
          value={draft.transferMode}
          onValueChange={(transferMode) => onChange({ transferMode })}
        />
      )}
      {kind !== 'mock' && (
        <NumberField
          label={t('timeout')}
          unit={t('ms')}
          hint={t('timeoutHint')}
          error={errorOf('timeout') ?? errorOf('timeoutRange')}
          value={draft.timeout}
          onChange={(event) => onChange({ timeout: event.target.value })}
        />
      )}
    </>
  );
}

/** What is wrong with a field, in words. Wrong numbers are said at once, missing fields once asked for. */
export function useIntegrationErrors(draft: IntegrationDraft, showsProblems: boolean) {
  const t = useTranslations('restForms');
  const problems = integrationProblems(draft);
  return (problem: IntegrationProblem): string | undefined => {
    if (!problems.includes(problem)) return undefined;
    switch (problem) {
      case 'timeout':
        return t('notWhole');
      case 'timeoutRange':
        return t('outOfRange', { min: '50', max: '300,000' });
      case 'urlBad':
        return t('integration.urlBad');
      default:
        return showsProblems ? t('nameMissing') : undefined;
    }
  };
}
