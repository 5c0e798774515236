import { own } from '../../../../shared/own.ts';
import { aggregateArity } from './aggregates.ts';
import { functionArity, unsupportedFunctions } from './functions.ts';
import { MalformedQuery, UnsupportedQuery } from './malformed-query.ts';
import { readRegex } from './regex.ts';
import type { Comparison, Expression, Operator, Period, PeriodUnit } from './syntax.ts';
import type { Token, Tokens } from './tokens.ts';

const nestingMax = 50;
const choicesMax = 1000;
const comparisons = ['=', '!=', '<', '<=', '>', '>='];
/** Words that end an expression, and so are no fields where one could stand. */
const reserved = new Set(['and', 'or', 'not', 'like', 'in', 'as', 'by', 'asc', 'desc']);

/** Expressions, loosest first: or, and, not, comparison, sum, product, power, sign, atom. */
export class ExpressionParser {
  readonly #tokens: Tokens;
  #depth = 0;
  /** In `stats`, count(), avg() and the like may stand; not inside each other. */
  #mayAggregate = false;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  parse(): Expression {
    return this.#deeper(() => this.#or());
  }

  parseWithAggregates(): Expression {
    this.#mayAggregate = true;
    try {
      return this.parse();
    } finally {
      this.#mayAggregate = false;
    }
  }

  /** Recursion is bounded, so that no text of a query can exhaust the stack. */
  #deeper<Result>(work: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > nestingMax) {
      const { start, end } = this.#tokens.peek();
      throw new MalformedQuery(`Expressions are nested more than ${nestingMax} deep.`, start, end);
    }
    const result = work();
    this.#depth -= 1;
    return result;
  }

  #or(): Expression {
    const parts = [this.#and()];
    while (this.#tokens.takeWord('or')) parts.push(this.#and());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
  }

  #and(): Expression {
    const parts = [this.#not()];
    while (this.#tokens.takeWord('and')) parts.push(this.#not());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }

  #not(): Expression {
    if (!this.#tokens.takeWord('not')) return this.#comparison();
    return { kind: 'not', inner: this.#deeper(() => this.#not()) };
  }

  #comparison(): Expression {
    const value = this.#sum();
    const tokens = this.#tokens;
    if (tokens.takeWord('not')) {
      if (tokens.takeWord('like')) return { kind: 'not', inner: this.#like(value) };
      if (tokens.takeWord('in')) return { kind: 'not', inner: this.#in(value) };
      throw tokens.unexpected();
    }
    if (tokens.takeWord('like') || tokens.takeMark('=~')) return this.#like(value);
    if (tokens.takeWord('in')) return this.#in(value);
    const { kind, text } = tokens.peek();
    if (kind !== 'mark' || !comparisons.includes(text)) return value;
    tokens.take();
    return { kind: 'comparison', operator: text as Comparison, left: value, right: this.#sum() };
  }

  #like(value: Expression): Expression {
    const regex = this.#tokens.takeRegex();
    if (regex) return { kind: 'like', value, pattern: { kind: 'regex', ...readRegex(regex) } };
    const token = this.#tokens.take();
    if (token.kind !== 'string') throw this.#tokens.unexpected(token);
    return { kind: 'like', value, pattern: { kind: 'text', text: token.text } };
  }

  #in(value: Expression): Expression {
    if (!this.#tokens.takeMark('[')) throw this.#tokens.unexpected();
    const choices: Expression[] = [];
    do {
      choices.push(this.#deeper(() => this.#sum()));
      if (choices.length > choicesMax) throw this.#tokens.unexpected();
    } while (this.#tokens.takeMark(','));
    if (!this.#tokens.takeMark(']')) throw this.#tokens.unexpected();
    return { kind: 'in', value, choices };
  }

  #sum(): Expression {
    return this.#leftToRight(['+', '-'], () => this.#leftToRight(['*', '/', '%'], () => this.#power()));
  }

  #leftToRight(operators: readonly Operator[], next: () => Expression): Expression {
    let left = next();
    for (let count = 0; ; count += 1) {
      const operator = operators.find((mark) => this.#tokens.takeMark(mark));
      if (!operator) return left;
      // A chain leans to the left: its tree is as deep as it is long.
      if (count >= nestingMax) throw this.#tokens.unexpected();
      left = { kind: 'arithmetic', operator, left, right: next() };
    }
  }

  #power(): Expression {
    const left = this.#sign();
    if (!this.#tokens.takeMark('^')) return left;
    return { kind: 'arithmetic', operator: '^', left, right: this.#deeper(() => this.#power()) };
  }

  #sign(): Expression {
    if (!this.#tokens.takeMark('-')) return this.#atom();
    const right = this.#deeper(() => this.#sign());
    return { kind: 'arithmetic', operator: '-', left: { kind: 'literal', value: 0 }, right };
  }

  #atom(): Expression {
    const token = this.#tokens.take();
    if (token.kind === 'string') return { kind: 'literal', value: token.text };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    if (token.kind === 'quoted-name') return { kind: 'field', name: token.text };
    if (token.kind === 'mark' && token.text === '(') {
      const inner = this.parse();
      if (!this.#tokens.takeMark(')')) throw this.#tokens.unexpected();
      return inner;
    }
    if (token.kind !== 'word' || reserved.has(token.text.toLowerCase())) throw this.#tokens.unexpected(token);
    if (this.#tokens.takeMark('(')) return this.#deeper(() => this.#call(token));
    const lower = token.text.toLowerCase();
    if (lower === 'true' || lower === 'false') return { kind: 'literal', value: lower === 'true' ? 1 : 0 };
    return { kind: 'field', name: token.text };
  }

  #call(token: Token): Expression {
    const name = token.text.toLowerCase();
    if (name === 'bin' || name === 'datefloor' || name === 'dateceil') return this.#bin(name);
    if (unsupportedFunctions.has(name))
      throw new UnsupportedQuery(`The function ${token.text} of Logs Insights`);
    const aggregates = aggregateArity.get(name);
    const isAggregate = aggregates !== undefined;
    const arity = aggregates ?? functionArity.get(name);
    if (!arity) {
      throw new MalformedQuery(`unknown function ${token.text.slice(0, 100)}`, token.start, token.end);
    }
    if (isAggregate && !this.#mayAggregate) throw this.#tokens.unexpected(token);
    if (isAggregate) this.#mayAggregate = false;
    const parameters = this.#parameters(isAggregate && name === 'count');
    if (isAggregate) this.#mayAggregate = true;
    if (parameters.length < arity[0] || parameters.length > arity[1]) {
      throw new MalformedQuery(
        `function ${token.text} cannot take ${parameters.length} parameters`,
        token.start,
        this.#tokens.lastEnd,
      );
    }
    return { kind: isAggregate ? 'aggregate' : 'call', name, parameters };
  }

  #parameters(mayBeStar: boolean): Expression[] {
    if (this.#tokens.takeMark(')')) return [];
    if (mayBeStar && this.#tokens.takeMark('*')) {
      if (!this.#tokens.takeMark(')')) throw this.#tokens.unexpected();
      return [];
    }
    const parameters: Expression[] = [];
    do {
      if (parameters.length >= nestingMax) throw this.#tokens.unexpected();
      parameters.push(this.parse());
    } while (this.#tokens.takeMark(','));
    if (!this.#tokens.takeMark(')')) throw this.#tokens.unexpected();
    return parameters;
  }

  #bin(name: 'bin' | 'datefloor' | 'dateceil'): Expression {
    let value: Expression = { kind: 'field', name: '@timestamp' };
    if (name !== 'bin') {
      value = this.parse();
      if (!this.#tokens.takeMark(',')) throw this.#tokens.unexpected();
    }
    const token = this.#tokens.take();
    if (token.kind !== 'period') throw this.#tokens.unexpected(token);
    if (!this.#tokens.takeMark(')')) throw this.#tokens.unexpected();
    return {
      kind: 'bin',
      value,
      period: readPeriod(token),
      rounding: name === 'dateceil' ? 'ceiling' : 'floor',
    };
  }
}

const units: Readonly<Record<string, PeriodUnit>> = {
  ms: 'ms', msec: 'ms', s: 's', sec: 's', m: 'm', min: 'm', h: 'h', hr: 'h', d: 'd', w: 'w',
  mo: 'mo', mon: 'mo', q: 'q', qtr: 'q', y: 'y', yr: 'y',
}; // prettier-ignore

function readPeriod(token: Token): Period {
  const [, digits = '', written = ''] = /^(\d+)(\p{L}+)$/u.exec(token.text) ?? [];
  const unit = own(units, written) ?? own(units, written.replace(/s$/, ''));
  const count = Number(digits);
  if (!unit || count < 1 || count > 10_000) {
    throw new MalformedQuery(`${token.text.slice(0, 100)} is not a period of time`, token.start, token.end);
  }
  return { count, unit };
}
