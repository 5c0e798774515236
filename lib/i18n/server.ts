import 'server-only';

import { headers } from 'next/headers';
import { cache } from 'react';
import { createTranslator } from 'use-intl/core';
import { readPreferences } from '@/lib/preferences/server';
import { catalogue } from './catalogue.ts';
import type { Locale } from './define.ts';
import type { Namespace } from './messages/index.ts';
import { negotiateLocale } from './negotiate.ts';

/** Language of this request: the reader's choice, else what the browser asks for, else English. */
export const getLocale = cache(async (): Promise<Locale> => {
  const { locale } = await readPreferences();
  return locale ?? negotiateLocale((await headers()).get('accept-language'));
});

/** `t('key')` over one namespace, in the language of this request; for server components and actions. */
export async function getTranslator<Name extends Namespace>(namespace: Name) {
  const locale = await getLocale();
  return createTranslator({ locale, messages: catalogue(locale), namespace });
}
