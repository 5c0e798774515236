import { parseJsonPattern } from './json-pattern.ts';
import { invalidParameter } from './errors.ts';
import { compileLinearRegex, readRegexTerm } from './linear-regex.ts';
import { parseSpacePattern } from './space-pattern.ts';

/** Decides whether a log event's message passes. */
export type MessageMatcher = (message: string) => boolean;

/**
 * Compiles a CloudWatch Logs filter pattern: terms (`ERROR timeout`), phrases (`"not found"`), any-of
 * (`?ERROR ?WARN`), exclusions (`-DEBUG`), regular expressions (`%5\d\d%`), JSON
 * (`{ $.level = "ERROR" && $.ms > 100 }`) and columns (`[ip, status = 5*, ...]`).
 * An empty pattern passes everything. Throws InvalidParameterException for one that cannot be read.
 * Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function compileFilterPattern(pattern: string | undefined): MessageMatcher {
  const text = (pattern ?? '').trim();
  if (text === '') return () => true;
  if (text.startsWith('{')) return parseJsonPattern(text);
  if (text.startsWith('[')) return parseSpacePattern(text);
  return compileTerms(readTerms(text));
}

interface Term {
  readonly kind: 'include' | 'optional' | 'exclude';
  readonly matches: MessageMatcher;
}

function compileTerms(terms: readonly Term[]): MessageMatcher {
  const termsOf = (kind: Term['kind']) => terms.filter((term) => term.kind === kind);
  const included = termsOf('include');
  const excluded = termsOf('exclude');
  // AWS ignores ?terms when they stand beside other terms.
  const optional = included.length + excluded.length > 0 ? [] : termsOf('optional');
  return (message) =>
    included.every(({ matches }) => matches(message)) &&
    !excluded.some(({ matches }) => matches(message)) &&
    (optional.length === 0 || optional.some(({ matches }) => matches(message)));
}

function readTerms(pattern: string): Term[] {
  const terms: Term[] = [];
  let at = 0;
  while (at < pattern.length) {
    if (/\s/.test(pattern.charAt(at))) {
      at += 1;
      continue;
    }
    const sign = pattern.charAt(at);
    const kind = sign === '?' ? 'optional' : sign === '-' ? 'exclude' : 'include';
    if (kind !== 'include') at += 1;
    if (pattern.charAt(at) === '%') {
      const [source, end] = readRegexTerm(pattern, at);
      terms.push({ kind, matches: compileLinearRegex(source) });
      at = end;
      continue;
    }
    const [text, next] = pattern.charAt(at) === '"' ? readQuoted(pattern, at) : readBare(pattern, at);
    terms.push({ kind, matches: (message) => message.includes(text) });
    at = next;
  }
  return terms;
}

function readBare(pattern: string, start: number): [string, number] {
  let end = start;
  while (end < pattern.length && !/\s/.test(pattern.charAt(end))) end += 1;
  const text = pattern.slice(start, end);
  // Anything else must be quoted; AWS's words.
  if (!/^[\p{L}\p{N}_]+$/u.test(text)) throw invalidParameter(`Invalid character(s) in term '${text}'`);
  return [text, end];
}

/** Reads a quoted string from its opening quote; returns its text and where it ends. */
export function readQuoted(pattern: string, start: number): [string, number] {
  let text = '';
  let at = start + 1;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === '"') return [text, at + 1];
    if (character === '\\' && at + 1 < pattern.length) at += 1;
    text += pattern.charAt(at);
    at += 1;
  }
  throw invalidParameter('Invalid filter pattern: a quotation mark is not closed.');
}
