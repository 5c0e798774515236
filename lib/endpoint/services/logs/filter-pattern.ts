import { parseJsonPattern } from './json-pattern.ts';
import { invalidParameter } from './errors.ts';

/** Decides whether a log event's message passes. */
export type MessageMatcher = (message: string) => boolean;

/**
 * Compiles a CloudWatch Logs filter pattern: terms (`ERROR timeout`), phrases (`"not found"`), any-of
 * (`?ERROR ?WARN`), exclusions (`-DEBUG`) and JSON (`{ $.level = "ERROR" && $.ms > 100 }`).
 * An empty pattern passes everything. Throws InvalidParameterException for one that cannot be read.
 * Source: docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function compileFilterPattern(pattern: string | undefined): MessageMatcher {
  const text = (pattern ?? '').trim();
  if (text === '') return () => true;
  if (text.startsWith('{')) return parseJsonPattern(text);
  if (text.startsWith('[')) {
    throw invalidParameter(
      'Space-delimited filter patterns ([...]) are not implemented by the Lambdeck endpoint.',
    );
  }
  return compileTerms(readTerms(text));
}

interface Term {
  readonly kind: 'include' | 'optional' | 'exclude';
  readonly text: string;
}

function compileTerms(terms: readonly Term[]): MessageMatcher {
  const textsOf = (kind: Term['kind']) => terms.filter((term) => term.kind === kind).map((term) => term.text);
  const included = textsOf('include');
  const excluded = textsOf('exclude');
  // AWS ignores ?terms when they stand beside other terms.
  const optional = included.length + excluded.length > 0 ? [] : textsOf('optional');
  return (message) =>
    included.every((text) => message.includes(text)) &&
    !excluded.some((text) => message.includes(text)) &&
    (optional.length === 0 || optional.some((text) => message.includes(text)));
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
    const [text, next] = pattern.charAt(at) === '"' ? readQuoted(pattern, at) : readBare(pattern, at);
    terms.push({ kind, text });
    at = next;
  }
  return terms;
}

function readBare(pattern: string, start: number): [string, number] {
  let end = start;
  while (end < pattern.length && !/\s/.test(pattern.charAt(end))) end += 1;
  const text = pattern.slice(start, end);
  if (text.startsWith('%')) {
    throw invalidParameter(
      'Regular expressions (%...%) in filter patterns are not implemented by the Lambdeck endpoint.',
    );
  }
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
