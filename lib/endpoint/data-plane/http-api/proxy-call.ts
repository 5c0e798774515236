import type { StoredIntegration } from '../../services/apigatewayv2/index.ts';
import type { HttpCall } from '../integrations/http-proxy.ts';
import { withStageVariables } from '../integrations/integration.ts';
import type { HttpApiCall } from './open-call.ts';

/**
 * The request to an HTTP back end. Path variables fill the places that name them in the address; the rest of the path
 * is appended where the route is `$default` or greedy and the address has no place for it.
 */
export function toProxyCall(call: HttpApiCall, integration: StoredIntegration): HttpCall {
  const {
    facts,
    match: { route, pathParameters },
    routePath,
    mappedPath,
  } = call;
  const address = withStageVariables(integration.IntegrationUri ?? '', facts.stageVariables ?? {});
  const [beforeQuery = '', ownQuery] = splitOnce(address, '?');
  const greedyName = /\{([^{}]+)\+\}$/.exec(route.RouteKey)?.[1];
  const hasPlace = /\{[^{}]+\}/.test(beforeQuery);
  let url = beforeQuery.replaceAll(/\{([^{}]+?)\+?\}/g, (_, name: string) =>
    Object.hasOwn(pathParameters, name) ? encodeDecodedPath(pathParameters[name] ?? '') : '',
  );
  const rest = greedyName === undefined ? routePath.slice(1) : pathParameters[greedyName];
  if (!hasPlace && (route.RouteKey === '$default' || greedyName !== undefined) && rest)
    url = `${url.replace(/\/$/, '')}/${encodeDecodedPath(rest)}`;
  if (mappedPath !== undefined)
    url = `${/^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? url}${encodeDecodedPath(mappedPath)}`;
  const query = [ownQuery, facts.query].filter((part) => part).join('&');
  return passedOn(call, integration, query === '' ? url : `${url}?${query}`);
}

/** The request as it came, to an address. */
export function passedOn({ facts }: HttpApiCall, integration: StoredIntegration, url: string): HttpCall {
  const headers = new Map(facts.headers);
  const origin = `for=${facts.sourceIp};host=${facts.domainName};proto=http`;
  headers.set('forwarded', [...(facts.headers.get('forwarded') ?? []), origin]);
  headers.set('via', [`HTTP/${facts.httpVersion} AmazonAPIGateway`]);
  headers.set('x-amzn-trace-id', [facts.traceHeader]);
  const method = integration.IntegrationMethod ?? 'ANY';
  return {
    method: method === 'ANY' ? facts.method : method,
    url,
    headers,
    body: facts.body,
    timeoutMs: integration.TimeoutInMillis,
  };
}

/** Dots that mean a folder are kept from meaning one: a path variable never leaves its place in the address. */
export function encodeDecodedPath(text: string): string {
  return text
    .split('/')
    .map((segment) =>
      /^\.{1,2}$/.test(segment) ? segment.replaceAll('.', '%252E') : encodeURIComponent(segment),
    )
    .join('/');
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
