import { contextText } from '../rest-api/context.ts';
import { findByPath } from '../rest-api/vtl/json-path.ts';
import { TemplateError } from '../rest-api/vtl/values.ts';
import type { Answer } from '../shared/answer.ts';
import { contextOf } from './context.ts';
import type { HttpApiCall } from './open-call.ts';

/** Of a body that is longer, paths find nothing. */
const bodyBytesMax = 100 * 1024;

/**
 * The value of `$request.…`, `$response.…`, `$context.…` or `$stageVariables.…`; undefined when there is none. `$response`
 * needs the back end's answer.
 */
export function expressionValue(call: HttpApiCall, expression: string, backEnd?: Answer): string | undefined {
  const [, root = '', path = ''] = /^\$(\w+)\.?([^]*)$/.exec(expression) ?? [];
  switch (root) {
    case 'request':
      return requestValue(call, path);
    case 'response':
      return backEnd && responseValue(backEnd, path);
    case 'context':
      return contextText(contextOf(call), path);
    case 'stageVariables':
      return own(call.stage.variables, path);
    default:
      return undefined;
  }
}

function requestValue({ facts, routePath }: HttpApiCall, path: string): string | undefined {
  const [, place = '', name = ''] = /^(\w+)\.?([^]*)$/.exec(path) ?? [];
  switch (place) {
    case 'header':
      return facts.headers.get(name.toLowerCase())?.join(',');
    case 'querystring': {
      const values = new URLSearchParams(facts.query).getAll(name);
      return values.length > 0 ? values.join(',') : undefined;
    }
    case 'path':
      return name === '' ? routePath : own(facts.pathParameters ?? {}, name);
    case 'body':
      return bodyValue(facts.body, name);
    default:
      return undefined;
  }
}

function responseValue({ headers, body }: Answer, path: string): string | undefined {
  const [, place = '', name = ''] = /^(\w+)\.?([^]*)$/.exec(path) ?? [];
  if (place === 'header') {
    const value = own(headers, name.toLowerCase());
    return typeof value === 'string' || value === undefined ? value : value.join(',');
  }
  return place === 'body' ? bodyValue(typeof body === 'string' ? Buffer.from(body) : body, name) : undefined;
}

function bodyValue(body: Uint8Array, path: string): string | undefined {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (path === '') return bytes.toString();
  if (bytes.length > bodyBytesMax || path.includes('..') || path.includes('?(')) return undefined;
  try {
    const found = findByPath(JSON.parse(bytes.toString()), path);
    return found === undefined || typeof found === 'string' ? found : JSON.stringify(found);
  } catch (error) {
    if (error instanceof TemplateError || error instanceof SyntaxError || error instanceof RangeError)
      return undefined;
    throw error;
  }
}

function own<Value>(members: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
