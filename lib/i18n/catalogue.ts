import { type Locale, type Side, side } from './define.ts';
import { messages, type Namespace } from './messages/index.ts';

/** Every text of the console in one language. */
export type Messages = Side<typeof messages>;

const built = new Map<Locale, Messages>();

/** The whole catalogue of one language; built once. */
export function catalogue(locale: Locale): Messages {
  let texts = built.get(locale);
  if (!texts) built.set(locale, (texts = side(messages, locale)));
  return texts;
}

/** Only the named namespaces, for pages that need few texts in the browser. */
export function pickMessages(locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> {
  const all = catalogue(locale);
  return Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace]]));
}
