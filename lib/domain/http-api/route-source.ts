/** The part of a source ARN for a route: any stage, and asterisks where the path has variables. */
export function routeSource(method: string, path: string): string {
  if (path === '$default') return '*/$default';
  return `*/${method === 'ANY' ? '*' : method}${path.replace(/\{[^}]+\}/g, '*')}`;
}

/** The same for one call through a stage: what a statement must cover to let it in. */
export function routeCall(stage: string, method: string, path: string): string {
  if (path === '$default') return `${stage}/$default`;
  return `${stage}/${method === 'ANY' ? 'GET' : method}${path}`;
}
