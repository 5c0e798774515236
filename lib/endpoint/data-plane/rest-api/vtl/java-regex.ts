import { TemplateError } from './values.ts';

const kept = new Map<string, RegExp>();
const keptMax = 500;

/**
 * A Java regular expression as one of JavaScript. Inline flags at the start and `\Q…\E` are translated; possessive
 * quantifiers, and whatever else JavaScript lacks, are refused.
 */
export function javaRegex(pattern: string, flags: string): RegExp {
  const id = `${flags}/${pattern}`;
  const known = kept.get(id);
  if (known) {
    known.lastIndex = 0;
    return known;
  }
  const [, inline = '', rest = pattern] = /^\(\?([ims]+)\)([^]*)$/.exec(pattern) ?? [];
  const source = rest
    .replaceAll(/\\Q([^]*?)(\\E|$)/g, (_, literal: string) => literal.replaceAll(/[^\w\s]/g, String.raw`\$&`))
    .replaceAll(
      /\\p\{(Alpha|Digit|Alnum|Upper|Lower|Punct|Space)\}/g,
      (_, name: string) => posix[name] ?? '',
    );
  let regex: RegExp;
  try {
    regex = new RegExp(source, flags + inline);
  } catch (error) {
    throw new TemplateError(`a regular expression is malformed: ${(error as Error).message}`);
  }
  if (kept.size >= keptMax) kept.clear();
  kept.set(id, regex);
  return regex;
}

const posix: Readonly<Record<string, string>> = {
  Alpha: '[A-Za-z]',
  Digit: '[0-9]',
  Alnum: '[A-Za-z0-9]',
  Upper: '[A-Z]',
  Lower: '[a-z]',
  Punct: String.raw`[!-\/:-@\[-\x60{-~]`,
  Space: String.raw`\s`,
};

/** What a match is replaced with: `$1` for groups, a backslash before anything that stands for itself. */
export function javaReplacement(text: string, match: readonly (string | undefined)[]): string {
  return text.replaceAll(/\\([^])|\$(\d)/g, (_, literal: string | undefined, group: string | undefined) =>
    literal === undefined ? (match[Number(group)] ?? '') : literal,
  );
}
