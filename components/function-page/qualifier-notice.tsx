'use client';

import { useTranslations } from 'use-intl/react';
import { Note } from '@/components/ui/note';
import { TextLink } from '@/components/ui/text-link';
import { isVersionNumber, workingCopy } from '@/lib/domain/qualifier';
import type { Place } from '@/lib/routes';
import type { QualifierChoices } from './qualifier-select';
import { useQualifier, useQualifierHref } from './use-qualifier';

/** On a version or an alias: what it is, why nothing can be changed, and the way back to $LATEST. */
export function QualifierNotice(props: { place: Place; name: string; choices: QualifierChoices }) {
  const t = useTranslations('versions.qualifier');
  const qualifier = useQualifier();
  const hrefOf = useQualifierHref(props.place, props.name);
  if (qualifier === undefined) return null;

  const { aliases, versions, isComplete } = props.choices;
  const alias = aliases.find(({ name }) => name === qualifier);
  const isKnown = alias !== undefined || versions.some(({ version }) => version === qualifier);
  const back = <TextLink href={hrefOf(undefined)}>{t('back')}</TextLink>;
  if (isComplete && !isKnown) {
    return (
      <Note tone="warning" title={t('missingTitle', { qualifier })} act={back}>
        {t('missingText')}
      </Note>
    );
  }
  if (isVersionNumber(qualifier)) {
    return (
      <Note tone="info" title={t('versionTitle', { version: qualifier })} act={back}>
        {t('versionText')}
      </Note>
    );
  }
  const isOfLatest = alias?.versions.some((version) => version.startsWith(workingCopy)) ?? false;
  return (
    <Note
      tone="info"
      title={t('aliasTitle', { alias: qualifier, versions: alias?.versions.join(' · ') ?? '?' })}
      act={back}
    >
      {t(isOfLatest ? 'aliasLatestText' : 'aliasText')}
    </Note>
  );
}
