import type { Snapshot, StoredRoute, WebSocketSnapshot } from '../../services/apigatewayv2/index.ts';
import { findByPath } from '../rest-api/vtl/json-path.ts';
import { TemplateError } from '../rest-api/vtl/values.ts';

/** Looks into a message's JSON; undefined for what is not there, and for messages that are no JSON. */
export function bodyValue(json: unknown, path: string): unknown {
  try {
    return findByPath(json, path);
  } catch (error) {
    if (error instanceof TemplateError) return undefined;
    throw error;
  }
}

/** The same as text, as mappings carry it: JSON for what is no text. */
export function bodyText(json: unknown, path: string): string | undefined {
  const found = bodyValue(json, path);
  if (found === undefined || typeof found === 'string') return found;
  try {
    return JSON.stringify(found);
  } catch (error) {
    // Nested too deeply to be written; what reads it does not use the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

const depthMax = 100;

/** As Java prints: `[item1, item2]`, `{a=1}`. Nothing for null, and for what is nested too deeply. */
export function javaText(value: unknown, depth = 0): string {
  if (value === undefined || value === null || depth > depthMax) return '';
  const nested = (member: unknown): string => (member === null ? 'null' : javaText(member, depth + 1));
  if (Array.isArray(value)) return `[${value.map(nested).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  const members = Object.entries(value).map(([name, member]) => `${name}=${nested(member)}`);
  return `{${members.join(', ')}}`;
}

/**
 * What a selection expression gives: `$request.body.a`, `${request.body.a}` with text around, or text alone, where
 * `\$` is a dollar sign. Variables are put in once: what they bring is not looked at again. `valueOf` is asked for a
 * variable without its dollar sign.
 */
export function evaluate(expression: string, valueOf: (variable: string) => unknown): string {
  if (/^\$[a-z]/.test(expression)) return javaText(valueOf(expression.slice(1)));
  return expression.replaceAll(/\\\$|\$\{([^{}]*)\}/g, (_, variable: string | undefined) =>
    variable === undefined ? '$' : javaText(valueOf(variable)),
  );
}

/** The value of `request.body.…` in an expression about a message. */
export function requestValue(json: unknown): (variable: string) => unknown {
  return (variable) => {
    const [, path] = /^request\.body\.?([^]*)$/.exec(variable) ?? [];
    return path === undefined ? undefined : bodyValue(json, path.startsWith('[') ? `$${path}` : path);
  };
}

const reserved = new Set(['$connect', '$disconnect', '$default']);

/** The route of a message: the one that its own key names, else `$default`. A caller cannot name a reserved one. */
export function selectRoute(
  { routes }: Snapshot,
  { routeSelectionExpression }: WebSocketSnapshot,
  json: unknown,
): StoredRoute | undefined {
  const key = evaluate(routeSelectionExpression, requestValue(json));
  const own = reserved.has(key) ? undefined : findRoute(routes, key);
  return own ?? findRoute(routes, '$default');
}

export function findRoute(routes: Snapshot['routes'], key: string): StoredRoute | undefined {
  return routes.find(({ RouteKey }) => RouteKey === key);
}
