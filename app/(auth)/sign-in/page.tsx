import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { LanguageSelect } from '@/components/auth/language-select';
import { ProviderSignIn } from '@/components/auth/provider-sign-in';
import { SignInForm } from '@/components/auth/sign-in-form';
import { SignInPicture } from '@/components/auth/sign-in-picture';
import { ProductMark } from '@/components/shell/product-mark';
import { IntlProvider } from '@/components/shell/intl-provider';
import { Note } from '@/components/ui/note';
import { findUser } from '@/lib/auth/guard';
import { ownPath } from '@/lib/auth/own-path';
import { signInAction } from '@/lib/auth/session-actions';
import { getConfig } from '@/lib/config';
import { signInProblems } from '@/lib/domain/sign-in-problem';
import { pickMessages } from '@/lib/i18n/catalogue';
import { getLocale, getTranslator } from '@/lib/i18n/server';
import { setPreferencesAction } from '@/lib/preferences/set-preferences';
import { routes } from '@/lib/routes';
import packageJson from '@/package.json';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslator('auth');
  return { title: t('title') };
}

type Query = Partial<Record<'next' | 'problem', string | string[]>>;

export default async function SignInPage(props: { searchParams: Promise<Query> }) {
  if (await findUser()) redirect(routes.home());
  const [query, locale, t, host] = await Promise.all([
    props.searchParams,
    getLocale(),
    getTranslator('auth'),
    headers().then((all) => all.get('host')),
  ]);
  const next = typeof query.next === 'string' ? ownPath(query.next) : undefined;
  const provider = getConfig().oidc?.name;
  const problem = provider && signInProblems.find((known) => known === query.problem);
  return (
    <IntlProvider locale={locale} messages={pickMessages(locale, ['auth', 'ui'])} now={Date.now()}>
      <div className="flex min-h-dvh bg-surface">
        <div className="flex w-full flex-col px-inset py-24 desktop:w-2/5 desktop:px-40">
          <header className="flex items-center justify-between">
            <span className="flex items-center gap-8 text-16 font-semibold">
              <ProductMark />
              Lambdeck
            </span>
            <LanguageSelect locale={locale} setLanguage={setPreferencesAction} />
          </header>
          <main className="mx-auto flex w-full max-w-popover flex-1 flex-col justify-center py-40">
            <h1 className="text-24">{t('title')}</h1>
            <p className="mt-4 mb-24 text-muted">{host}</p>
            {problem && (
              <div role="alert" className="mb-16">
                <Note tone="danger">{t(`problem.${problem}`, { provider })}</Note>
              </div>
            )}
            {provider && (
              <ProviderSignIn next={next} words={{ go: t('continueWith', { provider }), or: t('orLocal') }} />
            )}
            <SignInForm action={signInAction} next={next} isFirst={!provider} />
          </main>
          <footer className="text-12 text-muted">{t('version', { version: packageJson.version })}</footer>
        </div>
        <SignInPicture claim={t('claim')} detail={t('claimDetail')} />
      </div>
    </IntlProvider>
  );
}
