import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { ConsoleShell } from '@/components/shell/console-shell';
import { IntlProvider } from '@/components/shell/intl-provider';
import { requirePageUser } from '@/lib/auth/guard';
import { signOutAction } from '@/lib/auth/session-actions';
import { catalogue } from '@/lib/i18n/catalogue';
import { getLocale, getTranslator } from '@/lib/i18n/server';
import { lastPlaceCookie, parseLastPlace } from '@/lib/preferences/last-place';
import { readPreferences } from '@/lib/preferences/server';
import { getHomePlace, getShell } from '@/lib/queries/shell';

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  await requirePageUser();
  const [locale, t, preferences, home, jar] = await Promise.all([
    getLocale(),
    getTranslator('shell'),
    readPreferences(),
    getHomePlace(),
    cookies(),
  ]);
  const last = parseLastPlace(jar.get(lastPlaceCookie)?.value);
  const shell = await getShell(last?.connectionId ?? home.connectionId);
  const isLastKnown = shell.connections.some(({ id }) => id === last?.connectionId);
  return (
    <IntlProvider locale={locale} messages={catalogue(locale)} now={Date.now()}>
      <ConsoleShell
        shell={shell}
        place={last && isLastKnown ? last : home}
        isNavigationFolded={preferences.navigation === 'folded'}
        hasShortcuts={preferences.shortcuts === 'on'}
        words={{ skip: t('skip'), home: t('home') }}
        onSignOut={shell.canSignOut ? signOutAction : undefined}
      >
        {children}
      </ConsoleShell>
    </IntlProvider>
  );
}
