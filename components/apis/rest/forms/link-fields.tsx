'use client';

import { useTranslations } from 'use-intl/react';
import { ChoiceField } from '@/components/patterns/fields/choice-field';
import type { FieldOption } from '@/components/patterns/fields/field-spec';
import { TextField } from '@/components/ui/text-field';
import type { IntegrationDraft } from './integration-draft';

/** The VPC link that a method's requests go through, and what is behind it. */
export function LinkFields(props: {
  draft: IntegrationDraft;
  onChange: (part: Partial<IntegrationDraft>) => void;
  links: readonly FieldOption[];
  error: string | undefined;
}) {
  const t = useTranslations('restForms.integration');
  const { draft, onChange } = props;
  return (
    <>
      <ChoiceField
        name="vpcLink"
        label={t('vpcLink')}
        hint={t('vpcLinkHint', { example: '${stageVariables.link}' })}
        pasteLabel={t('typeLink')}
        error={props.error}
        options={props.links}
        value={draft.vpcLinkId}
        onChange={(vpcLinkId) => onChange({ vpcLinkId })}
      />
      <TextField
        label={t('linkTarget')}
        optional
        mono
        hint={t('linkTargetHint')}
        value={draft.linkTarget}
        onChange={(event) => onChange({ linkTarget: event.target.value })}
      />
    </>
  );
}
