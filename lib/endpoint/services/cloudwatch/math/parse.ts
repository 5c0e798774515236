import { validationError } from '../errors.ts';

/** A metric math expression, read. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'list'; readonly items: readonly Expression[] };

const tokenPattern =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([A-Za-z_]\w*)|(==|!=|<=|>=|&&|\|\||[-+*/^()<>,[\]]))/y;
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];
const depthMax = 50;

type Token = { readonly kind: 'number' | 'text' | 'name' | 'sign'; readonly text: string };

/** Throws ValidationError for what is no expression. */
export function parseExpression(source: string): Expression {
  const tokens = tokenize(source);
  let at = 0;
  const fail = (): never => {
    throw validationError(`Error in expression '${source}': it cannot be read near token ${at + 1}.`);
  };
  const take = (text: string): boolean => {
    if (tokens[at]?.kind !== 'sign' || tokens[at]?.text !== text) return false;
    at += 1;
    return true;
  };
  function level(index: number, depth: number): Expression {
    const signs = levels[index];
    if (!signs) return unary(depth);
    let left = level(index + 1, depth);
    for (;;) {
      const token = tokens[at];
      if (token?.kind !== 'sign' || !signs.includes(token.text)) return left;
      at += 1;
      left = { kind: 'binary', operator: token.text, left, right: level(index + 1, depth) };
    }
  }
  function list(end: string, depth: number): Expression[] {
    const items: Expression[] = [];
    if (take(end)) return items;
    do items.push(level(0, depth + 1));
    while (take(','));
    if (!take(end)) fail();
    return items;
  }
  function unary(depth: number): Expression {
    if (depth > depthMax) fail();
    if (take('-'))
      return { kind: 'binary', operator: '-', left: { kind: 'number', value: 0 }, right: unary(depth + 1) };
    if (take('(')) {
      const inner = level(0, depth + 1);
      return take(')') ? inner : fail();
    }
    if (take('[')) return { kind: 'list', items: list(']', depth) };
    const token = tokens[at];
    at += 1;
    if (token?.kind === 'number') return { kind: 'number', value: Number(token.text) };
    if (token?.kind === 'text') return { kind: 'text', value: token.text };
    if (token?.kind !== 'name') return fail();
    if (take('(')) return { kind: 'call', name: token.text.toUpperCase(), args: list(')', depth) };
    return { kind: 'name', name: token.text };
  }
  const whole = level(0, 0);
  return at === tokens.length ? whole : fail();
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const match = tokenPattern.exec(text);
    if (!match)
      throw validationError(`Error in expression '${source}': it has a character that is not understood.`);
    const [, number, single, double, name, sign] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name === 'AND' || name === 'OR')
      tokens.push({ kind: 'sign', text: name === 'AND' ? '&&' : '||' });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push({ kind: 'text', text: (single ?? double ?? '').replace(/\\(.)/g, '$1') });
  }
  return tokens;
}
