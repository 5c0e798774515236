import { type Locale, locales } from './define.ts';

/** True for the languages that the console speaks. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/**
 * The first language of an Accept-Language header that the console speaks, by quality, else English.
 * `ja-JP;q=0.8` counts as `ja`; languages with quality 0 are refused by the reader and are skipped.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split('-')[0], quality: quality ? Number(quality) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.map(({ language }) => language).find(isLocale) ?? locales[0];
}
