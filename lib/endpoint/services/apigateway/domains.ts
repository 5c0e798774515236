import type {
  CreateBasePathMappingRequest,
  CreateDomainNameRequest,
  UpdateBasePathMappingRequest,
} from '@aws-sdk/client-api-gateway';
import type { RequestContext } from '../service.ts';
import { notImplemented } from '../../errors.ts';
import { findApiOrThrow, findStageOrThrow } from './access.ts';
import { badRequest, conflict, limitExceeded, notFound } from './errors.ts';
import { newId } from './identifiers.ts';
import { noBasePath, type RestApiParts, type StoredDomainName, type StoredMapping } from './parts.ts';
import { applyPatch, text, type PatchRule } from './patch.ts';
import { limits } from './rules/limits.ts';

type Place = Pick<RequestContext, 'accountId' | 'region'>;
const domainPattern = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/;

export function findDomainOrThrow(parts: RestApiParts, place: Place, domainName: string): StoredDomainName {
  const domain = parts.items.domains.find(place, domainName);
  if (!domain) throw notFound('Invalid domain name identifier specified');
  return domain;
}

export function newDomain(
  parts: RestApiParts,
  place: Place,
  { tags = {}, ...input }: CreateDomainNameRequest,
): StoredDomainName {
  const domainName = input.domainName ?? '';
  if (!domainPattern.test(domainName)) throw badRequest('Domain name is invalid.');
  if (parts.items.domains.anywhere(domainName))
    throw conflict('The domain name you provided already exists.');
  if (parts.items.domains.list(place).length >= limits.domains)
    throw limitExceeded(
      `Maximum number of domain names for this account has been reached: ${limits.domains}.`,
    );
  assertServable(input);
  const types = input.endpointConfiguration?.types ?? ['EDGE'];
  const target = `d-${newId(10)}.execute-api.${place.region}.amazonaws.com`;
  const domain: StoredDomainName = {
    domainName,
    domainNameArn: `arn:aws:apigateway:${place.region}::/domainnames/${domainName}`,
    certificateName: input.certificateName,
    certificateArn: input.certificateArn,
    regionalCertificateArn: input.regionalCertificateArn,
    ...(types[0] === 'EDGE'
      ? { distributionDomainName: target, distributionHostedZoneId: 'Z2FDTNDATAQYW2' }
      : { regionalDomainName: target, regionalHostedZoneId: 'ZLY8HYME6SFDD' }),
    endpointConfiguration: { ...input.endpointConfiguration, types, ipAddressType: 'ipv4' },
    domainNameStatus: 'AVAILABLE',
    securityPolicy: input.securityPolicy ?? 'TLS_1_2',
    routingMode: input.routingMode ?? mappingsOnly,
    tags,
    createdMs: parts.clock.now(),
  };
  parts.items.domains.put(place, domainName, domain, { createdMs: domain.createdMs });
  return domain;
}

const mappingsOnly = 'BASE_PATH_MAPPING_ONLY';
const routingModes: readonly string[] = [
  mappingsOnly,
  'ROUTING_RULE_ONLY',
  'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
];

/** What cannot be done here is refused: a domain that is less closed than its owner believes is worse than none. */
function assertServable(
  input: Pick<
    CreateDomainNameRequest,
    'endpointConfiguration' | 'mutualTlsAuthentication' | 'policy' | 'routingMode'
  >,
): void {
  if (input.mutualTlsAuthentication?.truststoreUri) throw notImplemented('Mutual TLS of a custom domain');
  if (input.policy || input.endpointConfiguration?.types?.includes('PRIVATE'))
    throw notImplemented('A private custom domain');
  if (!routingModes.includes(input.routingMode ?? mappingsOnly))
    throw badRequest(`Invalid routing mode specified. Must be one of ${routingModes.join(', ')}.`);
}

const rules: readonly PatchRule<StoredDomainName>[] = [
  text('certificateName'),
  text('certificateArn'),
  text('regionalCertificateName'),
  text('regionalCertificateArn'),
  text('securityPolicy'),
  text('routingMode'),
];

export function patchDomain(domain: StoredDomainName, operations: Parameters<typeof applyPatch>[1]): void {
  applyPatch(domain, operations, rules);
  assertServable(domain);
}

export function findMappingOrThrow(
  parts: RestApiParts,
  place: Place,
  domainName: string,
  basePath: string,
): StoredMapping {
  findDomainOrThrow(parts, place, domainName);
  const mapping = parts.items.mappings.find(
    place,
    `${domainName}/${basePath === '' ? noBasePath : basePath}`,
  );
  if (!mapping) throw notFound('Invalid base path mapping identifier specified');
  return mapping;
}

export function newMapping(
  parts: RestApiParts,
  place: Place,
  input: CreateBasePathMappingRequest,
): StoredMapping {
  const { domainName } = findDomainOrThrow(parts, place, input.domainName ?? '');
  const mapping: StoredMapping = {
    domainName,
    basePath: input.basePath ? input.basePath : noBasePath,
    restApiId: input.restApiId ?? '',
    stage: input.stage,
  };
  assertMapping(parts, place, mapping);
  const id = `${domainName}/${mapping.basePath}`;
  if (parts.items.mappings.find(place, id)) throw conflict('Base path already exists for this domain name');
  const count = parts.items.mappings.list(place).filter((one) => one.domainName === domainName).length;
  if (count >= limits.mappings)
    throw limitExceeded(
      `Maximum number of mappings for this domain name has been reached: ${limits.mappings}.`,
    );
  parts.items.mappings.put(place, id, mapping, { createdMs: parts.clock.now() });
  return mapping;
}

function assertMapping(parts: RestApiParts, place: Place, mapping: StoredMapping): void {
  if (mapping.basePath !== noBasePath && !/^[\w$.+!*'()-]{1,300}$/.test(mapping.basePath))
    throw badRequest("Invalid base path: it is one segment of letters, digits and $-_.+!*'()");
  const api = findApiOrThrow(parts, place, mapping.restApiId);
  if (mapping.stage !== undefined && mapping.stage !== '') findStageOrThrow(parts, api.apiId, mapping.stage);
}

const mappingRules: readonly PatchRule<StoredMapping>[] = [
  text('basePath'),
  text('restApiId', { path: '/restapiId' }),
  text('restApiId'),
  text('stage', { isRemovable: true }),
];

export function changeMapping(
  parts: RestApiParts,
  place: Place,
  { domainName = '', basePath = '', patchOperations }: UpdateBasePathMappingRequest,
): StoredMapping {
  const mapping = findMappingOrThrow(parts, place, domainName, basePath);
  const before = `${domainName}/${mapping.basePath}`;
  applyPatch(mapping, patchOperations, mappingRules);
  if (mapping.basePath === '') mapping.basePath = noBasePath;
  assertMapping(parts, place, mapping);
  const after = `${domainName}/${mapping.basePath}`;
  if (after !== before && parts.items.mappings.find(place, after))
    throw conflict('Base path already exists for this domain name');
  parts.items.mappings.remove(place, before);
  parts.items.mappings.put(place, after, mapping, { createdMs: parts.clock.now() });
  return mapping;
}
