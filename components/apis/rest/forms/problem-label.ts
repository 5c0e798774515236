import type { useTranslations } from 'use-intl/react';
import type { integrationProblems } from './integration-draft';

type Words = ReturnType<typeof useTranslations<'restForms.integration'>>;

/** The label of the field that a problem is about. */
export function problemLabel(problem: ReturnType<typeof integrationProblems>[number], t: Words): string {
  switch (problem) {
    case 'function':
      return t('function');
    case 'arn':
      return t('arn');
    case 'url':
    case 'urlBad':
      return t('url');
    case 'service':
      return t('service');
    case 'target':
      return t('actionName');
    case 'vpcLink':
      return t('vpcLink');
    case 'timeout':
    case 'timeoutRange':
      return t('timeout');
  }
}
