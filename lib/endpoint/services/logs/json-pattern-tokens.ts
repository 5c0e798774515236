import { invalidParameter } from './errors.ts';

import { readRegexTerm } from './linear-regex.ts';

/** The pieces of a filter pattern in braces or brackets. */
export type Token =
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'regex'; readonly text: string }
  | { readonly kind: 'path'; readonly path: readonly (string | number | '*')[] };

/** CloudWatch Logs takes patterns of at most 1,024 characters, so one pass over the text is enough. */
export function tokenizeJsonPattern(pattern: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < pattern.length) {
    const rest = pattern.slice(at);
    const space = /^\s+/.exec(rest);
    if (space) {
      at += space[0].length;
      continue;
    }
    const [token, length] = readToken(rest);
    tokens.push(token);
    at += length;
  }
  return tokens;
}

function readToken(rest: string): [Token, number] {
  const mark = /^(&&|\|\||[{}(),])/.exec(rest);
  if (mark) return [{ kind: 'mark', text: mark[0] }, mark[0].length];
  const operator = /^(!=|<=|>=|[=<>])/.exec(rest);
  if (operator) return [{ kind: 'operator', text: operator[0] }, operator[0].length];
  if (rest.startsWith('$')) return readPath(rest);
  const quoted = /^"((?:[^"\\]|\\.)*)"/s.exec(rest);
  if (quoted) return [{ kind: 'string', text: (quoted[1] ?? '').replace(/\\(.)/gs, '$1') }, quoted[0].length];
  if (rest.startsWith('%')) {
    const [text, end] = readRegexTerm(rest, 0);
    return [{ kind: 'regex', text }, end];
  }
  const word = /^[^\s(){}&|=<>!"$%,]+/.exec(rest);
  if (word) return [{ kind: 'word', text: word[0] }, word[0].length];
  throw invalidParameter(`Invalid filter pattern: unexpected "${rest.slice(0, 10)}".`);
}

function readPath(rest: string): [Token, number] {
  const path: (string | number | '*')[] = [];
  let at = 1;
  for (;;) {
    const tail = rest.slice(at);
    const field = /^\.([\w-]+)/.exec(tail);
    const named = /^\[(?:'([^']+)'|"([^"]+)")\]/.exec(tail);
    const index = /^\[(\d{1,6}|\*)\]/.exec(tail);
    const found = field ?? named ?? index;
    if (!found) break;
    if (index) path.push(index[1] === '*' ? '*' : Number(index[1]));
    else path.push(found[1] ?? found[2] ?? '');
    at += found[0].length;
  }
  if (path.length === 0) throw invalidParameter('Invalid filter pattern: "$" must be followed by a field.');
  return [{ kind: 'path', path }, at];
}
