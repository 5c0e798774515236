import type { Metadata } from 'next';
import { DetailsSection } from '@/components/patterns/details-section';
import { PageHeader } from '@/components/patterns/page-header';
import { Appearance } from '@/components/settings/appearance';
import { Setting } from '@/components/settings/setting';
import { OwnPassword } from '@/components/settings/users/own-password';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { roleIncludes } from '@/lib/auth/user';
import { getLocale, getTranslator } from '@/lib/i18n/server';
import { readPreferences } from '@/lib/preferences/server';
import { setPreferencesAction } from '@/lib/preferences/set-preferences';
import { getShell } from '@/lib/queries/shell';
import { getOwnProvider } from '@/lib/queries/users';
import { routes } from '@/lib/routes';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('settings'))('title') };
}

export default async function SettingsPage() {
  const [t, users, roles, locale, preferences, shell, provider] = await Promise.all([
    getTranslator('settings'),
    getTranslator('users'),
    getTranslator('shell'),
    getLocale(),
    readPreferences(),
    getShell(),
    getOwnProvider(),
  ]);
  const { theme, density, shortcuts } = preferences;
  return (
    <>
      <PageHeader breadcrumbs={[{ label: t('title') }]} title={t('title')} />
      <div className="flex w-full max-w-settings flex-col gap-20 p-inset">
        <Appearance value={{ theme, density, shortcuts, locale }} onChange={setPreferencesAction} />
        <Card title={users('title')}>
          <div className="flex flex-col gap-field">
            <Setting label={users('title')} hint={users('openHint')}>
              <ButtonLink
                href={routes.users()}
                disabledReason={roleIncludes(shell.user.role, 'admin') ? undefined : users('adminOnly')}
              >
                {users('open')}
              </ButtonLink>
            </Setting>
            {shell.canSignOut && (
              <Setting
                label={users('password')}
                hint={provider ? users('ownElsewhere', { provider }) : users('ownPasswordText')}
              >
                {!provider && <OwnPassword />}
              </Setting>
            )}
          </div>
        </Card>
        <DetailsSection
          title={t('about.title')}
          items={[
            { label: t('about.version'), value: `Lambdeck ${shell.version}` },
            {
              label: t('about.user'),
              value: shell.user.name,
              hint: roles(`topBar.role.${shell.user.role}`),
            },
            { label: t('about.license'), value: 'Apache-2.0' },
          ]}
        />
      </div>
    </>
  );
}
