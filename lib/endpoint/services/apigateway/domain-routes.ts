import type { IncomingHttpHeaders } from 'node:http';
import { noBasePath, type Items, type StoredDomainName, type StoredRoutingRule } from './parts.ts';

/** Where a path of a custom domain leads. */
export interface DomainTarget {
  readonly apiId: string;
  /** Missing when the path names it. */
  readonly stage: string | undefined;
  /** The beginning that was matched; missing for the mapping of all other paths. */
  readonly basePath: string | undefined;
  /** What of the path is left, as sent. */
  readonly below: string;
}

/** Where a domain leads a request: by its routing rules, its mappings, or the first and then the second. */
export function routeOf(
  items: Items,
  { domainName, routingMode }: StoredDomainName,
  path: string,
  headers: IncomingHttpHeaders = {},
): DomainTarget | undefined {
  const hasRules = routingMode !== undefined && routingMode !== 'BASE_PATH_MAPPING_ONLY';
  const ruled = hasRules
    ? findRuled(items.routingRules.anywhere(domainName)?.rules ?? [], path, headers)
    : undefined;
  return ruled ?? (routingMode === 'ROUTING_RULE_ONLY' ? undefined : findMapping(items, domainName, path));
}

/** The first rule, by priority, whose conditions all hold. One without conditions always does. */
function findRuled(
  rules: readonly StoredRoutingRule[],
  path: string,
  headers: IncomingHttpHeaders,
): DomainTarget | undefined {
  for (const { conditions, action } of rules) {
    let matched: { readonly basePath: string; readonly below: string } | undefined;
    const holds = conditions.every((condition) => {
      if (condition.kind === 'headers')
        return condition.anyOf.some(({ name, glob }) => matchesGlob(valueOf(headers, name), glob));
      matched = condition.anyOf.map((basePath) => cutBasePath(path, basePath)).find(Boolean);
      return matched !== undefined;
    });
    if (!holds) continue;
    const { apiId, stage, stripBasePath } = action;
    const isCut = stripBasePath && matched !== undefined;
    return { apiId, stage, basePath: matched?.basePath, below: isCut ? (matched?.below ?? path) : path };
  }
  return undefined;
}

function valueOf(headers: IncomingHttpHeaders, name: string) {
  const key = name.toLowerCase();
  return Object.hasOwn(headers, key) ? headers[key] : undefined;
}

/** What is left of a path behind its first segments; they are compared as they are, small and large letters apart. */
function cutBasePath(path: string, basePath: string): { basePath: string; below: string } | undefined {
  const segments = path.slice(1).split('/');
  const { length } = basePath.split('/');
  if (length > segments.length || decoded(segments.slice(0, length).join('/')) !== basePath) return undefined;
  return { basePath, below: `/${segments.slice(length).join('/')}` };
}

/** A star stands for anything, at the beginning and at the end alone. */
function matchesGlob(value: string | readonly string[] | undefined, glob: string): boolean {
  if (value === undefined) return false;
  const text = typeof value === 'string' ? value : value.join(', ');
  const [isOpenBefore, isOpenAfter] = [glob.startsWith('*'), glob.length > 1 && glob.endsWith('*')];
  const literal = glob.slice(isOpenBefore ? 1 : 0, isOpenAfter ? -1 : undefined);
  if (isOpenBefore && isOpenAfter) return text.includes(literal);
  if (isOpenBefore) return text.endsWith(literal);
  return isOpenAfter ? text.startsWith(literal) : text === literal;
}

/** Segments of a path that mappings are looked up by; longer ones are as long as a mapping's key may be. */
const segmentsMax = 20;

/** The mapping with the longest beginning of the path. */
function findMapping({ mappings }: Items, domainName: string, path: string): DomainTarget | undefined {
  const segments = path.slice(1).split('/');
  for (let count = Math.min(segments.length, segmentsMax); count >= 0; count -= 1) {
    const basePath = count === 0 ? noBasePath : decoded(segments.slice(0, count).join('/'));
    if (basePath === undefined || basePath === '' || (count > 0 && basePath === noBasePath)) continue;
    const mapping = mappings.anywhere(`${domainName}/${basePath}`);
    if (!mapping) continue;
    return {
      apiId: mapping.restApiId,
      stage: mapping.stage,
      basePath: count === 0 ? undefined : basePath,
      below: count === 0 ? path : `/${segments.slice(count).join('/')}`,
    };
  }
  return undefined;
}

/** Undefined for what is no percent-encoded UTF-8. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
