'use client';

import type { ReactNode } from 'react';
import { IntlProvider as Provider } from 'use-intl/react';
import type { Locale } from '@/lib/i18n/define';
import type { Messages } from '@/lib/i18n/catalogue';

/** Texts for client components. `now` (ms since 1970) keeps relative times equal on the server and in the browser. */
export function IntlProvider(props: {
  locale: Locale;
  messages: Partial<Messages>;
  now: number;
  children: ReactNode;
}) {
  return (
    <Provider
      locale={props.locale}
      messages={props.messages as Messages}
      now={new Date(props.now)}
      timeZone="UTC"
    >
      {props.children}
    </Provider>
  );
}
