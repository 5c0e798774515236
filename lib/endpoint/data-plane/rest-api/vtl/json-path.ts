import { JSONPath } from 'jsonpath-plus';
import { TemplateError } from './values.ts';
import { withinMs } from './watchdog.ts';

const findMsMax = 500;

/** Names and indexes alone, which need no look-around. */
const plainPath = /^\$?((\.[\w-]+|\[\d+\]|\[(['"])[^'"\\]*\3\])*)$/;
const step = /\.([\w-]+)|\[(\d+)\]|\[(?:'([^']*)'|"([^"]*)")\]/g;

/** Found with more than one possible answer: a list is what such a path gives. */
const isManyPattern = /\.\.|\*|\[\s*\?|\[[^\]'"]*[:,][^\]'"]*\]|\[\s*'[^']*'\s*,/;

/**
 * What a JSONPath finds in parsed JSON, or undefined. Scripts in a path are refused: `?(…)` and `(…)` are code.
 *
 * Gap: filters, which AWS's library has; they fail as a wrong path does.
 *
 * @throws TemplateError
 */
export function findByPath(json: unknown, path: string): unknown {
  const text = path === '' || path.startsWith('$') ? path : `$.${path}`;
  const plain = plainPath.exec(text);
  if (plain) return walk(json, plain[1] ?? '');
  if (typeof json !== 'object' || json === null) return undefined;
  let found: unknown;
  try {
    found = withinMs(
      findMsMax,
      () => JSONPath({ path: text, json, eval: false, wrap: true }) as unknown,
      () => new TemplateError(`it took longer than ${findMsMax} ms`),
    );
  } catch (error) {
    throw new TemplateError(
      `the path ${text} is malformed: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const list: unknown[] = Array.isArray(found) ? found : [];
  return isManyPattern.test(text) ? list : list[0];
}

function walk(json: unknown, steps: string): unknown {
  let value = json;
  for (const [, name, index, single, double] of steps.matchAll(step)) {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = name ?? index ?? single ?? double ?? '';
    if (Array.isArray(value)) value = /^\d+$/.test(key) ? (value[Number(key)] as unknown) : undefined;
    else value = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
  }
  return value;
}
