import { MalformedQuery, UnsupportedQuery } from './malformed-query.ts';
import { ExpressionParser } from './parse-expression.ts';
import { readRegex } from './regex.ts';
import type { Command, Expression, Named, Query } from './syntax.ts';
import { Tokens } from './tokens.ts';

const commandsMax = 50;
const columnsMax = 100;
export const limitMax = 100_000;

/** Commands of CloudWatch Logs that are not here. */
const unsupportedCommands = new Set([
  'pattern', 'diff', 'anomaly', 'unmask', 'filterindex', 'lookup', 'join', 'unnest', 'addtotals', 'source', 'search', 'tail',
]); // prettier-ignore

/**
 * Reads a query in the Logs Insights query language. Throws MalformedQuery, with the place, for what cannot be read,
 * and UnsupportedQuery for what CloudWatch Logs knows and this endpoint does not.
 * Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export function parseQuery(text: string): Query {
  const parser = new QueryParser(new Tokens(text));
  return { commands: parser.parse() };
}

class QueryParser {
  readonly #tokens: Tokens;
  readonly #expressions: ExpressionParser;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.#expressions = new ExpressionParser(tokens);
  }

  parse(): Command[] {
    const commands: Command[] = [];
    do {
      const { start, end } = this.#tokens.peek();
      if (commands.length >= commandsMax) {
        throw new MalformedQuery(`A query has at most ${commandsMax} commands.`, start, end);
      }
      // "The only query command that you can use in a query after the dedup command is limit."
      const isAfterDedup = commands.some((command) => command.kind === 'dedup');
      if (isAfterDedup && !this.#tokens.isWord('limit') && !this.#tokens.isWord('head')) {
        throw this.#tokens.unexpected();
      }
      commands.push(this.#command());
    } while (this.#tokens.takeMark('|'));
    if (this.#tokens.peek().kind !== 'end') throw this.#tokens.unexpected();
    return commands;
  }

  #command(): Command {
    const token = this.#tokens.take();
    if (token.kind !== 'word') throw this.#tokens.unexpected(token);
    const name = token.text.toLowerCase();
    if (unsupportedCommands.has(name))
      throw new UnsupportedQuery(`The command ${token.text} of Logs Insights`);
    switch (name) {
      case 'fields':
        return { kind: 'fields', columns: this.#list(() => this.#named(() => this.#expressions.parse())) };
      case 'display':
        return { kind: 'display', columns: this.#list(() => this.#named(() => this.#expressions.parse())) };
      case 'filter':
        return { kind: 'filter', condition: this.#expressions.parse() };
      case 'parse':
        return this.#parse();
      case 'stats':
        return this.#stats();
      case 'sort':
      case 'order':
        return this.#sort();
      case 'dedup':
        return { kind: 'dedup', names: this.#list(() => this.#field()) };
      case 'limit':
      case 'head':
        return { kind: 'limit', count: this.#count() };
      default:
        throw this.#tokens.unexpected(token);
    }
  }

  #parse(): Command {
    const tokens = this.#tokens;
    const isBare =
      tokens.peek().kind === 'string' || (tokens.peek().kind === 'mark' && tokens.peek().text === '/');
    const value: Expression = isBare ? { kind: 'field', name: '@message' } : this.#field();
    const regex = tokens.takeRegex();
    if (regex) {
      const { source, flags } = readRegex(regex);
      if (!/\(\?<[^=!]/.test(source)) {
        throw new MalformedQuery('parse needs a named group, such as (?<name>…).', regex.start, regex.end);
      }
      return { kind: 'parse-regex', value, source, flags };
    }
    const glob = tokens.take();
    if (glob.kind !== 'string') throw tokens.unexpected(glob);
    if (!tokens.takeWord('as')) throw tokens.unexpected();
    const names = this.#list(() => this.#name());
    const wildcards = glob.text.split('*').length - 1;
    if (wildcards !== names.length) {
      throw new MalformedQuery(
        `parse has ${wildcards} wildcards and ${names.length} names; there must be one name for each wildcard.`,
        glob.start,
        tokens.lastEnd,
      );
    }
    return { kind: 'parse', value, glob: glob.text, names };
  }

  #stats(): Command {
    const columns = this.#list(() => {
      const { start } = this.#tokens.peek();
      const column = this.#named(() => this.#expressions.parseWithAggregates());
      if (!hasAggregate(column.expression)) {
        throw new MalformedQuery(
          'stats needs a function such as count(*) or avg(…)',
          start,
          this.#tokens.lastEnd,
        );
      }
      return column;
    });
    const by = this.#tokens.takeWord('by')
      ? this.#list(() => this.#named(() => this.#expressions.parse()))
      : [];
    return { kind: 'stats', columns, by };
  }

  #sort(): Command {
    this.#tokens.takeWord('by');
    const keys = this.#list(() => {
      const expression = this.#expressions.parse();
      const isDescending = this.#tokens.takeWord('desc');
      if (!isDescending) this.#tokens.takeWord('asc');
      return { expression, isDescending };
    });
    return { kind: 'sort', keys };
  }

  #list<Item>(read: () => Item): Item[] {
    const items: Item[] = [];
    do {
      if (items.length >= columnsMax) throw this.#tokens.unexpected();
      items.push(read());
    } while (this.#tokens.takeMark(','));
    return items;
  }

  /** Without `as` the name is the expression as it is written. */
  #named(read: () => Expression): Named {
    const { start } = this.#tokens.peek();
    const expression = read();
    const written = this.#tokens.text.slice(start, this.#tokens.lastEnd);
    if (this.#tokens.takeWord('as')) return { name: this.#name(), expression };
    return { name: expression.kind === 'field' ? expression.name : written, expression };
  }

  #name(): string {
    const token = this.#tokens.take();
    if (token.kind !== 'word' && token.kind !== 'quoted-name') throw this.#tokens.unexpected(token);
    return token.text;
  }

  #field(): Expression {
    return { kind: 'field', name: this.#name() };
  }

  #count(): number {
    const token = this.#tokens.take();
    const count = Number(token.text);
    if (token.kind !== 'number' || !Number.isInteger(count) || count < 1)
      throw this.#tokens.unexpected(token);
    if (count > limitMax) {
      throw new MalformedQuery(`limit must be at most ${limitMax}`, token.start, token.end);
    }
    return count;
  }
}

function hasAggregate(expression: Expression): boolean {
  switch (expression.kind) {
    case 'aggregate':
      return true;
    case 'arithmetic':
    case 'comparison':
      return hasAggregate(expression.left) || hasAggregate(expression.right);
    case 'call':
      return expression.parameters.some(hasAggregate);
    default:
      return false;
  }
}
