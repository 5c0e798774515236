import { pathVariables } from './method.ts';

/** Headers with all their values, as API Gateway takes them. */
export type HeaderValues = Readonly<Record<string, readonly string[]>>;

/** What a test of a method sends. */
export interface TestCall {
  /** `/orders/42?expand=items`. */
  readonly path: string;
  readonly headers: HeaderValues;
  readonly body: string;
  readonly stageVariables: Readonly<Record<string, string>>;
}

/** What came back. */
export interface TestAnswer {
  readonly status: number;
  readonly latencyMs: number;
  readonly headers: HeaderValues;
  /** Cut where there is very much of it. */
  readonly body: string;
  readonly bodyBytes: number;
  readonly isCut: boolean;
  readonly log: string;
}

/** A path with values in place of its variables; greedy ones keep their slashes. */
export function fillPath(
  path: string,
  values: Readonly<Record<string, string>>,
  queryString: string,
): string {
  const filled = path.replace(/\{([^}+]+)(\+?)\}/g, (_whole, name: string, greedy: string) => {
    const value = values[name] ?? '';
    return greedy === '' ? encodeURIComponent(value) : value.split('/').map(encodeURIComponent).join('/');
  });
  const query = queryString.trim().replace(/^\?/, '');
  return query === '' ? filled : `${filled}?${query}`;
}

/** Variables of the path that have no value yet. */
export function missingVariables(path: string, values: Readonly<Record<string, string>>): readonly string[] {
  return pathVariables(path).filter((name) => (values[name] ?? '') === '');
}

/** Lines of `Name: value`; the number of the first line that is none. */
export function readHeaderLines(text: string): HeaderValues | { readonly line: number } {
  const headers: Record<string, string[]> = {};
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const match = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*)$/.exec(line);
    if (!match) return { line: index + 1 };
    const [, name = '', value = ''] = match;
    headers[name] = [...(headers[name] ?? []), value];
  }
  return headers;
}

/** Lines of `name = value`; the number of the first line that is none. */
export function readVariableLines(
  text: string,
): Readonly<Record<string, string>> | { readonly line: number } {
  const variables: Record<string, string> = {};
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const match = /^(\w+)\s*[=:]\s*(.*)$/.exec(line);
    if (!match) return { line: index + 1 };
    variables[match[1] ?? ''] = match[2] ?? '';
  }
  return variables;
}

/** The number of a line that could not be read. A header's values are lists, a variable's are texts. */
export function badLine(read: object): number | undefined {
  const { line } = read as { line?: unknown };
  return typeof line === 'number' ? line : undefined;
}
