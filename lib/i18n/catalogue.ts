import compile from 'icu-minify/compile';
import { type Locale, type Side, side } from './define.ts';
import { messages, type Namespace } from './messages/index.ts';

/**
 * Every text of the console in one language. The types say text; what travels is text compiled on the server, so
 * that no page carries a parser of ICU messages (`use-intl/format-message` is aliased in next.config.js).
 */
export type Messages = Side<typeof messages>;

const built = new Map<Locale, Messages>();

/** The whole catalogue of one language; built once. */
export function catalogue(locale: Locale): Messages {
  let texts = built.get(locale);
  if (!texts) built.set(locale, (texts = compileTree(side(messages, locale))));
  return texts;
}

/** Only the named namespaces, for pages that need few texts in the browser. */
export function pickMessages(locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> {
  const all = catalogue(locale);
  return Object.fromEntries(namespaces.map((namespace) => [namespace, all[namespace]]));
}

function compileTree<Tree extends object>(tree: Tree): Tree {
  const entries = Object.entries(tree).map(([key, node]: [string, unknown]) => [
    key,
    typeof node === 'string' ? compileText(node) : compileTree(node as object),
  ]);
  return Object.fromEntries(entries) as Tree;
}

/** A text that breaks the format is shown as it stands: `npm run check` refuses it, but no page dies of it. */
function compileText(text: string): unknown {
  try {
    return plain(compile(text));
  } catch {
    return text;
  }
}

/** The compiler makes objects without a prototype, which React does not hand to the browser. */
function plain(compiled: unknown): unknown {
  return JSON.parse(JSON.stringify(compiled));
}
