import type { IncomingHttpHeaders } from 'node:http';
import type {
  PublishedRestApi,
  PublishedRestStage,
  RestApiDirectory,
  Snapshot,
} from '../../services/apigateway/index.ts';
import { readAddress } from '../http-api/address.ts';
import { isForEndpoint } from '../shared/own-domain.ts';

interface Target {
  readonly hostName: string;
  readonly path: string;
  readonly signedFor?: string | undefined;
  readonly headers?: IncomingHttpHeaders | undefined;
}

/** Where a request goes: an API by its own address, or by a custom domain. */
export interface Place {
  readonly api: PublishedRestApi;
  /** Undefined when the API has none of that name. */
  readonly stage: PublishedRestStage | undefined;
  /** Below the stage, as sent. */
  readonly path: string;
  /** With the stage or the base path of a custom domain. */
  readonly requestPath: string;
  readonly isHostForm: boolean;
  /** The first label of a custom domain. */
  readonly domainPrefix: string | undefined;
  /** Of a private API's address. */
  readonly vpcEndpointId: string | undefined;
}

/**
 * Undefined for what is no address of a REST API; `unmapped` for a path of a custom domain that leads nowhere, and for a
 * VPC endpoint's own address that names no API.
 */
export function findPlace(
  directory: RestApiDirectory,
  target: Target,
  named?: string,
): Place | 'unmapped' | undefined {
  const address = readAddress(target);
  if (!address) return findByDomain(directory, target);
  // A private API is called as `{apiId}-{vpceId}`, or under the endpoint's own name with its id in a header.
  const [, own] = /^(vpce-[a-z0-9]+)(?:-[a-z0-9-]+)?$/.exec(address.apiId) ?? [];
  const [, id, joined] = /^([a-z0-9]+)-(vpce-[a-z0-9-]+)$/.exec(address.apiId) ?? [];
  const vpcEndpointId = own ?? joined;
  const api = directory.find(own === undefined ? (id ?? address.apiId) : (named ?? ''));
  if (!api) return own === undefined ? undefined : 'unmapped';
  const { first, rest } = split(address.path);
  const stage = first === undefined ? undefined : api.stages.get(first);
  return {
    api,
    stage,
    path: oneSlash(rest),
    requestPath: `/${stage?.name ?? ''}${rest}`,
    isHostForm: address.isHostForm,
    domainPrefix: undefined,
    vpcEndpointId,
  };
}

/** A custom domain answers under its own name and under `{name}.localhost`, which needs no DNS. */
function findByDomain(directory: RestApiDirectory, target: Target): Place | 'unmapped' | undefined {
  const domainName = target.hostName.replace(/\.localhost$/, '');
  const mapping = directory.mapDomain(domainName, target.path, target.headers);
  if (mapping === undefined || isForEndpoint(target)) return undefined;
  if (mapping === 'unmapped') return mapping;
  const api = directory.find(mapping.apiId);
  // An API of another kind: the planes of those are asked next.
  if (!api) return undefined;
  const { below } = mapping;
  // A mapping without a stage leaves it to the caller, as the API's own address does.
  const { stage: mapped = '' } = mapping;
  const chosen = mapped === '' ? split(below) : { first: mapped, rest: below };
  return {
    api,
    stage: chosen.first === undefined ? undefined : api.stages.get(chosen.first),
    path: oneSlash(chosen.rest),
    requestPath: target.path,
    isHostForm: true,
    domainPrefix: domainName.split('.')[0],
    vpcEndpointId: undefined,
  };
}

/** A private API answers under the name of one of its VPC endpoints alone, and no other API answers there. */
export function isServed(
  settings: Snapshot['settings'],
  { vpcEndpointId, domainPrefix }: Pick<Place, 'vpcEndpointId' | 'domainPrefix'>,
): boolean {
  if (settings.disableExecuteApiEndpoint && domainPrefix === undefined) return false;
  const { types, vpcEndpointIds = [] } = settings.endpointConfiguration;
  if (types?.includes('PRIVATE') !== true) return vpcEndpointId === undefined;
  if (vpcEndpointId === undefined) return false;
  return vpcEndpointIds.length === 0 || vpcEndpointIds.includes(vpcEndpointId);
}

/** The first segment, decoded; undefined for one that is no percent-encoded UTF-8. */
function split(path: string): { readonly first: string | undefined; readonly rest: string } {
  const slash = path.indexOf('/', 1);
  const first = slash === -1 ? path.slice(1) : path.slice(1, slash);
  const rest = slash === -1 ? '/' : path.slice(slash);
  try {
    return { first: decodeURIComponent(first), rest };
  } catch {
    return { first: undefined, rest };
  }
}

const oneSlash = (path: string): string => path.replace(/^\/{2,}/, '/');
