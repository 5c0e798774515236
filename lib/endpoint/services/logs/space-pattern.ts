import { invalidParameter } from './errors.ts';
import { compareText, type TextTest } from './json-pattern.ts';
import { tokenizeJsonPattern, type Token } from './json-pattern-tokens.ts';

type Column = { readonly test: TextTest } | 'any number';

/**
 * Compiles `[ip, user, status = 4*, bytes > 1000, ...]`: one name for each column of a line whose columns are parted by
 * spaces; what stands in brackets or quotation marks is one column. `...` takes any number of columns, and there is one
 * at most. Conditions of a column are joined by `&&` and `||`.
 * Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
 */
export function parseSpacePattern(pattern: string): (message: string) => boolean {
  if (!pattern.endsWith(']')) throw broken('the bracket is not closed');
  const columns = splitColumns(tokenizeJsonPattern(pattern.slice(1, -1))).map(toColumn);
  const gap = columns.indexOf('any number');
  if (gap !== columns.lastIndexOf('any number')) throw broken('it has ... more than once');
  return (message) => {
    const words = wordsOf(message);
    if (gap === -1) return words.length === columns.length && passes(columns, words);
    if (words.length < columns.length - 1) return false;
    const behind = columns.length - gap - 1;
    const isFrontGood = passes(columns.slice(0, gap), words.slice(0, gap));
    return isFrontGood && passes(columns.slice(gap + 1), words.slice(words.length - behind));
  };
}

function passes(columns: readonly Column[], words: readonly string[]): boolean {
  return columns.every((column, index) => column === 'any number' || column.test(words[index] ?? ''));
}

/** In one pass: a line's columns, those in brackets and quotation marks without them. */
function wordsOf(message: string): string[] {
  return [...message.matchAll(/\[([^\]]*)\]|"([^"]*)"|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

function splitColumns(tokens: readonly Token[]): Token[][] {
  const columns: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && token.text === ',') columns.push([]);
    else columns.at(-1)?.push(token);
  }
  return columns;
}

function toColumn(tokens: readonly Token[]): Column {
  const [first, ...rest] = tokens;
  if (first?.kind !== 'word') throw broken('each column needs a name');
  if (first.text === '...') {
    if (rest.length > 0) throw broken('... takes no condition');
    return 'any number';
  }
  if (rest.length === 0) return { test: () => true };
  return { test: eitherOf(tokens) };
}

/** `a=1 || a=2 && a!=3`: and binds tighter. */
function eitherOf(tokens: readonly Token[]): TextTest {
  const either = split(tokens, '||').map((part) => split(part, '&&').map(conditionOf));
  return (word) => either.some((all) => all.every((test) => test(word)));
}

function conditionOf(tokens: readonly Token[]): TextTest {
  const [name, operator, value, ...more] = tokens;
  const isValue = value?.kind === 'word' || value?.kind === 'string' || value?.kind === 'regex';
  if (name?.kind !== 'word' || operator?.kind !== 'operator' || !isValue || more.length > 0) {
    throw broken('a condition is a name, a comparison and a value');
  }
  return compareText(operator.text, value);
}

function split(tokens: readonly Token[], mark: string): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'mark' && token.text === mark) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function broken(why: string): Error {
  return invalidParameter(`Invalid filter pattern: ${why}.`);
}
