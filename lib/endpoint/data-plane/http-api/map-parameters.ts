import { isCarried, type Answer } from '../shared/answer.ts';
import { expressionValue } from './expressions.ts';
import type { HttpApiCall } from './open-call.ts';

type Parameters = Readonly<Record<string, string>>;

/** Changes headers, query and path of a request before its back end gets it, as the integration's parameters say. */
export function mapRequest(call: HttpApiCall, parameters: Parameters): HttpApiCall {
  const mappings = Object.entries(parameters);
  if (mappings.length === 0) return call;
  const headers = new Map<string, readonly string[]>(call.facts.headers);
  const query = new URLSearchParams(call.facts.query);
  let isQueryChanged = false;
  let mappedPath: string | undefined;
  for (const [key, source] of mappings) {
    const { action, place, name } = parseKey(key);
    // Every value is that of the request as it came.
    const value = action === 'remove' ? '' : mappedValue(call, source);
    if (value === undefined) continue;
    if (place === 'path') mappedPath = value.startsWith('/') ? value : `/${value}`;
    else if (place === 'querystring') {
      isQueryChanged = true;
      if (action === 'remove') query.delete(name);
      else if (action === 'append') query.append(name, value);
      else query.set(name, value);
    } else {
      const before = action === 'append' ? (headers.get(name.toLowerCase()) ?? []) : [];
      headers.delete(name.toLowerCase());
      if (action !== 'remove') headers.set(name.toLowerCase(), [...before, value]);
    }
  }
  return {
    ...call,
    mappedPath,
    facts: {
      ...call.facts,
      headers,
      ...(isQueryChanged && { query: query.toString() }),
      ...(mappedPath !== undefined && { path: mappedPath }),
    },
  };
}

/** Changes a back end's answer as the parameters for its status say; undefined for what HTTP cannot carry. */
export function mapResponse(
  call: HttpApiCall,
  answer: Answer,
  byStatus: Readonly<Record<string, Parameters>>,
): Answer | undefined {
  const parameters = byStatus[String(answer.status)];
  if (!parameters) return answer;
  const headers: Record<string, string | readonly string[]> = { ...answer.headers };
  let { status } = answer;
  try {
    for (const [key, source] of Object.entries(parameters)) {
      const { action, place, name } = parseKey(key);
      const value = action === 'remove' ? '' : mappedValue(call, source, answer);
      if (value === undefined) continue;
      if (place === 'statuscode') {
        status = Number(value);
        if (!/^[2-5]\d\d$/.test(value)) return undefined;
        continue;
      }
      const lower = name.toLowerCase();
      const before = action === 'append' ? listOf(headers[lower]) : [];
      delete headers[lower];
      if (action !== 'remove' && isCarried(name, value))
        headers[lower] = before.length > 0 ? [...before, value] : value;
    }
  } catch {
    return undefined;
  }
  return { ...answer, status, headers };
}

/** `append:header.name` and its like. */
function parseKey(key: string) {
  const [, action = '', place = '', name = ''] = /^(\w+):(\w+)\.?([^]*)$/.exec(key) ?? [];
  return { action, place, name };
}

/** One expression, or text with expressions in `${…}`; undefined for an expression that finds nothing. */
export function mappedValue(call: HttpApiCall, source: string, backEnd?: Answer): string | undefined {
  if (/^\$(request|response|context|stageVariables)\b/.test(source))
    return expressionValue(call, source, backEnd);
  return source.replaceAll(
    /\$\{([^{}]+)\}/g,
    (_, inner: string) => expressionValue(call, `$${inner}`, backEnd) ?? '',
  );
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
