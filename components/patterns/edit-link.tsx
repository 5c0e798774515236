'use client';

import { useTranslations } from 'use-intl/react';
import { ButtonLink } from '@/components/ui/button-link';

/** "Edit" of a section; off with a reason for roles that may not. */
export function EditLink(props: { href: string; disabledReason?: string }) {
  const t = useTranslations('ui');
  return (
    <ButtonLink href={props.href} size="small" disabledReason={props.disabledReason} shortcut="edit">
      {t('edit')}
    </ButtonLink>
  );
}
