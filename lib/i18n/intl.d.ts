import type { Locale, Side } from './define.ts';
import type { messages } from './messages/index.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Side<typeof messages>;
  }
}
