'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { openLayer } from './shell-layers';

export function HelpButton() {
  const t = useTranslations('shell.topBar');
  return (
    <IconButton label={t('help')} aria-haspopup="dialog" onClick={() => openLayer('shortcuts')}>
      <CircleHelp aria-hidden size={16} strokeWidth={1.75} />
    </IconButton>
  );
}
