/**
 * What AWS's parser says of an event that is no JSON. It is Jackson (2.16 or newer) reading bytes: the wording of the two
 * recorded faults is its own, and the others follow its published source.
 */

const validValues = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const source = 'REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled)';
const tokenMax = 256;
const depthMax = 1000;

type Context = 'root' | 'Array' | 'Object';

class Fault extends Error {}

/** The fault with its place; undefined when this reading finds none. */
export function payloadFault(bytes: Uint8Array): string | undefined {
  try {
    new Reading(bytes).document();
    return undefined;
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

class Reading {
  readonly #bytes: Uint8Array;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  #depth = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  document(): void {
    let byte = this.#skipSpace();
    while (byte !== undefined) {
      this.#value(byte, 'root');
      byte = this.#skipSpace();
    }
  }

  /** Reads the value that begins with `first`, which has been taken. */
  #value(first: number, context: Context): void {
    const start = this.#place(-1);
    const text = String.fromCharCode(first);
    if (text === '{') this.#object(start);
    else if (text === '[') this.#array(start);
    else if (text === '"') this.#string('string value', ' in VALUE_STRING');
    else if (text === '-' || isDigit(first)) this.#number(first, context);
    else if (text === 't') this.#token('true');
    else if (text === 'f') this.#token('false');
    else if (text === 'n') this.#token('null');
    else if (text === '}' || text === ',' || (text === ']' && context === 'Array')) {
      this.#unexpected(first, 'expected a value');
    } else if (/[A-Za-z_$]/.test(text)) this.#unrecognized(text);
    else this.#unexpected(first, `expected a valid value ${validValues}`);
  }

  #object(start: string): void {
    this.#enter();
    for (let isFirst = true; ; isFirst = false) {
      let byte = this.#skipSpace() ?? this.#unclosed('Object', start);
      if (byte === 0x7d) return this.#leave();
      if (!isFirst) byte = this.#afterComma(byte, 'Object');
      if (byte !== 0x22)
        this.#unexpected(this.#character(byte), 'was expecting double-quote to start field name');
      this.#string('name', ' in field name');
      const colon = this.#skipSpace() ?? this.#ended(' within/between Object entries');
      if (colon !== 0x3a) this.#unexpected(colon, 'was expecting a colon to separate field name and value');
      this.#value(this.#skipSpace() ?? this.#ended(' within/between Object entries'), 'Object');
    }
  }

  #array(start: string): void {
    this.#enter();
    for (let isFirst = true; ; isFirst = false) {
      const byte = this.#skipSpace() ?? this.#unclosed('Array', start);
      if (byte === 0x5d) return this.#leave();
      this.#value(isFirst ? byte : this.#afterComma(byte, 'Array'), 'Array');
    }
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth <= depthMax) return;
    const limit = `${depthMax}, from \`StreamReadConstraints.getMaxNestingDepth()\``;
    this.#fail(`Document nesting depth (${this.#depth}) exceeds the maximum allowed (${limit})`);
  }

  #leave(): void {
    this.#depth -= 1;
  }

  #afterComma(byte: number, context: Context): number {
    if (byte !== 0x2c) this.#unexpected(byte, `was expecting comma to separate ${context} entries`);
    return this.#skipSpace() ?? this.#ended(` within/between ${context} entries`);
  }

  #string(what: string, whenEnded: string): void {
    for (;;) {
      const byte = this.#take() ?? this.#ended(whenEnded);
      if (byte === 0x22) return;
      if (byte === 0x5c) this.#escape(whenEnded);
      else if (byte < 0x20) {
        const problem = `Illegal unquoted character (${described(byte)})`;
        this.#fail(`${problem}: has to be escaped using backslash to be included in ${what}`, -1);
      } else this.#character(byte);
    }
  }

  #escape(whenEnded: string): void {
    const byte = this.#take() ?? this.#ended(whenEnded);
    const character = this.#character(byte);
    if ('"\\/bfnrt'.includes(String.fromCharCode(character))) return;
    if (byte !== 0x75) this.#fail(`Unrecognized character escape ${described(character)}`, -1);
    for (let count = 0; count < 4; count += 1) {
      const digit = this.#take() ?? this.#ended(' in character escape sequence');
      if (!/[\da-f]/i.test(String.fromCharCode(digit)))
        this.#unexpected(digit, 'expected a hex-digit for character escape sequence');
    }
  }

  #number(first: number, context: Context): void {
    let lead = first;
    if (first === 0x2d) {
      lead = this.#take() ?? this.#ended(' in VALUE_NUMBER_INT');
      if (!isDigit(lead))
        this.#notNumeric(lead, 'expected digit (0-9) to follow minus sign, for valid numeric value');
    }
    if (lead === 0x30 && isDigit(this.#peek())) {
      this.#at += 1;
      this.#fail('Invalid numeric value: Leading zeroes not allowed');
    }
    this.#digits();
    if (this.#peek() === 0x2e) {
      this.#at += 1;
      if (this.#digits() === 0) this.#notNumeric(this.#take(), 'Decimal point not followed by a digit');
    }
    if (this.#peek() === 0x65 || this.#peek() === 0x45) {
      this.#at += 1;
      if (this.#peek() === 0x2b || this.#peek() === 0x2d) this.#at += 1;
      if (this.#digits() === 0) this.#notNumeric(this.#take(), 'Exponent indicator not followed by a digit');
    }
    const next = this.#peek();
    if (context !== 'root' || next === undefined || next <= 0x20) return;
    this.#at += 1;
    this.#unexpected(next, 'Expected space separating root-level values');
  }

  #digits(): number {
    const from = this.#at;
    while (isDigit(this.#peek())) this.#at += 1;
    return this.#at - from;
  }

  #token(word: string): void {
    for (let length = 1; length < word.length; length += 1) {
      if (this.#peek() !== word.charCodeAt(length)) this.#unrecognized(word.slice(0, length));
      this.#at += 1;
    }
    if (isIdentifierPart(this.#peek())) this.#unrecognized(word);
  }

  #unrecognized(matched: string): never {
    let token = matched;
    while (token.length < tokenMax) {
      const byte = this.#take();
      if (byte === undefined) break;
      const character = String.fromCodePoint(this.#character(byte));
      // The one that ends it is read, too.
      if (!/^[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Sc}\0-\x08\x0e-\x1b\x7f-\x9f]$/u.test(character)) break;
      token += character;
    }
    if (token.length >= tokenMax) token += '...';
    return this.#fail(`Unrecognized token '${token}': was expecting ${validValues}`);
  }

  /** The character whose first byte has been taken, with all of its bytes. */
  #character(first: number): number {
    if (first < 0x80) return first;
    const more = first >= 0xf8 || first < 0xc0 ? 0 : first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (more === 0) this.#fail(`Invalid UTF-8 start byte 0x${first.toString(16)}`);
    let code = first & (0x3f >> more);
    for (let left = more; left > 0; left -= 1) {
      const byte = this.#take() ?? this.#ended('');
      if ((byte & 0xc0) !== 0x80) this.#fail(`Invalid UTF-8 middle byte 0x${byte.toString(16)}`);
      code = code * 64 + (byte & 0x3f);
    }
    return code;
  }

  #unexpected(character: number, comment: string): never {
    return this.#fail(`Unexpected character (${described(character)}): ${comment}`, -1);
  }

  #notNumeric(character: number | undefined, comment: string): never {
    if (character === undefined) return this.#ended(' in VALUE_NUMBER_FLOAT');
    return this.#fail(`Unexpected character (${described(character)}) in numeric value: ${comment}`, -1);
  }

  #unclosed(context: Context, start: string): never {
    return this.#ended(`: expected close marker for ${context} (start marker at ${start})`);
  }

  #ended(where: string): never {
    return this.#fail(`Unexpected end-of-input${where}`);
  }

  #fail(problem: string, offset = 0): never {
    throw new Fault(`${problem}\n at ${this.#place(offset)}`);
  }

  /** Where the next byte stands; the one that was taken last at -1. */
  #place(offset: number): string {
    return `[Source: ${source}; line: ${this.#line}, column: ${this.#at - this.#lineStart + 1 + offset}]`;
  }

  #skipSpace(): number | undefined {
    for (;;) {
      const byte = this.#take();
      if (byte === 0x0a) {
        this.#line += 1;
        this.#lineStart = this.#at;
      } else if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return byte;
    }
  }

  #take(): number | undefined {
    const byte = this.#bytes[this.#at];
    if (byte !== undefined) this.#at += 1;
    return byte;
  }

  #peek(): number | undefined {
    return this.#bytes[this.#at];
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isIdentifierPart(byte: number | undefined): boolean {
  return byte !== undefined && /[\w$\x80-\xff]/.test(String.fromCharCode(byte));
}

function described(code: number): string {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return `(CTRL-CHAR, code ${code})`;
  const hex = code > 255 ? ` / 0x${code.toString(16)}` : '';
  return `'${String.fromCodePoint(code)}' (code ${code}${hex})`;
}
