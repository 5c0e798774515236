'use client';

import { useTranslations } from 'use-intl/react';
import { CopyButton } from '@/components/ui/copy-button';
import { qualifiedArn } from '@/lib/domain/qualifier';
import { useQualifier } from './use-qualifier';

/** Copies the ARN of what is in view: the function, or its version or alias. */
export function CopyArn({ arn }: { arn: string }) {
  const t = useTranslations('functionPage');
  return <CopyButton text={qualifiedArn(arn, useQualifier())}>{t('copyArn')}</CopyButton>;
}
