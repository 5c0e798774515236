'use client';

import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField } from '@/components/ui/select-field';
import { TextAreaField } from '@/components/ui/text-area-field';
import { TextField } from '@/components/ui/text-field';
import { passthroughBehaviors } from '@/lib/domain/rest-api/integration';
import type { Texts } from '@/lib/domain/rest-api/method';
import type { IntegrationDraft } from './integration-draft';
import { ContentHandling } from './content-handling';
import { RowList } from './row-list';
import { rowProblems } from './rows';
import { TemplateList } from './template-list';

/** How a request becomes the one to the back end: content, parameters, templates, cache. */
export function MappingFields(props: {
  draft: IntegrationDraft;
  savedTemplates: Texts;
  onChange: (part: Partial<IntegrationDraft>) => void;
}) {
  const t = useTranslations('restForms.integration');
  const words = useTranslations('restForms');
  const { draft, onChange } = props;
  return (
    <>
      {!draft.proxy && (
        <SelectField
          label={t('passthrough')}
          options={passthroughBehaviors.map((value) => ({ value, label: t(`passthroughs.${value}`) }))}
          value={draft.passthrough}
          onValueChange={(passthrough) => onChange({ passthrough })}
        />
      )}
      <ContentHandling
        value={draft.contentHandling}
        onChange={(contentHandling) => onChange({ contentHandling })}
      />
      <RowList
        title={t('parameters')}
        hint={t('parametersEmpty')}
        columns={[
          { id: 'to', label: t('to'), placeholder: 'integration.request.header.X-Name' },
          { id: 'from', label: t('from'), placeholder: 'method.request.header.X-Name' },
        ]}
        rows={draft.parameters}
        onChange={(parameters) => onChange({ parameters })}
        problems={rowProblems(draft.parameters, 'to', {
          twice: (name) => words('twice', { name }),
          missing: words('nameMissing'),
        })}
        addLabel={words('add')}
        emptyText={words('request.noneYet')}
      />
      {!draft.proxy && (
        <TemplateList
          templates={draft.templates}
          saved={props.savedTemplates}
          onChange={(templates) => onChange({ templates })}
        />
      )}
      <TextAreaField
        label={t('cacheKeys')}
        optional
        rows={2}
        mono
        hint={t('cacheKeysHint', { example: 'method.request.path.orderId' })}
        value={draft.cacheKeys}
        onChange={(event) => onChange({ cacheKeys: event.target.value })}
      />
      <TextField
        label={t('cacheNamespace')}
        optional
        mono
        value={draft.cacheNamespace}
        onChange={(event) => onChange({ cacheNamespace: event.target.value })}
      />
      {(draft.kind === 'http' || draft.kind === 'vpc') && (
        <Checkbox
          label={t('skip')}
          description={t('skipHint')}
          checked={draft.skipsVerification}
          onChange={(event) => onChange({ skipsVerification: event.target.checked })}
        />
      )}
    </>
  );
}
