import { badRequest, list, object, text, type Definition, type JsonObject } from './definition.ts';

export const verbs: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
/** The key of a path's operation that stands for every method without its own. */
export const anyMethod = 'x-amazon-apigateway-any-method';

/** `ignore` leaves it out, `prepend` puts it before every path, `split` all of it but its first part. */
export function basePathOf({ version, root }: Definition, mode: string): string {
  if (!['ignore', 'prepend', 'split'].includes(mode))
    throw badRequest(`Invalid basepath parameter: ${mode}. It is one of ignore, prepend, split.`);
  if (mode === 'ignore') return '';
  const parts = (version === '2.0' ? (text(root['basePath']) ?? '') : serverPath(root))
    .split('/')
    .filter((part) => part !== '');
  const kept = mode === 'split' ? parts.slice(1) : parts;
  return kept.map((part) => `/${part}`).join('');
}

/** A variable named basePath wins, in whichever server; else the path of the first URL. */
function serverPath(root: JsonObject): string {
  const servers = list(root['servers']).map(object);
  for (const server of servers) {
    const path = text(object(object(server['variables'])['basePath'])['default']);
    if (path !== undefined) return path;
  }
  const url = text(servers[0]?.['url']) ?? '';
  return url.startsWith('/') ? url : (/^[a-z]+:\/\/[^/]+(\/.*)?$/i.exec(url)?.[1] ?? '');
}

/** The three variables that AWS replaces in imported files. */
export function substitute(root: JsonObject, region: string, accountId: string): JsonObject {
  const source = JSON.stringify(root)
    .replaceAll('${AWS::AccountId}', accountId)
    .replaceAll('${AWS::Region}', region)
    .replaceAll('${AWS::Partition}', 'aws');
  return object(JSON.parse(source));
}

export function assertNoWarnings(warnings: readonly string[], failOnWarnings: boolean | undefined): void {
  if (failOnWarnings === true && warnings.length > 0)
    throw badRequest(`Warnings found during import:\n\t${warnings.join('\n\t')}`);
}
