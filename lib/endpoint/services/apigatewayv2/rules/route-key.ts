import { badRequest } from '../errors.ts';

const methods = ['ANY', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const literal = /^[\w\-.~!$&'()*+,;=:@%]*$/;
const variable = /^\{([\w.\-:]+)(\+?)\}$/;

/** Refuses what is neither `$default` nor a method and a path whose variables fill whole segments. */
export function assertRouteKey(routeKey: string): void {
  if (routeKey === '$default') return;
  const [method = '', path = '', ...rest] = routeKey.split(' ');
  if (!methods.includes(method) || !path.startsWith('/') || rest.length > 0 || routeKey.length > 512) {
    throw badRequest(
      'The provided route key is not formatted properly for HTTP protocol. Format should be "<HTTP METHOD> /<RESOURCE PATH>" or "$default"',
    );
  }
  const names = new Set<string>();
  const segments = path.slice(1).split('/');
  segments.forEach((segment, index) => {
    const [, name, plus] = variable.exec(segment) ?? [];
    if (name === undefined) {
      if (literal.test(segment)) return;
      throw badRequest(
        `The segment '${segment}' of the route key is neither text nor one variable in braces, such as {id} or {proxy+}.`,
      );
    }
    if (names.has(name)) throw badRequest(`The route key names the path variable {${name}} twice.`);
    names.add(name);
    if (plus === '+' && index < segments.length - 1)
      throw badRequest(`The greedy path variable {${name}+} must be the last segment of the route key.`);
  });
}
