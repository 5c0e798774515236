import type { Answer } from '../shared/answer.ts';
import { contextOf, contextText } from './context.ts';
import type { MethodCall, RestCall } from './rest-call.ts';
import { findByPath } from './vtl/json-path.ts';
import { TemplateError } from './vtl/values.ts';

/** What a back end answered, for expressions that look into it. */
export interface BackEndFacts {
  readonly headers: Answer['headers'];
  readonly bodyText: string;
}

/**
 * The value of a mapping expression: `method.request.…`, `integration.response.…`, `context.…`, `stageVariables.…` or
 * `'static'`. Undefined when there is none.
 */
export function sourceText(
  call: RestCall | MethodCall,
  source: string,
  backEnd?: BackEndFacts,
): string | undefined {
  const literal = /^'([^]*)'$/.exec(source);
  if (literal) return literal[1];
  const [, context] = /^context\.(.+)$/.exec(source) ?? [];
  if (context !== undefined) return contextText(contextOf(call), context);
  const [, variable] = /^stageVariables\.(.+)$/.exec(source) ?? [];
  if (variable !== undefined) return own(call.variables, variable);
  const [, place, name = ''] = /^method\.request\.(\w+)\.?([^]*)$/.exec(source) ?? [];
  if (place !== undefined) return requestText(call, place, name);
  const [, part, member = ''] = /^integration\.response\.(\w+)\.?([^]*)$/.exec(source) ?? [];
  return part === undefined || !backEnd ? undefined : answerText(backEnd, part, member);
}

function requestText(call: RestCall | MethodCall, place: string, name: string): string | undefined {
  switch (place) {
    case 'path':
      return 'pathParameters' in call ? own(call.pathParameters, name) : undefined;
    case 'querystring':
      return call.query.get(name)?.at(-1);
    case 'multivaluequerystring':
      return call.query.get(name)?.join(',');
    case 'header':
      return call.headers.get(name.toLowerCase())?.values.at(-1);
    case 'multivalueheader':
      return call.headers.get(name.toLowerCase())?.values.join(',');
    case 'body':
      return bodyPart(Buffer.from(call.body).toString(), name);
    default:
      return undefined;
  }
}

function answerText({ headers, bodyText }: BackEndFacts, part: string, name: string): string | undefined {
  if (part === 'body') return bodyPart(bodyText, name);
  const value = own(headers, name.toLowerCase());
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value;
  return part === 'multivalueheader' ? value.join(',') : value.at(-1);
}

function bodyPart(text: string, path: string): string | undefined {
  if (path === '') return text;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  try {
    const found = findByPath(json, path);
    return found === undefined || typeof found === 'string' ? found : JSON.stringify(found);
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

function own<Value>(members: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}
