'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl/react';

/** The words the editor shows while it loads; the same object until the language changes. */
export function useEditorTexts() {
  const t = useTranslations('code.editor');
  return useMemo(() => ({ loading: t('loading'), failed: t('failed'), retry: t('retry') }), [t]);
}
