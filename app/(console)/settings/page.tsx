import type { Metadata } from 'next';
import { DetailsSection } from '@/components/patterns/details-section';
import { PageHeader } from '@/components/patterns/page-header';
import { Appearance } from '@/components/settings/appearance';
import { getLocale, getTranslator } from '@/lib/i18n/server';
import { readPreferences } from '@/lib/preferences/server';
import { setPreferencesAction } from '@/lib/preferences/set-preferences';
import { getShell } from '@/lib/queries/shell';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('settings'))('title') };
}

export default async function SettingsPage() {
  const [t, roles, locale, preferences, shell] = await Promise.all([
    getTranslator('settings'),
    getTranslator('shell'),
    getLocale(),
    readPreferences(),
    getShell(),
  ]);
  const { theme, density, shortcuts } = preferences;
  return (
    <>
      <PageHeader breadcrumbs={[{ label: t('title') }]} title={t('title')} />
      <div className="flex w-full max-w-settings flex-col gap-20 p-inset">
        <Appearance value={{ theme, density, shortcuts, locale }} onChange={setPreferencesAction} />
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
