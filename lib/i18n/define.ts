/** Languages of the console, the default first. */
export const locales = ['en', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** English and Japanese of one text, side by side, in ICU message format. */
export type Pair = readonly [en: string, ja: string];
export interface PairTree {
  readonly [key: string]: Pair | PairTree;
}

/** One language of a tree of pairs. */
export type Side<Tree> = { [Key in keyof Tree]: Tree[Key] extends Pair ? string : Side<Tree[Key]> };

/** Keeps the literal keys of a namespace while checking that each text has both languages. */
export function defineMessages<const Tree extends PairTree>(tree: Tree): Tree {
  return tree;
}

function isPair(node: Pair | PairTree): node is Pair {
  return Array.isArray(node);
}

/** Picks one language out of a tree of pairs. */
export function side<Tree extends PairTree>(tree: Tree, locale: Locale): Side<Tree> {
  const index = locales.indexOf(locale);
  const entries = Object.entries(tree).map(([key, node]) => [
    key,
    isPair(node) ? node[index] : side(node, locale),
  ]);
  return Object.fromEntries(entries) as Side<Tree>;
}
