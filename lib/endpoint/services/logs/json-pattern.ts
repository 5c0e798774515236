import { invalidParameter } from './errors.ts';
import { compileLinearRegex } from './linear-regex.ts';
import { tokenizeJsonPattern, type Token } from './json-pattern-tokens.ts';

type Condition = (document: unknown) => boolean;
type Path = readonly (string | number | '*')[];

/** Bounds recursion for patterns like `((((…`. */
const nestingMax = 50;

/**
 * Compiles `{ $.field = value && … }`. Messages that are not a JSON object or array never match.
 * `&&` binds tighter than `||`; comparisons are `= != < <= > >=`, `IS NULL|TRUE|FALSE` and `NOT EXISTS`;
 * strings may have `*` wildcards.
 */
export function parseJsonPattern(pattern: string): (message: string) => boolean {
  const parser = new Parser(tokenizeJsonPattern(pattern));
  const condition = parser.parse();
  return (message) => {
    const document = parseDocument(message);
    return document !== undefined && condition(document);
  };
}

function parseDocument(message: string): unknown {
  const first = message.trimStart().charAt(0);
  if (first !== '{' && first !== '[') return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Condition {
    this.#expect('{');
    const condition = this.#either();
    this.#expect('}');
    if (this.#at < this.#tokens.length) throw broken('something follows the closing brace');
    return condition;
  }

  #either(): Condition {
    const parts = [this.#all()];
    while (this.#take('||')) parts.push(this.#all());
    return (document) => parts.some((part) => part(document));
  }

  #all(): Condition {
    const parts = [this.#single()];
    while (this.#take('&&')) parts.push(this.#single());
    return (document) => parts.every((part) => part(document));
  }

  #single(): Condition {
    if (!this.#take('(')) return this.#comparison();
    this.#depth += 1;
    if (this.#depth > nestingMax) throw broken('it is nested too deeply');
    const inner = this.#either();
    this.#expect(')');
    this.#depth -= 1;
    return inner;
  }

  #comparison(): Condition {
    const token = this.#next();
    if (token?.kind !== 'path') throw broken('a condition must begin with a selector such as $.level');
    const path = token.path;
    const operator = this.#next();
    if (operator?.kind === 'word' && operator.text === 'IS') return this.#is(path);
    if (operator?.kind === 'word' && operator.text === 'NOT') {
      const exists = this.#next();
      if (exists?.kind !== 'word' || exists.text !== 'EXISTS') throw broken('NOT must be followed by EXISTS');
      return (document) => select(document, path).length === 0;
    }
    if (operator?.kind !== 'operator') throw broken('a selector must be followed by a comparison');
    const value = this.#next();
    if (value?.kind === 'regex') return compareByRegex(path, operator.text, value.text);
    if (value?.kind !== 'word' && value?.kind !== 'string') throw broken('a comparison needs a value');
    return compare(path, operator.text, value.text, value.kind === 'string');
  }

  #is(path: Path): Condition {
    const token = this.#next();
    const wanted = token?.kind === 'word' ? token.text.toUpperCase() : '';
    if (wanted !== 'NULL' && wanted !== 'TRUE' && wanted !== 'FALSE') {
      throw broken('IS must be followed by NULL, TRUE or FALSE');
    }
    const value = wanted === 'NULL' ? null : wanted === 'TRUE';
    return (document) => select(document, path).includes(value);
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #take(mark: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.#at += 1;
    return true;
  }

  #expect(mark: string): void {
    if (!this.#take(mark)) throw broken(`"${mark}" is missing`);
  }
}

function compare(path: Path, operator: string, text: string, isQuoted: boolean): Condition {
  const number = Number(text);
  const isNumber = !isQuoted && text !== '' && Number.isFinite(number);
  if (operator === '=' || operator === '!=') {
    const test = isNumber ? (value: unknown) => value === number : stringTest(text);
    // A missing field is not "unequal": AWS needs the selector to find something.
    return operator === '='
      ? (document) => select(document, path).some(test)
      : (document) => select(document, path).some((value) => !test(value));
  }
  if (!isNumber) throw broken(`${operator} needs a number`);
  const compared = orders[operator];
  if (!compared) throw broken(`${operator} is not a comparison`);
  return (document) =>
    select(document, path).some((value) => typeof value === 'number' && compared(value, number));
}

function compareByRegex(path: Path, operator: string, source: string): Condition {
  const test = regexTest(operator, source);
  return (document) => select(document, path).some((value) => typeof value === 'string' && test(value));
}

function regexTest(operator: string, source: string): TextTest {
  if (operator !== '=' && operator !== '!=') throw broken(`${operator} takes no regular expression`);
  const matches = compileLinearRegex(source);
  return (text) => matches(text) === (operator === '=');
}

export type TextTest = (text: string) => boolean;

/** A comparison with a column of a line, all of which are texts: numbers where the pattern asks for a number. */
export function compareText(
  operator: string,
  value: { readonly kind: 'word' | 'string' | 'regex'; readonly text: string },
): TextTest {
  if (value.kind === 'regex') return regexTest(operator, value.text);
  const number = value.kind === 'word' ? Number(value.text) : Number.NaN;
  if (operator === '=' || operator === '!=') {
    const test = stringTest(value.text);
    const equals = (text: string) => test(text) || (text !== '' && Number(text) === number);
    return operator === '=' ? equals : (text) => !equals(text);
  }
  const compared = orders[operator];
  if (!compared || Number.isNaN(number)) throw broken(`${operator} needs a number`);
  return (text) => text !== '' && compared(Number(text), number);
}

const orders: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

function stringTest(pattern: string): (value: unknown) => boolean {
  const pieces = pattern.split('*');
  return (value) => {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return false;
    return matchesPieces(String(value), pieces);
  };
}

/** Wildcards without a regular expression: greedy from the left, so linear in the text. */
function matchesPieces(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** Every value the path leads to; `[*]` fans out. */
function select(document: unknown, path: Path): unknown[] {
  let values: unknown[] = [document];
  for (const step of path) {
    const found: unknown[] = [];
    for (const value of values) {
      if (typeof value !== 'object' || value === null) continue;
      if (step === '*') found.push(...(Array.isArray(value) ? value : []));
      else if (typeof step === 'number') {
        if (Array.isArray(value) && step < value.length) found.push(value[step]);
      } else if (Object.hasOwn(value, step)) found.push((value as Record<string, unknown>)[step]);
    }
    values = found;
  }
  return values;
}

function broken(why: string): Error {
  return invalidParameter(`Invalid filter pattern: ${why}.`);
}
