import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { getLocale } from '@/lib/i18n/server';
import { readPreferences } from '@/lib/preferences/server';
import './globals.css';

// Only pages with code or logs need it at once, so it is not preloaded.
const geistMono = localFont({
  src: '../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2',
  variable: '--font-geist-mono',
  weight: '100 900',
  preload: false,
  adjustFontFallback: false,
});

export const metadata: Metadata = {
  title: { default: 'Lambdeck', template: '%s · Lambdeck' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { theme, density }] = await Promise.all([getLocale(), readPreferences()]);
  const fonts = `${GeistSans.variable} ${geistMono.variable}`;
  return (
    <html lang={locale} className={theme === 'system' ? fonts : `${fonts} ${theme}`} data-density={density}>
      <body className="bg-canvas text-14 text-text">{children}</body>
    </html>
  );
}
