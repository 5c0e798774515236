import { contextText } from '../rest-api/context.ts';
import { requestContext } from './events.ts';
import { bodyText } from './select-route.ts';
import type { SocketCall } from './socket-call.ts';

/** `$context` as plain members; what is unknown is missing. */
export function contextOf(call: SocketCall): Record<string, unknown> {
  const { error, accessKey } = call.learned;
  const context = requestContext(call);
  return {
    ...context,
    ...(accessKey !== undefined && {
      identity: { ...(context['identity'] as object), caller: accessKey, user: accessKey },
    }),
    ...(error && {
      error: {
        message: error.message,
        messageString: JSON.stringify(error.message),
        responseType: error.type,
        ...(error.validation !== undefined && { validationErrorString: error.validation }),
      },
    }),
  };
}

/**
 * The value of a mapping expression: `route.request.…`, `context.…`, `stageVariables.…` or `'static'`. Undefined when
 * there is none, as of headers and queries after `$connect`.
 */
export function sourceText(call: SocketCall, source: string): string | undefined {
  const literal = /^'([^]*)'$/.exec(source);
  if (literal) return literal[1];
  const [, context] = /^\$?context\.(.+)$/.exec(source) ?? [];
  if (context !== undefined) return contextText(contextOf(call), context);
  const [, variable] = /^\$?stageVariables\.(.+)$/.exec(source) ?? [];
  if (variable !== undefined)
    return Object.hasOwn(call.stage.variables, variable) ? call.stage.variables[variable] : undefined;
  const [, place, name = ''] = /^route\.request\.(\w+)\.?([^]*)$/.exec(source) ?? [];
  switch (place) {
    case 'querystring':
      return call.query.get(name)?.at(-1);
    case 'multivaluequerystring':
      return call.query.get(name)?.join(',');
    case 'header':
      return call.headers.get(name.toLowerCase())?.values.at(-1);
    case 'multivalueheader':
      return call.headers.get(name.toLowerCase())?.values.join(',');
    case 'body':
      return name === '' ? call.body : bodyText(call.json, name);
    default:
      return undefined;
  }
}
