import { findByPath } from './json-path.ts';
import { fromJson, HostObject, TemplateError, toJson, toText, type Budget, type Value } from './values.ts';

export interface InputFacts {
  /** Undefined where there is none. */
  readonly body: string | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly querystring: Readonly<Record<string, string>>;
  readonly header: Readonly<Record<string, string>>;
}

/** What a millisecond of looking for a path costs: all of a budget is spent in about a second. */
const stepsOfMs = 500;

/** `$input`: the body, which is read as JSON when a template first asks, and the parameters. */
export function inputTool(facts: InputFacts, budget: Budget): HostObject {
  let parsed: { readonly json: unknown } | undefined;
  const find = (path: string): unknown => {
    parsed ??= { json: parseBody(facts.body) };
    const startMs = performance.now();
    const found = findByPath(parsed.json, path);
    budget.spend((performance.now() - startMs) * stepsOfMs);
    return found;
  };
  const sources = [facts.path, facts.querystring, facts.header];
  const all = (): Value =>
    new Map<string, Value>([
      ['path', new Map(Object.entries(facts.path))],
      ['querystring', new Map(Object.entries(facts.querystring))],
      ['header', new Map(Object.entries(facts.header))],
    ]);
  return new HostObject(
    {
      json([path]) {
        const found = find(toText(path, budget));
        return found === undefined ? '""' : budget.text(JSON.stringify(found));
      },
      path([path]) {
        return fromJson(find(toText(path, budget)), budget);
      },
      params([name]) {
        if (name === undefined) return all();
        const wanted = toText(name, budget);
        return sources.find((source) => Object.hasOwn(source, wanted))?.[wanted];
      },
    },
    { body: () => facts.body ?? '{}', params: all },
  );
}

function parseBody(body: string | undefined): unknown {
  if (body === undefined || body === '') return {};
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new TemplateError('the body is no JSON');
  }
}

/** `$util`. */
export function utilTool(budget: Budget): HostObject {
  const on =
    (change: (text: string) => Value) =>
    ([value]: readonly Value[]): Value => {
      const changed = change(toText(value, budget));
      return typeof changed === 'string' ? budget.text(changed) : changed;
    };
  return new HostObject({
    escapeJavaScript: on(escapeJavaScript),
    parseJson: on((text) => {
      try {
        return fromJson(JSON.parse(text) as unknown, budget);
      } catch {
        throw new TemplateError('parseJson was given what is no JSON');
      }
    }),
    toJson: ([value]) => toJson(value, budget),
    urlEncode: on((text) => new URLSearchParams([['', text]]).toString().slice(1)),
    urlDecode: on(urlDecode),
    base64Encode: on((text) => Buffer.from(text).toString('base64')),
    base64Decode: on((text) => Buffer.from(text, 'base64').toString()),
  });
}

const escapes: Readonly<Record<string, string>> = {
  '\b': String.raw`\b`,
  '\f': String.raw`\f`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

/** As Apache Commons does it: also `'` and `/`, and everything beyond ASCII as `\uXXXX`. */
export function escapeJavaScript(text: string): string {
  return text.replaceAll(/['"\\/]|[^ -~]/g, (character) => {
    if (/['"\\/]/.test(character)) return `\\${character}`;
    const known = escapes[character];
    return known ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}

function urlDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new TemplateError('urlDecode was given a malformed text');
  }
}
