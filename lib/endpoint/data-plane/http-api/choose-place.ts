import type { RestApiDirectory } from '../../services/apigateway/index.ts';
import type { HttpApiDirectory, PublishedApi } from '../../services/apigatewayv2/index.ts';
import { readAddress } from './address.ts';
import { isForEndpoint } from '../shared/own-domain.ts';
import { chooseStage, type ChosenStage } from './choose-stage.ts';

/** What custom domains map their paths to; those of all kinds of APIs are kept together. */
export type DomainMap = Pick<RestApiDirectory, 'mapDomain'>;

/** Where a request goes: an API by its own address, or by a custom domain. */
export interface ApiPlace {
  readonly api: PublishedApi;
  /** Undefined when there is none; `malformed` for a path that is no percent-encoded UTF-8. */
  readonly chosen: ChosenStage | 'malformed' | undefined;
  readonly isHostForm: boolean;
  /** Of a custom domain. */
  readonly custom: { readonly domainPrefix: string; readonly basePath: string | undefined } | undefined;
}

interface Target {
  readonly hostName: string;
  readonly path: string;
  readonly signedFor?: string | undefined;
}

/** Undefined for what is no address; `unknown` for an address that leads to no API. */
export function choosePlace(
  apis: HttpApiDirectory,
  domains: DomainMap,
  target: Target,
): ApiPlace | 'unknown' | undefined {
  const address = readAddress(target);
  if (!address) return placeByDomain(apis, domains, target);
  const api = apis.find(address.apiId);
  if (!api) return 'unknown';
  const { isHostForm, path } = address;
  return { api, chosen: chooseStage(api, path), isHostForm, custom: undefined };
}

/** A custom domain answers under its own name and under `{name}.localhost`, which needs no DNS. */
function placeByDomain(
  apis: HttpApiDirectory,
  domains: DomainMap,
  target: Target,
): ApiPlace | 'unknown' | undefined {
  const { hostName, path } = target;
  const domainName = hostName.replace(/\.localhost$/, '');
  const mapping = domains.mapDomain(domainName, path);
  if (mapping === undefined || isForEndpoint(target)) return undefined;
  const api = mapping === 'unmapped' ? undefined : apis.find(mapping.apiId);
  if (mapping === 'unmapped' || !api) return 'unknown';
  const stage = api.stages.get(mapping.stage ?? '');
  const [routePath, shownPath] = [decoded(mapping.below), decoded(path)];
  const isReadable = routePath !== undefined && shownPath !== undefined;
  return {
    api,
    chosen: isReadable ? stage && { stage, routePath, shownPath, sentPath: mapping.below } : 'malformed',
    isHostForm: true,
    custom: { domainPrefix: domainName.split('.')[0] ?? domainName, basePath: mapping.basePath },
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
