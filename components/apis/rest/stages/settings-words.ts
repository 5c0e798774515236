import type { useTranslations } from 'use-intl/react';
import type { MethodSettings } from '@/lib/domain/rest-api/stage';

type Words = ReturnType<typeof useTranslations<'restStages'>>;

/** Each setting with its label and its value in words, for a review. */
export function settingsWords(
  settings: MethodSettings,
  t: Words,
): readonly { readonly id: string; readonly label: string; readonly text: string }[] {
  const figure = (value: number) =>
    value < 0 ? t('notThrottled') : Number.isNaN(value) ? '–' : value.toLocaleString('en-US');
  return [
    { id: 'rate', label: t('rate'), text: figure(settings.rate) },
    { id: 'burst', label: t('burst'), text: figure(settings.burst) },
    { id: 'caching', label: t('methodCache'), text: t(settings.caching ? 'active' : 'inactive') },
    { id: 'ttl', label: t('ttl'), text: figure(settings.ttlSeconds) },
    { id: 'encrypted', label: t('edit.encrypt'), text: String(settings.encrypted) },
    { id: 'perKey', label: t('edit.perKey'), text: String(settings.requireAuthorization) },
    { id: 'strategy', label: t('edit.strategy'), text: settings.strategy },
    { id: 'logLevel', label: t('logLevel'), text: settings.loggingLevel },
    { id: 'dataTrace', label: t('dataTrace'), text: String(settings.dataTrace) },
    { id: 'metrics', label: t('metrics'), text: String(settings.metrics) },
  ];
}

/** The settings that differ. */
export function settingsChanges(before: MethodSettings, after: MethodSettings, t: Words) {
  const old = settingsWords(before, t);
  return settingsWords(after, t)
    .map(({ id, label, text }, index) => ({ id, label, from: old[index]?.text ?? '', to: text }))
    .filter(({ from, to }) => from !== to);
}
