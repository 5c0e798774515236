'use client';

import { useOptimistic, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Card } from '@/components/ui/card';
import { Segmented } from '@/components/ui/segmented';
import { Switch } from '@/components/ui/switch';
import { Setting } from './setting';

export interface AppearanceChoice {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly locale: 'en' | 'ja';
  readonly shortcuts: 'on' | 'off';
}

/** Theme, density, language and keyboard of this browser; each applies when it is chosen. */
export function Appearance(props: {
  value: AppearanceChoice;
  onChange: (change: Partial<AppearanceChoice>) => Promise<void>;
}) {
  const t = useTranslations('settings');
  const [, startTransition] = useTransition();
  const [value, showChoice] = useOptimistic(
    props.value,
    (current, change: Partial<AppearanceChoice>): AppearanceChoice => ({ ...current, ...change }),
  );
  const choose = (change: Partial<AppearanceChoice>) =>
    startTransition(async () => {
      showChoice(change);
      await props.onChange(change);
    });
  return (
    <>
      <Card title={t('appearance.title')} meta={<span className="text-12">{t('appearance.keptHint')}</span>}>
        <div className="flex flex-col gap-field">
          <Setting label={t('appearance.theme')} hint={t('appearance.themeHint')}>
            <Segmented
              label={t('appearance.theme')}
              options={(['system', 'light', 'dark'] as const).map((theme) => ({
                value: theme,
                label: t(`appearance.${theme}`),
              }))}
              value={value.theme}
              onValueChange={(theme) => choose({ theme })}
            />
          </Setting>
          <Setting label={t('appearance.density')} hint={t('appearance.densityHint')}>
            <Segmented
              label={t('appearance.density')}
              options={(['comfortable', 'compact'] as const).map((density) => ({
                value: density,
                label: t(`appearance.${density}`),
              }))}
              value={value.density}
              onValueChange={(density) => choose({ density })}
            />
          </Setting>
          <Setting label={t('appearance.language')} hint={t('appearance.languageHint')}>
            <Segmented
              label={t('appearance.language')}
              options={[
                { value: 'en', label: t('appearance.english') },
                { value: 'ja', label: t('appearance.japanese') },
              ]}
              value={value.locale}
              onValueChange={(locale) => choose({ locale })}
            />
          </Setting>
        </div>
      </Card>
      <Card title={t('keyboard.title')}>
        <Setting label={t('keyboard.shortcuts')} hint={t('keyboard.shortcutsHint')}>
          <Switch
            aria-label={t('keyboard.shortcuts')}
            checked={value.shortcuts === 'on'}
            onChange={(event) => choose({ shortcuts: event.target.checked ? 'on' : 'off' })}
          />
        </Setting>
      </Card>
    </>
  );
}
