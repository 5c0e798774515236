import { invalidRequest } from '../errors.ts';
import {
  flagNames,
  numberNames,
  operators,
  textNames,
  type AnnotationTest,
  type Expression,
  type Operator,
  type Which,
} from './expression.ts';

/** Lengths of the API's model. */
const expressionLengthMax = 2000;
const depthMax = 20;

const tokenPattern =
  /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)(?![\w.])|(<=|>=|!=|[=<>!(){}[\],:])|([A-Za-z_][\w.:-]*))/y;

const idMembers = new Map([
  ['name', 'name'],
  ['type', 'type'],
  ['account.id', 'accountId'],
]);

type Token =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string };

/** Reads an expression; throws InvalidRequestException that says where it is not one. */
export function parseFilter(text: string): Expression {
  if (text.length > expressionLengthMax)
    throw invalidRequest(`FilterExpression is longer than ${expressionLengthMax} characters.`);
  return new Parser(tokensOf(text)).whole();
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const at = tokenPattern.lastIndex;
    const [, string, number, sign, word] = tokenPattern.exec(text) ?? [];
    if (string !== undefined)
      tokens.push({ kind: 'string', text: string.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else throw invalidRequest(`Invalid filter expression at character ${at + 1}: ${text.slice(at, at + 20)}`);
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#either();
    if (this.#next) throw this.#unexpected();
    return expression;
  }

  get #next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #either(): Expression {
    this.#depth += 1;
    if (this.#depth > depthMax) throw invalidRequest('FilterExpression is nested too deeply.');
    const parts = [this.#both()];
    while (this.#takeWord('OR')) parts.push(this.#both());
    this.#depth -= 1;
    return only(parts) ?? { kind: 'or', parts };
  }

  /** Terms that follow one another are joined as by AND: `ok !partial duration < 3`. */
  #both(): Expression {
    const parts = [this.#term()];
    for (;;) {
      const hasWord = this.#takeWord('AND');
      const { text, kind } = this.#next ?? { text: ')', kind: 'sign' };
      const isEnd =
        (kind === 'sign' && (text === ')' || text === '}')) || (kind === 'word' && isWord(text, 'OR'));
      if (isEnd && !hasWord) break;
      parts.push(this.#term());
    }
    return only(parts) ?? { kind: 'and', parts };
  }

  #term(): Expression {
    if (this.#takeSign('!') || this.#takeWord('NOT')) return { kind: 'not', part: this.#guardedTerm() };
    if (this.#takeSign('(')) {
      const inner = this.#either();
      this.#expect(')');
      return inner;
    }
    const token = this.#next;
    if (token?.kind !== 'word') throw this.#unexpected();
    this.#at += 1;
    return this.#keyword(token.text);
  }

  #guardedTerm(): Expression {
    this.#depth += 1;
    if (this.#depth > depthMax) throw invalidRequest('FilterExpression is nested too deeply.');
    const part = this.#term();
    this.#depth -= 1;
    return part;
  }

  #keyword(word: string): Expression {
    const name = word.toLowerCase();
    if (name === 'service') return this.#service();
    if (name === 'edge') return this.#edge();
    if (name === 'annotation' || name.startsWith('annotation.')) return this.#annotation(word);
    const flag = flagNames.find((known) => known === name);
    if (flag) return this.#flag(flag);
    const number = numberNames.find((known) => known === name);
    if (number) return { kind: 'number', name: number, operator: this.#operator(), value: this.#number() };
    const text = textNames.find((known) => known === name);
    if (text) return { kind: 'text', name: text, operator: this.#operator(), value: this.#string() };
    throw invalidRequest(`Invalid filter expression: ${word} is no keyword that this endpoint knows.`);
  }

  #flag(name: (typeof flagNames)[number]): Expression {
    const isEqual = this.#takeSign('=');
    if (!isEqual && !this.#takeSign('!=')) return { kind: 'flag', name };
    const isTrue = this.#takeWord('true');
    if (!isTrue && !this.#takeWord('false')) throw this.#unexpected();
    const flag: Expression = { kind: 'flag', name };
    return isTrue === isEqual ? flag : { kind: 'not', part: flag };
  }

  #service(): Expression {
    this.#expect('(');
    if (this.#takeSign(')')) return { kind: 'service', which: {}, ...this.#block() };
    const which = this.#which();
    this.#expect(')');
    return { kind: 'service', which, ...this.#block() };
  }

  #edge(): Expression {
    this.#expect('(');
    const from = this.#which();
    this.#expect(',');
    const to = this.#which();
    this.#expect(')');
    return { kind: 'edge', from, to, ...this.#block() };
  }

  /** `"name"` or `id(name: "name", type: "type")`. */
  #which(): Which {
    if (this.#next?.kind === 'string') return { name: this.#string() };
    if (!this.#takeWord('id')) throw this.#unexpected();
    this.#expect('(');
    let which: Which = {};
    do {
      const key = this.#next?.text.toLowerCase();
      // A colon may stand right behind the word and is then read with it.
      this.#at += 1;
      if (key?.endsWith(':') !== true) this.#expect(':');
      const member = idMembers.get(key?.replace(/:$/, '') ?? '');
      if (member === undefined) throw this.#unexpected();
      which = { ...which, [member]: this.#string() };
    } while (this.#takeSign(','));
    this.#expect(')');
    return which;
  }

  #block(): { filter?: Expression } {
    if (!this.#takeSign('{')) return {};
    if (this.#takeSign('}')) return {};
    const filter = this.#either();
    this.#expect('}');
    return { filter };
  }

  #annotation(word: string): Expression {
    let key = word.slice('annotation.'.length);
    if (word.toLowerCase() === 'annotation') {
      this.#expect('[');
      key = this.#next?.text ?? '';
      this.#at += 1;
      this.#expect(']');
    }
    if (key === '') throw this.#unexpected();
    const operator = this.#maybeOperator();
    if (operator === undefined) return { kind: 'annotation', key };
    return { kind: 'annotation', key, test: { operator, value: this.#value() } };
  }

  #value(): AnnotationTest['value'] {
    const kind = this.#next?.kind;
    if (kind === 'number') return this.#number();
    if (kind === 'string') return this.#string();
    if (this.#takeWord('true')) return true;
    if (this.#takeWord('false')) return false;
    throw this.#unexpected();
  }

  #operator(): Operator {
    const operator = this.#maybeOperator();
    if (operator === undefined) throw this.#unexpected();
    return operator;
  }

  #maybeOperator(): Operator | undefined {
    const { kind, text = '' } = this.#next ?? {};
    const operator = operators.find((known) => known === text.toUpperCase());
    if (operator === undefined || kind === 'string') return undefined;
    this.#at += 1;
    return operator;
  }

  #number(): number {
    const token = this.#next;
    if (token?.kind !== 'number') throw this.#unexpected();
    this.#at += 1;
    return Number(token.text);
  }

  #string(): string {
    const token = this.#next;
    if (token?.kind !== 'string') throw this.#unexpected();
    this.#at += 1;
    return token.text;
  }

  #takeWord(word: string): boolean {
    const token = this.#next;
    const isThere = token?.kind === 'word' && isWord(token.text, word);
    if (isThere) this.#at += 1;
    return isThere;
  }

  #takeSign(sign: string): boolean {
    const token = this.#next;
    const isThere = token?.kind === 'sign' && token.text === sign;
    if (isThere) this.#at += 1;
    return isThere;
  }

  #expect(sign: string): void {
    if (!this.#takeSign(sign)) throw this.#unexpected();
  }

  #unexpected(): Error {
    const token = this.#next;
    return invalidRequest(
      token
        ? `Invalid filter expression near "${token.text}".`
        : 'Invalid filter expression: it ends too early.',
    );
  }
}

function isWord(text: string, word: string): boolean {
  return text.toUpperCase() === word.toUpperCase();
}

function only(parts: readonly Expression[]): Expression | undefined {
  return parts.length === 1 ? parts[0] : undefined;
}
