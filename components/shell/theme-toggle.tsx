'use client';

import { Moon, Sun } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/icon-button';
import { switchTheme } from './theme';

export function ThemeToggle() {
  const t = useTranslations('shell.topBar');
  return (
    <IconButton label={t('theme')} onClick={switchTheme}>
      <Sun aria-hidden size={16} strokeWidth={1.75} className="dark:hidden" />
      <Moon aria-hidden size={16} strokeWidth={1.75} className="hidden dark:block" />
    </IconButton>
  );
}
