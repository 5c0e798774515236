'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl/react';
import { SelectControl } from '@/components/ui/select-field';
import { locales, type Locale } from '@/lib/i18n/define';

const names: Record<Locale, string> = { en: 'English', ja: '日本語' };

/** The language before anyone is signed in; kept in this browser. */
export function LanguageSelect(props: {
  locale: Locale;
  setLanguage: (change: { locale: Locale }) => Promise<void>;
}) {
  const t = useTranslations('auth');
  const router = useRouter();
  const handleChange = async (value: string) => {
    const locale = locales.find((known) => known === value);
    if (!locale) return;
    await props.setLanguage({ locale });
    router.refresh();
  };
  return (
    <div>
      <SelectControl
        ariaLabel={t('language')}
        small
        options={locales.map((value) => ({ value, label: names[value] }))}
        value={props.locale}
        onValueChange={(value) => void handleChange(value)}
      />
    </div>
  );
}
