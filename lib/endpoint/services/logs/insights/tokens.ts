import { MalformedQuery } from './malformed-query.ts';

export interface Token {
  readonly kind: 'word' | 'quoted-name' | 'number' | 'period' | 'string' | 'mark' | 'end';
  /** As written; of names and strings what is between their quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const space = /(?:\s+|#[^\n]*)*/y;
const word = /[\p{L}_@][\p{L}\p{N}_@$]*(?:\.[\p{L}\p{N}_@$]+)*/uy;
const period = /\d+(?:ms|msec|s|sec|m|min|h|hr|d|w|mo|mon|q|qtr|y|yr)s?(?![\p{L}\p{N}_])/uy;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_])/uy;
const mark = /!=|<=|>=|=~|[-+*/%^=<>()[\],|]/y;

/** Reads a query's text piece by piece. The parser says where a regular expression may stand. */
export class Tokens {
  readonly text: string;
  #at = 0;
  #next: Token;
  #lastEnd = 0;

  constructor(text: string) {
    this.text = text;
    this.#next = this.#read();
  }

  peek(): Token {
    return this.#next;
  }

  take(): Token {
    const token = this.#next;
    this.#lastEnd = token.end;
    if (token.kind !== 'end') this.#next = this.#read();
    return token;
  }

  /** Where the token taken last ended. */
  get lastEnd(): number {
    return this.#lastEnd;
  }

  takeMark(text: string): boolean {
    if (this.#next.kind !== 'mark' || this.#next.text !== text) return false;
    this.take();
    return true;
  }

  /** Words of the language are known in any case. */
  isWord(text: string): boolean {
    return this.#next.kind === 'word' && this.#next.text.toLowerCase() === text;
  }

  takeWord(text: string): boolean {
    if (!this.isWord(text)) return false;
    this.take();
    return true;
  }

  /** The source of `/…/` when one begins here; a slash inside is written `\/`. */
  takeRegex(): { readonly source: string; readonly start: number; readonly end: number } | undefined {
    const { kind, text, start } = this.#next;
    if (kind !== 'mark' || text !== '/') return undefined;
    let at = start + 1;
    let isInClass = false;
    for (;;) {
      const character = this.text[at];
      if (character === undefined || character === '\n') {
        throw new MalformedQuery('A regular expression is not closed by a slash.', start, at);
      }
      if (character === '/' && !isInClass) break;
      if (character === '[') isInClass = true;
      if (character === ']') isInClass = false;
      at += character === '\\' ? 2 : 1;
    }
    this.#at = at + 1;
    this.#lastEnd = this.#at;
    this.#next = this.#read();
    return { source: this.text.slice(start + 1, at), start, end: at + 1 };
  }

  unexpected(token: Token = this.#next): MalformedQuery {
    if (token.kind === 'end') {
      return new MalformedQuery('unexpected end of query', token.start, token.end);
    }
    const before = this.text.slice(0, token.start).split('\n');
    const position = before.at(-1)?.length ?? 0;
    const shown = this.text.slice(token.start, Math.min(token.end, token.start + 100));
    return new MalformedQuery(
      `unexpected symbol found ${shown} at line ${before.length} and position ${position}`,
      token.start,
      token.end,
    );
  }

  #read(): Token {
    space.lastIndex = this.#at;
    space.exec(this.text);
    const start = Math.max(this.#at, space.lastIndex);
    if (start >= this.text.length)
      return { kind: 'end', text: '', start: this.text.length, end: this.text.length };
    const first = this.text.charAt(start);
    if (first === '"' || first === "'") return this.#readQuoted(start, first, 'string');
    if (first === '`') return this.#readQuoted(start, first, 'quoted-name');
    const kinds = [
      ['word', word],
      ['period', period],
      ['number', number],
      ['mark', mark],
    ] as const;
    for (const [kind, pattern] of kinds) {
      pattern.lastIndex = start;
      const found = pattern.exec(this.text)?.[0];
      if (found !== undefined) {
        this.#at = start + found.length;
        return { kind, text: found, start, end: this.#at };
      }
    }
    throw this.unexpected({ kind: 'mark', text: first, start, end: start + 1 });
  }

  #readQuoted(start: number, quote: string, kind: 'string' | 'quoted-name'): Token {
    let text = '';
    let at = start + 1;
    while (at < this.text.length) {
      const character = this.text.charAt(at);
      if (character === quote) {
        this.#at = at + 1;
        return { kind, text, start, end: this.#at };
      }
      const escaped = this.text.charAt(at + 1);
      // Before any other character a backslash stands for itself, as in Windows paths.
      const isEscape = character === '\\' && (escaped === quote || escaped === '\\');
      text += isEscape ? escaped : character;
      at += isEscape ? 2 : 1;
    }
    throw new MalformedQuery(`A quotation mark (${quote}) is not closed.`, start, this.text.length);
  }
}
