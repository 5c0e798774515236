import { PatternProblem, type Place } from './pattern-problem.ts';

type Kind =
  'startObject' | 'endObject' | 'startArray' | 'endArray' | 'name' | 'string' | 'number' | 'boolean' | 'null';

export interface Token {
  readonly kind: Kind;
  /** As written, or what a string says. */
  readonly text: string;
  /** How many characters the parser of AWS has taken when it comes upon the token, and once it read a string. */
  readonly taken: number;
  readonly takenWhenRead: number;
}

const values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const literal = /(?:true|false|null)(?![\w$])/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w$.])/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const word = /[\w$]+/y;
const space = /[ \t\r\n]*/y;

/**
 * JSON token by token, so that a refusal can say where it came up, as AWS's does: refusals of the grammar count from the
 * token, those of the JSON itself from the character. What is wrong further on is not seen before it is reached.
 */
export class JsonCursor {
  readonly #tokens: Token[] = [];
  readonly #text: string;
  #problem: PatternProblem | undefined;
  #offset = 0;
  #at = -1;

  constructor(text: string) {
    this.#text = text;
    try {
      this.#readValue(0);
      if (this.#peek() !== '') throw this.#unexpected('expected nothing more');
    } catch (error) {
      if (!(error instanceof PatternProblem)) throw error;
      this.#problem = error;
    }
  }

  get token(): Token {
    const token = this.#tokens[this.#at];
    if (token) return token;
    throw this.#problem ?? this.#syntaxAt('Unexpected end-of-input', this.#text.length);
  }

  /** Throws when something else follows, or something was wrong that nobody came upon. */
  assertEnd(): void {
    if (this.#problem) throw this.#problem;
  }

  next(): Token {
    this.#at += 1;
    return this.token;
  }

  /** The tokens after this one, to look ahead. */
  *ahead(): Generator<Token> {
    yield* this.#tokens.slice(this.#at + 1);
  }

  /** A refusal where the cursor stands; strings count as read once something looked into them. */
  problem(reason: string, { isRead = false } = {}): PatternProblem {
    const { taken, takenWhenRead } = this.token;
    return new PatternProblem(reason, this.#placeOf(isRead ? takenWhenRead : taken));
  }

  #placeOf(taken: number): Place {
    const before = this.#text.slice(0, taken);
    return { line: before.split('\n').length, column: taken - before.lastIndexOf('\n') };
  }

  #syntaxAt(reason: string, taken: number): PatternProblem {
    return new PatternProblem(reason, this.#placeOf(taken), { isSyntax: true });
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#offset += found.length;
    return found;
  }

  #peek(): string {
    this.#match(space);
    return this.#text[this.#offset] ?? '';
  }

  #push(kind: Kind, text: string, taken = this.#offset): void {
    this.#tokens.push({ kind, text, taken, takenWhenRead: this.#offset });
  }

  #unexpected(expected: string): PatternProblem {
    const character = this.#text[this.#offset];
    if (character === undefined) return this.#syntaxAt('Unexpected end-of-input', this.#offset);
    const code = character.codePointAt(0) ?? 0;
    return this.#syntaxAt(`Unexpected character ('${character}' (code ${code})): ${expected}`, this.#offset);
  }

  #readValue(depth: number): void {
    const character = this.#peek();
    if (depth > 200) throw this.#syntaxAt('The pattern is nested too deeply', this.#offset);
    if (character === '{' || character === '[') return this.#readMany(character, depth);
    const start = this.#offset;
    if (character === '"') {
      const text = this.#match(string);
      if (text === undefined)
        throw this.#syntaxAt('Unexpected end-of-input in VALUE_STRING', this.#text.length);
      return this.#push('string', JSON.parse(text) as string, start + 1);
    }
    const plain = this.#match(literal);
    if (plain !== undefined) return this.#push(plain === 'null' ? 'null' : 'boolean', plain);
    const digits = this.#match(number);
    if (digits !== undefined) return this.#push('number', digits);
    const unknown = this.#match(word);
    if (unknown !== undefined)
      throw this.#syntaxAt(`Unrecognized token '${unknown}': was expecting ${values}`, this.#offset);
    throw this.#unexpected(`expected a valid value ${values}`);
  }

  #readMany(open: '{' | '[', depth: number): void {
    const isObject = open === '{';
    const close = isObject ? '}' : ']';
    this.#offset += 1;
    this.#push(isObject ? 'startObject' : 'startArray', open);
    for (let isFirst = true; this.#peek() !== close; isFirst = false) {
      if (!isFirst && !this.#takeComma()) break;
      if (isObject) this.#readMember(depth);
      else this.#readValue(depth + 1);
    }
    if (this.#peek() !== close)
      throw this.#unexpected(`was expecting comma to separate ${isObject ? 'Object' : 'Array'} entries`);
    this.#offset += 1;
    this.#push(isObject ? 'endObject' : 'endArray', close);
  }

  #takeComma(): boolean {
    if (this.#peek() !== ',') return false;
    this.#offset += 1;
    return true;
  }

  #readMember(depth: number): void {
    if (this.#peek() !== '"') throw this.#unexpected('was expecting double-quote to start field name');
    const text = this.#match(string);
    if (text === undefined) throw this.#syntaxAt('Unexpected end-of-input in field name', this.#text.length);
    if (this.#peek() !== ':')
      throw this.#unexpected('was expecting a colon to separate field name and value');
    this.#offset += 1;
    const name = JSON.parse(text) as string;
    const place = this.#tokens.length;
    this.#push('name', name);
    this.#readValue(depth + 1);
    // The parser has begun with the value when it gives the name.
    const taken = this.#tokens[place + 1]?.taken ?? this.#offset;
    this.#tokens[place] = { kind: 'name', text: name, taken, takenWhenRead: taken };
  }
}

/** What is wrong with a text as JSON, worded as AWS's parser does. */
export function syntaxProblem(text: string): PatternProblem | undefined {
  try {
    new JsonCursor(text).assertEnd();
    return undefined;
  } catch (error) {
    if (error instanceof PatternProblem) return error;
    throw error;
  }
}
