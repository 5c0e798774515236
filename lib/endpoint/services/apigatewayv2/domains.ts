import type {
  ApiMapping,
  CreateApiMappingRequest,
  CreateDomainNameRequest,
  DomainName,
  DomainNameConfiguration,
  RoutingMode,
  UpdateDomainNameRequest,
} from '@aws-sdk/client-apigatewayv2';
import { createHash } from 'node:crypto';
import { notImplemented } from '../../errors.ts';
import { noBasePath, type StoredDomainName, type StoredMapping } from '../apigateway/index.ts';
import type { RequestContext } from '../service.ts';
import { badRequest, conflict, notFound, tooMany } from './errors.ts';
import { newId } from './identifiers.ts';
import type { HttpApiParts } from './parts.ts';
import { protocolOf } from './records.ts';
import { limits } from './rules/limits.ts';
import { assertTags } from './rules/tags.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;
const domainPattern = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/;
const keyPattern = /^[\w$.+!*'()-]+(\/[\w$.+!*'()-]+)*$/;
const keyMax = 300;

/** Domains are those of REST APIs: both of API Gateway's services show and change the same ones. */
export function findDomainOrThrow(parts: HttpApiParts, place: Place, domainName: string): StoredDomainName {
  const domain = parts.domains.find(place, domainName);
  if (!domain) throw notFound('domain name', domainName);
  return domain;
}

export function newDomain(
  parts: HttpApiParts,
  place: Place,
  input: CreateDomainNameRequest,
): StoredDomainName {
  const { DomainName: domainName = '', Tags = {} } = input;
  assertTags(Tags);
  if (!domainPattern.test(domainName)) throw badRequest('Domain name is invalid.');
  if (parts.domains.anywhere(domainName)) throw conflict('The domain name you provided already exists.');
  if (parts.domains.list(place).length >= limits.domains) throw tooMany('DomainName', limits.domains);
  const configuration = checkDomain(input);
  const domain: StoredDomainName = {
    domainName,
    domainNameArn: `arn:aws:apigateway:${place.region}::/domainnames/${domainName}`,
    regionalCertificateArn: configuration.CertificateArn,
    regionalDomainName: `d-${newId(10)}.execute-api.${place.region}.amazonaws.com`,
    regionalHostedZoneId: 'ZLY8HYME6SFDD',
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: configuration.IpAddressType ?? 'ipv4' },
    domainNameStatus: 'AVAILABLE',
    securityPolicy: configuration.SecurityPolicy ?? 'TLS_1_2',
    routingMode: storedMode(input.RoutingMode ?? 'API_MAPPING_ONLY'),
    tags: Tags,
    createdMs: parts.clock.now(),
  };
  parts.domains.put(place, domainName, domain, { createdMs: domain.createdMs });
  return domain;
}

const routingModes: readonly string[] = [
  'API_MAPPING_ONLY',
  'ROUTING_RULE_ONLY',
  'ROUTING_RULE_THEN_API_MAPPING',
];

/** REST APIs' own service has another word for mappings. */
const storedMode = (mode: RoutingMode) =>
  mode.replace('API_MAPPING', 'BASE_PATH_MAPPING') as StoredDomainName['routingMode'];
const shownMode = (mode: StoredDomainName['routingMode']) =>
  (mode ?? 'BASE_PATH_MAPPING_ONLY').replace('BASE_PATH_MAPPING', 'API_MAPPING') as RoutingMode;

/** What cannot be done here is refused: a domain that is less closed than its owner believes is worse than none. */
function checkDomain(input: CreateDomainNameRequest | UpdateDomainNameRequest): DomainNameConfiguration {
  const [configuration = {}, ...more] = input.DomainNameConfigurations ?? [];
  if (more.length > 0) throw badRequest('A domain name has one configuration.');
  if (input.MutualTlsAuthentication?.TruststoreUri) throw notImplemented('Mutual TLS of a custom domain');
  if (input.RoutingMode !== undefined && !routingModes.includes(input.RoutingMode))
    throw badRequest(`Invalid routing mode specified. Must be one of ${routingModes.join(', ')}.`);
  if ((configuration.EndpointType ?? 'REGIONAL') !== 'REGIONAL')
    throw badRequest('Invalid endpoint type specified. Must be REGIONAL.');
  return configuration;
}

export function changedDomain(domain: StoredDomainName, input: UpdateDomainNameRequest): StoredDomainName {
  const { CertificateArn, SecurityPolicy } = checkDomain(input);
  return {
    ...domain,
    ...(CertificateArn !== undefined && { regionalCertificateArn: CertificateArn }),
    ...(SecurityPolicy !== undefined && { securityPolicy: SecurityPolicy }),
    ...(input.RoutingMode !== undefined && { routingMode: storedMode(input.RoutingMode) }),
  };
}

export function showDomain(domain: StoredDomainName): DomainName {
  const { endpointConfiguration: { types = [], ipAddressType } = {} } = domain;
  return {
    ApiMappingSelectionExpression: '$request.basepath',
    DomainName: domain.domainName,
    DomainNameArn: domain.domainNameArn,
    DomainNameConfigurations: [
      {
        ApiGatewayDomainName: domain.regionalDomainName ?? domain.distributionDomainName,
        CertificateArn: domain.regionalCertificateArn ?? domain.certificateArn,
        CertificateName: domain.certificateName,
        DomainNameStatus: domain.domainNameStatus === 'AVAILABLE' ? 'AVAILABLE' : 'UPDATING',
        EndpointType: types.includes('EDGE') ? 'EDGE' : 'REGIONAL',
        HostedZoneId: domain.regionalHostedZoneId ?? domain.distributionHostedZoneId,
        IpAddressType: ipAddressType,
        SecurityPolicy: domain.securityPolicy === 'TLS_1_0' ? 'TLS_1_0' : 'TLS_1_2',
      },
    ],
    RoutingMode: shownMode(domain.routingMode),
    Tags: domain.tags,
  };
}

export function mappingsOf(parts: HttpApiParts, place: Place, domainName: string): StoredMapping[] {
  return parts.mappings.list(place).filter((mapping) => mapping.domainName === domainName);
}

/** Mappings that were made without an id have one that their path gives. */
export function mappingId({ domainName, basePath, mappingId: given }: StoredMapping): string {
  return given ?? `m${createHash('sha256').update(`${domainName}/${basePath}`).digest('hex').slice(0, 9)}`;
}

export function findMappingOrThrow(
  parts: HttpApiParts,
  place: Place,
  domainName: string,
  id: string,
): StoredMapping {
  findDomainOrThrow(parts, place, domainName);
  const mapping = mappingsOf(parts, place, domainName).find((one) => mappingId(one) === id);
  if (!mapping) throw notFound('API mapping', id);
  return mapping;
}

export function newMapping(parts: HttpApiParts, place: Place, input: CreateApiMappingRequest): StoredMapping {
  const { domainName } = findDomainOrThrow(parts, place, input.DomainName ?? '');
  const mapping: StoredMapping = {
    domainName,
    basePath: input.ApiMappingKey ? input.ApiMappingKey : noBasePath,
    restApiId: input.ApiId ?? '',
    stage: input.Stage,
    mappingId: newId(6),
  };
  if (mappingsOf(parts, place, domainName).length >= limits.mappings)
    throw tooMany('ApiMapping', limits.mappings);
  putMapping(parts, place, mapping, undefined);
  return mapping;
}

/** Puts a mapping in the place of the one before. */
export function putMapping(
  parts: HttpApiParts,
  place: Place,
  mapping: StoredMapping,
  before: StoredMapping | undefined,
): void {
  const { domainName, basePath } = mapping;
  if (basePath !== noBasePath && (basePath.length > keyMax || !keyPattern.test(basePath)))
    throw badRequest("Invalid API mapping key: segments of letters, digits and $-_.+!*'(), 300 at most.");
  assertTarget(parts, place, mapping);
  const id = `${domainName}/${basePath}`;
  if (before?.basePath !== basePath && parts.mappings.find(place, id))
    throw conflict('ApiMapping key already exists for this domain name');
  if (before) parts.mappings.remove(place, `${domainName}/${before.basePath}`);
  parts.mappings.put(place, id, mapping, { createdMs: parts.clock.now() });
}

/** A stage of an API of any kind; those of WebSocket APIs share a domain with none of another kind. */
function assertTarget(parts: HttpApiParts, place: Place, mapping: StoredMapping): void {
  const { restApiId: apiId, stage = '' } = mapping;
  const kind = kindOf(parts, place, apiId);
  if (kind === undefined) throw badRequest(`Invalid API identifier specified ${place.accountId}:${apiId}`);
  const isThere =
    kind === 'REST'
      ? parts.restApis.findStage(apiId, stage)
      : parts.repository.findPart(apiId, 'stage', stage);
  if (!isThere) throw badRequest('Invalid stage identifier specified');
  const ruled = parts.routingRules.find(place, mapping.domainName)?.rules ?? [];
  if (kind !== 'REST' && ruled.length > 0)
    throw badRequest('A domain name with routing rules has mappings to REST APIs alone.');
  const others = mappingsOf(parts, place, mapping.domainName).filter(
    (other) => mappingId(other) !== mappingId(mapping),
  );
  const isMixed = others.some(
    (other) => (kindOf(parts, place, other.restApiId) === 'WEBSOCKET') !== (kind === 'WEBSOCKET'),
  );
  if (isMixed) throw badRequest('WebSocket APIs cannot share a domain name with APIs of another kind.');
}

export function kindOf(
  parts: HttpApiParts,
  place: Place,
  apiId: string,
): 'REST' | 'HTTP' | 'WEBSOCKET' | undefined {
  const api = parts.repository.findApi(apiId);
  const found = api ?? parts.restApis.findApi(apiId);
  if (found?.accountId !== place.accountId || found.region !== place.region) return undefined;
  return api ? protocolOf(api) : 'REST';
}

export function showMapping(mapping: StoredMapping): ApiMapping {
  return {
    ApiId: mapping.restApiId,
    ApiMappingId: mappingId(mapping),
    ApiMappingKey: mapping.basePath === noBasePath ? '' : mapping.basePath,
    Stage: mapping.stage ?? '',
  };
}
