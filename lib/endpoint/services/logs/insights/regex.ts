import { MalformedQuery } from './malformed-query.ts';

const lengthMax = 1000;

/** A regular expression as written: source and flags for JavaScript, or a refusal that says where it stands. */
export function readRegex(written: {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}): { readonly source: string; readonly flags: string } {
  const [, inline = '', rest = written.source] = /^\(\?([ims]+)\)([^]*)$/.exec(written.source) ?? [];
  const flags = [...new Set(inline)].join('');
  const refuse = (why: string) =>
    new MalformedQuery(`The regular expression is not valid: ${why}`, written.start, written.end);
  if (rest.length > lengthMax) throw refuse(`it is longer than ${lengthMax} characters.`);
  try {
    new RegExp(rest, flags);
  } catch (error) {
    throw refuse((error as Error).message);
  }
  return { source: rest, flags };
}

/** The texts of which a message must have one to match; undefined when the expression is more than words. */
export function wordsOf(pattern: { readonly source: string; readonly flags: string }): string[] | undefined {
  if (pattern.flags !== '') return undefined;
  const words = pattern.source.split('|').map((part) => part.replaceAll(/\\([/."'-])/g, '$1'));
  const isPlain = pattern.source
    .split('|')
    .every((part) => /^(?:[\w\s:,;=@#<>!"'/&%~-]|\\[/."'-])+$/.test(part));
  return isPlain ? words : undefined;
}
