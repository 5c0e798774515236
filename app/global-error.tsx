'use client';

import './globals.css';

// Every page carries this file, so it carries no catalogue.
const title = ['Something unexpected happened', '予期しない問題が発生しました'] as const;
const text = [
  'The console could not draw this page because of a fault of its own.',
  'コンソールの不具合により、このページを表示できませんでした。',
] as const;

/** The last net: the root layout itself failed, so neither language nor shell are known. Says it in both languages. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center bg-canvas p-24 text-14 text-text">
        <title>{`${title[0]} · Lambdeck`}</title>
        <main className="flex max-w-form flex-col gap-12">
          <h1 className="text-20">{title[0]}</h1>
          <p className="text-muted">{text[0]}</p>
          <p lang="ja" className="text-muted">
            {title[1]}。{text[1]}
          </p>
          {error.digest && <code className="text-13">{error.digest}</code>}
          {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- a full load: what is in memory failed */}
          <a href="/" className="w-fit font-medium text-link hover:underline">
            Lambdeck
          </a>
        </main>
      </body>
    </html>
  );
}
